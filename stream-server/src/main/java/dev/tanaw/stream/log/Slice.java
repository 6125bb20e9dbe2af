package dev.tanaw.stream.log;

import java.util.List;

/// What a log holds after an offset.
public sealed interface Slice {
    /// The wanted frames up to and including `through`, perhaps none; `skipped` passing frames were
    /// left out because a newer one follows.
    record Frames(List<Frame> frames, long through, int skipped) implements Slice {
        public Frames {
            frames = List.copyOf(frames);
        }
    }

    /// The log no longer holds all that follows.
    record Lost() implements Slice {}
}
