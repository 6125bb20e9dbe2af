@NullMarked
package dev.tanaw.capture.camera.webcam;

import org.jspecify.annotations.NullMarked;
