package dev.tanaw.desktop.kiosk;

/// A set of colours. Each gives the tokens of `kiosk.css` other values.
public enum Theme {
    DARK,
    LIGHT,
    /// Every text at least 7 to 1 against its ground.
    CONTRAST;

    Theme next() {
        return switch (this) {
            case DARK -> LIGHT;
            case LIGHT -> CONTRAST;
            case CONTRAST -> DARK;
        };
    }

    String stylesheet() {
        return switch (this) {
            case DARK -> "theme-dark.css";
            case LIGHT -> "theme-light.css";
            case CONTRAST -> "theme-contrast.css";
        };
    }
}
