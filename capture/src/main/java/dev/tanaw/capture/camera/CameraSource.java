package dev.tanaw.capture.camera;

/// A camera that was chosen, to be opened as often as needed.
///
/// @param name for people
/// @param kind what its pictures are
public record CameraSource(String name, CameraDriver.Kind kind, Opening opening) {

    /// Opens a fresh handle each time.
    public interface Opening {
        Camera open() throws CameraException, InterruptedException;
    }

    public boolean demonstration() {
        return kind == CameraDriver.Kind.REPLAY;
    }
}
