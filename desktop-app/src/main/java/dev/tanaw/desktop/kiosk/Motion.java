package dev.tanaw.desktop.kiosk;

/// Whether things move on the screen.
public enum Motion {
    FULL,
    /// Nothing turns, grows or flashes; the countdown is a number, and no shorter.
    REDUCED
}
