package dev.tanaw.stream.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next try: what the server asked for, twice as long after each try
/// that failed, and never more than a limit. Spread, so that clients that were cut off together do
/// not return together.
final class Waits {
    private static final long USUAL_MILLIS = 1000;
    private static final int MOST_DOUBLINGS = 5;

    private final long longestMillis;
    private final RandomGenerator random;
    private long retryMillis = USUAL_MILLIS;
    private int failures;

    Waits(Duration longest, RandomGenerator random) {
        this.longestMillis = longest.toMillis();
        this.random = random;
    }

    void asked(long millis) {
        retryMillis = Math.max(1, millis);
    }

    void succeeded() {
        failures = 0;
    }

    Duration next() {
        long wait = Math.min(longestMillis, retryMillis << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        return Duration.ofMillis(wait / 2 + random.nextLong(wait / 2 + 1));
    }
}
