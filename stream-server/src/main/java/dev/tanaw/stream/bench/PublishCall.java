package dev.tanaw.stream.bench;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/// Case P: how long the call that publishes keeps its caller, for a session that nobody reads:
/// alone, and while 10,000 streams of other sessions are open.
final class PublishCall {
    static final String NAME = "P";
    private static final Scenario MANY = Scenario.named("D");
    private static final int EVENTS = 100_000;
    private static final int BURST = 20;

    private PublishCall() {}

    static void run(boolean json) throws IOException, InterruptedException {
        try (StreamTarget target = new StreamTarget()) {
            new OpenLoop(target, MANY).seed();
            measure(target); // warms up
            report("nobody", measure(target), json);
            try (LoadProcess readers = new LoadProcess(MANY, target)) {
                report("10000 elsewhere", measure(target), json);
                readers.stop();
            }
        }
    }

    /// Some 10,000 a second, so that the rings turn over as in service.
    private static Histogram measure(StreamTarget target) {
        Histogram times = new Histogram(3);
        byte[] json = Rounds.envelope(1);
        for (int n = 0; n < EVENTS; n++) {
            long from = System.nanoTime();
            target.publish("unread", json);
            times.recordValue(System.nanoTime() - from);
            if (n % BURST == 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            }
        }
        return times;
    }

    private static void report(String readers, Histogram nanos, boolean json) {
        System.out.printf(
                Locale.ROOT,
                json
                        ? "{\"bench\":\"stream\",\"case\":\"P\",\"readers\":\"%s\",\"p50_us\":%.2f,\"p99_us\":%.2f,\"max_us\":%.0f,\"mean_us\":%.2f,\"n\":%d}%n"
                        : "P          readers: %-16s publish p50 %.2f p99 %.2f max %.0f mean %.2f µs, n %d%n",
                readers,
                nanos.getValueAtPercentile(50) / 1e3,
                nanos.getValueAtPercentile(99) / 1e3,
                nanos.getMaxValue() / 1e3,
                nanos.getMean() / 1e3,
                nanos.getTotalCount());
    }
}
