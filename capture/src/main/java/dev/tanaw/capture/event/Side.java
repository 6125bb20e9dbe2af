package dev.tanaw.capture.event;

/// A side of the document.
public enum Side {
    FRONT,
    BACK
}
