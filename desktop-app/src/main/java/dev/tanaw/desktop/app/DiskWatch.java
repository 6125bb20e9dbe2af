package dev.tanaw.desktop.app;

import dev.tanaw.capture.event.Trouble;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Looks now and then, on the thread `disk`, whether there is room left where the station keeps its
/// things, and says when there is not, once, and when there is again.
final class DiskWatch implements AutoCloseable {
    /// Native libraries, logs and tokens take some 150 MB; a full disk fails in stranger ways.
    static final long LOW_BYTES = 500_000_000L;

    /// A disk that hovers about the limit is not reported every minute.
    private static final double AGAIN = 1.2;

    private static final Duration EVERY = Duration.ofSeconds(30);

    private final LongSupplier free;
    private final Listener listener;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("disk").daemon().factory());
    private boolean low;

    /// Hears of each change on the thread `disk`.
    interface Listener {
        void changed(Trouble trouble, boolean over);
    }

    /// @param free bytes that may still be written
    DiskWatch(LongSupplier free, Listener listener) {
        this.free = free;
        this.listener = listener;
    }

    void start() {
        var _ = thread.scheduleWithFixedDelay(this::look, 0, EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    void look() {
        long left = free.getAsLong();
        if (!low && left < LOW_BYTES) {
            low = true;
            listener.changed(Trouble.DISK_LOW, false);
        } else if (low && left > LOW_BYTES * AGAIN) {
            low = false;
            listener.changed(Trouble.DISK_LOW, true);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
