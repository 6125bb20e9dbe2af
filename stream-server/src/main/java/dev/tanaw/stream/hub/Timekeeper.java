package dev.tanaw.stream.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;

/// Says what time it is, and beforehand when somebody has set the clock. Safe for any thread: no
/// caller is given a time from before a jump once another has one from behind it.
final class Timekeeper {
    /// What a clock that is corrected little by little may differ between two looks at it.
    private static final Duration DRIFT = Duration.ofSeconds(2);

    private final Clocks clocks;
    private final BiConsumer<Duration, Instant> whenSet;
    private Duration ahead;

    /// `whenSet` is told by how much the clock was set, negative for back, and the time now.
    Timekeeper(Clocks clocks, BiConsumer<Duration, Instant> whenSet) {
        this.clocks = clocks;
        this.whenSet = whenSet;
        this.ahead = clocks.ahead();
    }

    synchronized Instant now() {
        Duration jump = clocks.ahead().minus(ahead);
        ahead = ahead.plus(jump);
        Instant now = clocks.steady().instant().plus(ahead);
        if (jump.abs().compareTo(DRIFT) > 0) {
            whenSet.accept(jump, now);
        }
        return now;
    }
}
