package dev.tanaw.capture.event;

/// How sure a value is, in three steps: green from 0.90, amber from 0.75, red below.
public enum Band {
    GREEN,
    AMBER,
    RED;

    public static Band of(double confidence) {
        if (confidence >= 0.90) {
            return GREEN;
        }
        return confidence >= 0.75 ? AMBER : RED;
    }
}
