package dev.tanaw.capture.camera.replay;

/// When the next frame is due.
interface Pace {

    /// Waits for it.
    ///
    /// @return its time, on the scale of [System#nanoTime]
    long next() throws InterruptedException;

    /// A steady rate. What was missed is not caught up on.
    static Pace of(int framesPerSecond, Tempo tempo) {
        return new Pace() {
            private final long period = 1_000_000_000L / framesPerSecond;
            private long due = tempo.now();

            @Override
            public long next() throws InterruptedException {
                tempo.until(due);
                long now = tempo.now();
                due = Math.max(due + period, now - period);
                return now;
            }
        };
    }
}
