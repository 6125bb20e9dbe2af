package dev.tanaw.stream.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Numbered events in turn for each of some sessions, on a schedule that does not wait for the
/// server. Always whole rounds, so that every session is at the same number.
final class Rounds {
    private static final int BYTES = 400;

    private final Target target;
    private final int sessions;
    private final long periodNanos;
    private long last;

    /// `rate` is events a second in all.
    Rounds(Target target, int sessions, int rate) {
        this.target = target;
        this.sessions = sessions;
        this.periodNanos = TimeUnit.SECONDS.toNanos(1) * sessions / rate;
    }

    /// At once, so that the sessions exist.
    void first() {
        last++;
        for (int session = 0; session < sessions; session++) {
            publish(session);
        }
    }

    void run(int seconds) {
        long rounds = TimeUnit.SECONDS.toNanos(seconds) / periodNanos;
        long start = System.nanoTime();
        for (long round = 0; round < rounds; round++) {
            last++;
            for (int session = 0; session < sessions; session++) {
                await(start + round * periodNanos + session * periodNanos / sessions);
                publish(session);
            }
        }
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void publish(int session) {
        target.publish("bench-" + session, envelope(last));
    }

    /// The number of the newest event of every session.
    long last() {
        return last;
    }

    static byte[] envelope(long n) {
        String head = "{\"v\":1,\"type\":\"state_change\",\"n\":" + n + ",\"pad\":\"";
        return (head + "x".repeat(BYTES - head.length() - 2) + "\"}").getBytes(US_ASCII);
    }
}
