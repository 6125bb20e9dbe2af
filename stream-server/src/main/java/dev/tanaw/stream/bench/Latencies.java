package dev.tanaw.stream.bench;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// What the readers measured, in nanoseconds: from the moment before `publish`, and from when the
/// event was due. The second one also sees a publisher that was held up.
final class Latencies {
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(2);

    private final Histogram published = new Histogram(LONGEST, 3);
    private final Histogram due = new Histogram(LONGEST, 3);

    void add(long sincePublish, long sinceDue) {
        published.recordValue(Math.clamp(sincePublish, 0, LONGEST));
        due.recordValue(Math.clamp(sinceDue, 0, LONGEST));
    }

    String line() {
        return values(published) + values(due) + published.getTotalCount();
    }

    private static String values(Histogram histogram) {
        return "%d %d %d %d "
                .formatted(
                        histogram.getValueAtPercentile(50),
                        histogram.getValueAtPercentile(95),
                        histogram.getValueAtPercentile(99),
                        histogram.getMaxValue());
    }
}
