package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Side;

/// What the person or the operator can ask of the station. Called on the JavaFX thread; returns at
/// once, the answer comes as events.
public interface KioskActions {
    void begin();

    /// Takes the picture as it is, offered when the station could not decide by itself.
    void shootNow();

    /// Keeps what was taken and goes on.
    void confirm();

    /// Takes that side again; the other side is kept.
    void retake(Side side);

    /// This document has nothing on its back.
    void skipBack();

    void cancel();
}
