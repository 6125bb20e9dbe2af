package dev.tanaw.capture.event;

import java.util.EnumSet;
import java.util.Set;

/// What a person says that they have, before any of it was read.
public enum DocumentKind {
    PASSPORT,
    ID_CARD,
    DRIVING_LICENCE,
    OTHER;

    public Set<Side> sides() {
        return switch (this) {
            case PASSPORT -> EnumSet.of(Side.FRONT);
            case ID_CARD, DRIVING_LICENCE, OTHER -> Side.OF_DOCUMENT;
        };
    }
}
