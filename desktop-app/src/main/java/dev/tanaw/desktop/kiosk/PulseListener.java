package dev.tanaw.desktop.kiosk;

/// Hears how the window keeps up, for measuring. Called on the JavaFX thread after each pulse's
/// work.
@FunctionalInterface
public interface PulseListener {
    /// For `shownNanos`: the pulse drew no new frame.
    long NO_FRAME = Long.MIN_VALUE;

    PulseListener NOBODY = (_, _, _) -> {};

    /// @param begunNanos when the pulse began, as [System#nanoTime]
    /// @param endedNanos when our part of it was done; layout and rendering follow
    /// @param shownNanos when the frame that this pulse drew was taken, or [#NO_FRAME]
    void pulse(long begunNanos, long endedNanos, long shownNanos);
}
