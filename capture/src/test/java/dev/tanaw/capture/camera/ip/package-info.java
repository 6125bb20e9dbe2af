@NullMarked
package dev.tanaw.capture.camera.ip;

import org.jspecify.annotations.NullMarked;
