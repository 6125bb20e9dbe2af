package dev.tanaw.capture.session;

import java.time.Duration;

/// How a thread of the station ends: asked once, waited for, not for ever.
final class Ending {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Ending() {}

    /// For a thread that was told by other means: interrupted only when it does not listen.
    static void calmly(Thread thread) {
        try {
            if (thread.isAlive() && !thread.join(PATIENCE)) {
                of(thread);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    static void of(Thread thread) {
        if (!thread.isAlive()) {
            return; // never started, or gone already
        }
        thread.interrupt();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
