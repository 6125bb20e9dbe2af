package dev.tanaw.stream.log;

/// How a reader wants to catch up.
public enum Pace {
    /// Everything that is held.
    EXACT,
    /// Everything while it keeps up; only the newest passing event of a kind once more than one
    /// write is waiting.
    LIVE
}
