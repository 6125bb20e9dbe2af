package dev.tanaw.stream.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Publishes on a schedule that does not wait for the server: when publishing is late, the next
/// events are late too, and their `s` says when they should have gone out.
final class OpenLoop {
    private final Target target;
    private final Scenario scenario;

    OpenLoop(Target target, Scenario scenario) {
        this.target = target;
        this.scenario = scenario;
    }

    /// Events without times, so that the snapshot and the warm-up are not counted.
    void seed() {
        for (int session = 0; session < scenario.sessions(); session++) {
            target.publish(scenario.session(session), envelope(0, 0));
        }
    }

    void warmUp(int seconds) {
        run(seconds, Timing.NONE);
    }

    long measure(int seconds) {
        return run(seconds, Timing.STAMPED);
    }

    private enum Timing {
        NONE,
        STAMPED
    }

    private long run(int seconds, Timing timing) {
        long period = TimeUnit.SECONDS.toNanos(1) / scenario.rate();
        long events = (long) seconds * scenario.rate();
        long start = System.nanoTime() + period;
        for (long n = 0; n < events; n++) {
            long due = start + n * period;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            byte[] json =
                    switch (timing) {
                        case NONE -> envelope(0, 0);
                        case STAMPED -> envelope(due, System.nanoTime());
                    };
            target.publish(scenario.session((int) n), json);
        }
        return events;
    }

    /// `s` is when the event was due, `t` the moment before it was published.
    private byte[] envelope(long due, long now) {
        String head =
                "{\"v\":1,\"type\":\"state_change\",\"s\":" + due + ",\"t\":" + now + ",\"pad\":\"";
        return (head + "x".repeat(scenario.bytes() - head.length() - 2) + "\"}").getBytes(US_ASCII);
    }
}
