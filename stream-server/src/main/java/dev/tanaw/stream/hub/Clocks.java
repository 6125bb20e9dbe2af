package dev.tanaw.stream.hub;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Two clocks. `wall` says what time it is, and may be set at any moment; `steady` only ever goes
/// on, and measures how long something has lasted.
public record Clocks(InstantSource wall, InstantSource steady) {
    private static final Duration MOMENT = Duration.ofMillis(500);

    /// Those of this machine. The steady one stands still while the machine sleeps.
    public static Clocks system() {
        InstantSource wall = InstantSource.system();
        Instant start = wall.instant();
        long nanos = System.nanoTime();
        return new Clocks(wall, () -> start.plusNanos(System.nanoTime() - nanos));
    }

    /// One that is never set serves as both.
    public static Clocks of(InstantSource clock) {
        return new Clocks(clock, clock);
    }

    /// By how much the wall clock is ahead of the steady one. Both are read in one moment, or
    /// again.
    Duration ahead() {
        while (true) {
            Instant before = steady.instant();
            Instant time = wall.instant();
            Instant after = steady.instant();
            if (Duration.between(before, after).compareTo(MOMENT) < 0) {
                return Duration.between(after, time);
            }
        }
    }
}
