package dev.tanaw.desktop.kiosk;

import java.util.Locale;

/// The languages of the screen. The catalogue of each is complete.
enum Language {
    FILIPINO(Locale.of("fil")),
    /// The root of the catalogue.
    ENGLISH(Locale.ROOT);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /// Filipino for `fil` and its older code `tl`, English for every other.
    static Language of(Locale wanted) {
        return switch (wanted.getLanguage()) {
            case "fil", "tl" -> FILIPINO;
            default -> ENGLISH;
        };
    }

    Locale locale() {
        return locale;
    }

    Language other() {
        return switch (this) {
            case FILIPINO -> ENGLISH;
            case ENGLISH -> FILIPINO;
        };
    }
}
