package dev.tanaw.capture.quality;

import dev.tanaw.capture.event.Side;

/// What a frame was searched for.
public enum Subject {
    DOCUMENT,
    FACE;

    public static Subject of(Side side) {
        return side.ofDocument() ? DOCUMENT : FACE;
    }
}
