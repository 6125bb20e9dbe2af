package dev.tanaw.capture.camera;

/// A camera that was chosen, to be opened as often as needed.
///
/// @param id survives replugging and restarts, and holds no secret
/// @param name for people
/// @param kind what its pictures are
public record CameraSource(String id, String name, CameraDriver.Kind kind, Opening opening) {

    /// One that is known by its name alone.
    public CameraSource(String name, CameraDriver.Kind kind, Opening opening) {
        this(name, name, kind, opening);
    }

    /// Opens a fresh handle each time.
    public interface Opening {
        Camera open() throws CameraException, InterruptedException;
    }

    public boolean demonstration() {
        return kind == CameraDriver.Kind.REPLAY;
    }
}
