package dev.tanaw.stream.log;

import java.time.Duration;

/// How a reader wants to catch up.
public enum Pace {
    /// Everything that is held.
    EXACT,
    /// Everything while it keeps up; only the newest passing event of a kind once more than one
    /// write is waiting.
    LIVE,
    /// As [#LIVE], and of the passing events of a session and type one in [#EVERY]: for those who
    /// look at many sessions at once.
    SPARSE;

    /// The eye reads no more than a few numbers a second of a picture with many.
    public static final Duration EVERY = Duration.ofMillis(200);

    /// @param behind whether more than one write is waiting
    boolean skips(Frame frame, boolean behind) {
        return switch (this) {
            case EXACT -> false;
            case LIVE -> behind && frame.isSuperseded();
            case SPARSE -> !frame.isSample() || (behind && frame.isSuperseded());
        };
    }
}
