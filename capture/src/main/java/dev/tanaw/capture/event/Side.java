package dev.tanaw.capture.event;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What a picture is taken of: a side of the document, or the person's face.
public enum Side {
    FRONT,
    BACK,
    FACE;

    /// The sides that a document can have.
    public static final Set<Side> OF_DOCUMENT =
            Collections.unmodifiableSet(EnumSet.of(FRONT, BACK));

    public boolean ofDocument() {
        return this != FACE;
    }
}
