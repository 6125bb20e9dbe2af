package dev.tanaw.capture.session;

import java.time.Duration;

/// A point on the monotonic clock ([System#nanoTime]). Only differences mean anything.
public record Moment(long nanos) {

    public static Moment now() {
        return new Moment(System.nanoTime());
    }

    public Moment plus(Duration duration) {
        return new Moment(nanos + duration.toNanos());
    }

    public Duration since(Moment earlier) {
        return Duration.ofNanos(nanos - earlier.nanos);
    }

    /// Written as a difference because the clock may wrap.
    public boolean reached(Moment deadline) {
        return nanos - deadline.nanos >= 0;
    }
}
