package dev.tanaw.capture.event;

/// What becomes of a session that was interrupted.
public enum Recovery {
    /// Somebody is asked.
    ASKED,
    /// A new session goes on with it.
    RESUMED,
    DISCARDED
}
