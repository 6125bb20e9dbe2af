package dev.tanaw.capture.camera;

import java.time.Duration;

/// Notices by the age of the newest frame that a camera has fallen silent. Written by the camera's
/// thread, asked by any.
final class Freshness {
    private final long limitNanos;
    private volatile Newest newest = new Newest(false, 0);

    /// One value, so that both halves are read together.
    private record Newest(boolean live, long takenNanos) {}

    Freshness(Duration limit) {
        this.limitNanos = limit.toNanos();
    }

    void frame(long takenNanos) {
        newest = new Newest(true, takenNanos);
    }

    void lost() {
        newest = new Newest(false, 0);
    }

    boolean stalled(long nowNanos) {
        Newest now = newest;
        return now.live() && nowNanos - now.takenNanos() > limitNanos;
    }
}
