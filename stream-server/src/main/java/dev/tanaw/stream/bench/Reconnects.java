package dev.tanaw.stream.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Case R: 500 readers of 100 sessions with 1,000 events a second; 50 connections a second are cut
/// at random, then all at once. Nobody may miss an event or see one twice.
final class Reconnects {
    static final String NAME = "R";
    private static final int READERS = 500;
    private static final int SESSIONS = 100;
    private static final int RATE = 1000;
    private static final int DROPS = 50;

    /// What went wrong, and how long readers were away, in milliseconds.
    record Outcome(CutReaders.Sums sums, double allBack) {
        String table() {
            return String.format(
                    Locale.ROOT,
                    "%-10s %d readers, %d cut off: %d missing, %d double; back after p50 %.1f, p99 %.1f, max %.1f ms; all at once: all back after %.0f ms",
                    NAME,
                    READERS,
                    sums.cuts(),
                    sums.missing(),
                    sums.doubled(),
                    sums.backP50(),
                    sums.backP99(),
                    sums.backMax(),
                    allBack);
        }

        List<String> json() {
            return List.of(
                    metric("missing", (double) sums.missing(), "count"),
                    metric("double", (double) sums.doubled(), "count"),
                    metric("back_p50", sums.backP50(), "ms"),
                    metric("back_p99", sums.backP99(), "ms"),
                    metric("back_max", sums.backMax(), "ms"),
                    metric("all_back", allBack, "ms"));
        }

        private String metric(String metric, double value, String unit) {
            return Metric.json(NAME, metric, value, unit, sums.cuts());
        }
    }

    private Reconnects() {}

    static Outcome run(int seconds) throws IOException, InterruptedException {
        try (StreamTarget target = new StreamTarget()) {
            Rounds rounds = new Rounds(target, SESSIONS, RATE);
            rounds.first();
            try (CutReaders readers = new CutReaders(target.port(), READERS, SESSIONS)) {
                readers.cut(DROPS);
                rounds.run(seconds);
                readers.cut(0);
                readers.cutAll();
                rounds.run(2);
                double allBack = readers.allBackMillis();
                return new Outcome(readers.end(rounds.last()), allBack);
            }
        }
    }
}
