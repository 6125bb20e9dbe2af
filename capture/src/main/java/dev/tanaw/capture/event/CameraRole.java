package dev.tanaw.capture.event;

/// What a camera is there for.
public enum CameraRole {
    DOCUMENT,
    FACE,
    /// The station has one camera for everything.
    BOTH;

    /// Whether a picture of this side is taken by this camera.
    public boolean takes(Side side) {
        return switch (this) {
            case DOCUMENT -> side.ofDocument();
            case FACE -> !side.ofDocument();
            case BOTH -> true;
        };
    }
}
