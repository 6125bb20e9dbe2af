package dev.tanaw.capture.camera;

/// A camera could not be opened or stopped delivering. The message is for the log and names no
/// person; [#fault] says what to tell the person.
public final class CameraException extends Exception {
    private static final long serialVersionUID = 1;

    /// What is wrong, as far as it can be told from outside.
    public enum Fault {
        NOT_FOUND,
        BUSY,
        DENIED,
        STALLED,
        DISCONNECTED,
        BAD_PICTURE
    }

    private final Fault fault;

    public CameraException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    public CameraException(Fault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
