package dev.tanaw.capture.event;

/// How a session ended. Each session ends in exactly one.
public enum Outcome {
    COMPLETE,
    CANCELLED,
    TIMED_OUT,
    ABANDONED,
    FAILED,
    REFERRED
}
