package dev.tanaw.capture.camera;

import java.time.Duration;

/// How long to wait before the next try. Whoever pulled a cable by mistake stands there and plugs
/// it in again: for a while the wait stays short, and then it is doubled each time, up to a bound.
///
/// @param first after the first failure
/// @param soon after each of the next
/// @param tries how many of those there are
/// @param most longest wait
public record BackOff(Duration first, Duration soon, int tries, Duration most) {
    /// 1 s, then every 2 s for two minutes, then 4, 8, 16, 20 s.
    public static final BackOff STANDARD =
            new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(2), 60, Duration.ofSeconds(20));

    /// Doubled from the beginning.
    public BackOff(Duration first, Duration most) {
        this(first, first.multipliedBy(2), 1, most);
    }

    /// @param failures in a row, from 1
    Duration after(int failures) {
        if (failures == 1) {
            return first;
        }
        int more = Math.max(0, failures - 1 - tries);
        Duration wait = soon.multipliedBy(1L << Math.min(more, 20));
        return wait.compareTo(most) < 0 ? wait : most;
    }
}
