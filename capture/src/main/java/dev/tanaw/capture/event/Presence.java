package dev.tanaw.capture.event;

/// Whether somebody seems to be at the station.
public enum Presence {
    HERE,
    /// Nothing has happened for long; the session is about to be wiped.
    IDLE
}
