/// Webcams on USB, by webcam-capture and its native driver.
@NullMarked
package dev.tanaw.capture.camera.webcam;

import org.jspecify.annotations.NullMarked;
