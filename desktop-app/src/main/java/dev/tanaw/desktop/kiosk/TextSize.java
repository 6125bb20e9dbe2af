package dev.tanaw.desktop.kiosk;

/// How large everything is, against the size that the window is drawn for.
public enum TextSize {
    NORMAL(1),
    LARGE(1.3),
    LARGER(1.6),
    LARGEST(2);

    private final double factor;

    TextSize(double factor) {
        this.factor = factor;
    }

    double factor() {
        return factor;
    }

    TextSize next() {
        return switch (this) {
            case NORMAL -> LARGE;
            case LARGE -> LARGER;
            case LARGER -> LARGEST;
            case LARGEST -> NORMAL;
        };
    }

    /// From here on the arrangement of a screen changes as well.
    boolean roomy() {
        return factor <= 1.3;
    }
}
