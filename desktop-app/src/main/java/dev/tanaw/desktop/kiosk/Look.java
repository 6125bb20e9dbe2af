package dev.tanaw.desktop.kiosk;

/// How the window looks now. Another look builds the views anew.
record Look(Language language, Appearance appearance) {
    Look in(Language other) {
        return new Look(other, appearance);
    }

    Look nextSize() {
        return new Look(
                language,
                new Appearance(appearance.theme(), appearance.size().next(), appearance.motion()));
    }

    Look nextTheme() {
        return new Look(
                language,
                new Appearance(appearance.theme().next(), appearance.size(), appearance.motion()));
    }

    Look otherMotion() {
        Motion motion =
                switch (appearance.motion()) {
                    case FULL -> Motion.REDUCED;
                    case REDUCED -> Motion.FULL;
                };
        return new Look(language, new Appearance(appearance.theme(), appearance.size(), motion));
    }

    boolean still() {
        return appearance.motion() == Motion.REDUCED;
    }
}
