package dev.tanaw.stream.follow;

import java.time.Instant;
import java.util.Comparator;

/// When a station told something of itself. Its numbers begin anew when it is started again, so
/// time comes first.
record Moment(Instant time, long seq) implements Comparable<Moment> {
    static final Moment NEVER = new Moment(Instant.MIN, 0);

    private static final Comparator<Moment> ORDER =
            Comparator.comparing(Moment::time).thenComparingLong(Moment::seq);

    static Moment of(Envelope envelope) {
        return new Moment(envelope.time(), envelope.number().seq());
    }

    @Override
    public int compareTo(Moment other) {
        return ORDER.compare(this, other);
    }
}
