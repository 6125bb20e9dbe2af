package dev.tanaw.desktop.app;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Whether somebody watches this station from elsewhere: follows its events, or has just looked at
/// its picture. Any thread; the listener is told each change, in order.
final class Watched {
    /// From one look to the next is half a second.
    private static final Duration LINGERS = Duration.ofSeconds(3);

    private static final Executor LATER =
            CompletableFuture.delayedExecutor(LINGERS.toMillis(), TimeUnit.MILLISECONDS);

    private final Consumer<Boolean> listener;
    private final LongSupplier clock;
    private boolean followed;
    private boolean looking;
    private boolean told;
    private long lookedAt;

    /// @param clock [System#nanoTime]
    Watched(Consumer<Boolean> listener, LongSupplier clock) {
        this.listener = listener;
        this.clock = clock;
    }

    synchronized void followed(boolean somebody) {
        followed = somebody;
        tell();
    }

    synchronized void looked() {
        lookedAt = clock.getAsLong();
        if (!looking) {
            looking = true;
            LATER.execute(this::check);
        }
        tell();
    }

    private synchronized void check() {
        looking = clock.getAsLong() - lookedAt < LINGERS.toNanos();
        if (looking) {
            LATER.execute(this::check);
        }
        tell();
    }

    private void tell() {
        boolean watched = followed || looking;
        if (watched != told) {
            told = watched;
            listener.accept(watched);
        }
    }
}
