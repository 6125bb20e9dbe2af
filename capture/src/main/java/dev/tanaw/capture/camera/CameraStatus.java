package dev.tanaw.capture.camera;

import java.time.Duration;

/// How a camera is.
public sealed interface CameraStatus {

    /// The first frame has come.
    record Live(String name, int width, int height) implements CameraStatus {}

    /// Nothing comes any more; the camera is opened again after the wait.
    record Lost(CameraException.Fault fault, Duration retryIn) implements CameraStatus {}
}
