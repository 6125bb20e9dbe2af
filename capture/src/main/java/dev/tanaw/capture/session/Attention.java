package dev.tanaw.capture.session;

/// When somebody was last noticed, and what has been said about it since.
///
/// @param active when a document was in view or something was pressed
record Attention(Moment active, Said said) {
    /// In this order while nobody comes.
    enum Said {
        NOTHING,
        /// That no document is in view.
        MISSING,
        /// That the session is about to be wiped.
        IDLE
    }

    static Attention from(Moment at) {
        return new Attention(at, Said.NOTHING);
    }

    Attention saying(Said next) {
        return new Attention(active, next);
    }
}
