/// Cameras that serve MJPEG over HTTP.
@NullMarked
package dev.tanaw.capture.camera.ip;

import org.jspecify.annotations.NullMarked;
