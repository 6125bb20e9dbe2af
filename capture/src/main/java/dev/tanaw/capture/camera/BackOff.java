package dev.tanaw.capture.camera;

import java.time.Duration;

/// How long to wait before the next try: doubled each time, up to a bound.
public record BackOff(Duration first, Duration most) {
    /// 1, 2, 4, 8, 16, 20 seconds.
    public static final BackOff STANDARD =
            new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(20));

    /// @param failures in a row, from 1
    Duration after(int failures) {
        Duration wait = first.multipliedBy(1L << Math.min(failures - 1, 20));
        return wait.compareTo(most) < 0 ? wait : most;
    }
}
