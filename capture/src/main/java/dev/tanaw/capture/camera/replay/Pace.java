package dev.tanaw.capture.camera.replay;

import java.util.concurrent.TimeUnit;

/// When the next frame is due.
interface Pace {

    /// Waits for it.
    ///
    /// @return its time, on the scale of [System#nanoTime]
    long next() throws InterruptedException;

    /// A steady rate on the monotonic clock. What was missed is not caught up on.
    static Pace of(int framesPerSecond) {
        return new Pace() {
            private final long period = 1_000_000_000L / framesPerSecond;
            private long due = System.nanoTime();

            @Override
            public long next() throws InterruptedException {
                long wait = due - System.nanoTime();
                if (wait > 0) {
                    TimeUnit.NANOSECONDS.sleep(wait);
                }
                long now = System.nanoTime();
                due = Math.max(due + period, now - period);
                return now;
            }
        };
    }
}
