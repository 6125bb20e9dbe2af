package dev.tanaw.stream.log;

/// Whether a slow reader may be spared an event.
public enum Retention {
    /// Never dropped, never merged.
    LASTING,
    /// The newest one per session and type is enough for a reader that is behind.
    PASSING
}
