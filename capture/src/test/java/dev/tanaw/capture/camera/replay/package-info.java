@NullMarked
package dev.tanaw.capture.camera.replay;

import org.jspecify.annotations.NullMarked;
