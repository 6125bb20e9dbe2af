package dev.tanaw.capture.camera.replay;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// How the time of a replay passes: as on the wall, or as fast as the frames are made. Nanoseconds
/// on the scale of [System#nanoTime].
public sealed interface Tempo {
    long now();

    /// Goes on when that time has come; at once when it is over.
    void until(long nanos) throws InterruptedException;

    static Tempo real() {
        return new Real();
    }

    /// On the monotonic clock.
    record Real() implements Tempo {
        @Override
        public long now() {
            return System.nanoTime();
        }

        @Override
        public void until(long nanos) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(nanos - now());
        }
    }

    /// Nobody waits: time is what was asked for last. The same frames have the same times on any
    /// day and any machine. One thread.
    final class Counted implements Tempo {
        private long now;

        @Override
        public long now() {
            return now;
        }

        @Override
        public void until(long nanos) {
            now = Math.max(now, nanos);
        }

        public void pass(Duration duration) {
            now += duration.toNanos();
        }
    }
}
