package dev.tanaw.stream.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;

/// Case L: 120 sessions with 30 events a second each, 300 readers of which 5 a second are cut off
/// and come back, and every other second a short session that begins and ends. After each minute:
/// what of the heap is in use after a collection.
final class Endurance {
    static final String NAME = "L";
    private static final int READERS = 300;
    private static final int SESSIONS = 120;
    private static final int RATE = SESSIONS * 30;
    private static final int CUTS = 5;
    private static final int SHORT_EVENTS = 40;

    /// Until the rings are full, which is their bound, the heap grows as it should.
    private static final int FILLING = 3;

    private static final double MIB = 1 << 20;

    /// Bytes of heap after each minute.
    record Outcome(CutReaders.Sums sums, long events, List<Long> heap) {
        private LongSummaryStatistics settled() {
            return heap.stream()
                    .skip(Math.min(FILLING, heap.size() - 1L))
                    .mapToLong(Long::longValue)
                    .summaryStatistics();
        }

        /// How far the minutes are from their mean, at most.
        private double swing() {
            LongSummaryStatistics all = settled();
            double mean = all.getAverage();
            return Math.max(all.getMax() - mean, mean - all.getMin()) / mean;
        }

        /// By how much the last quarter of the time is above the first, in shares of that.
        private double trend() {
            List<Long> minutes = heap.subList(Math.min(FILLING, heap.size() - 1), heap.size());
            int quarter = Math.max(1, minutes.size() / 4);
            double first = mean(minutes.subList(0, quarter));
            return mean(minutes.subList(minutes.size() - quarter, minutes.size())) / first - 1;
        }

        private static double mean(List<Long> bytes) {
            return bytes.stream().mapToLong(Long::longValue).average().orElseThrow();
        }

        String table() {
            return String.format(
                    Locale.ROOT,
                    "%-10s %d minutes, %d events, %d readers, %d cut off: %d missing, %d double; heap after a collection %.1f MiB, ± %.1f %% from minute %d on, last quarter against first %+.1f %%",
                    NAME,
                    heap.size(),
                    events,
                    READERS,
                    sums.cuts(),
                    sums.missing(),
                    sums.doubled(),
                    settled().getAverage() / MIB,
                    100 * swing(),
                    FILLING + 1,
                    100 * trend());
        }

        List<String> json() {
            return List.of(
                    metric("missing", (double) sums.missing(), "count"),
                    metric("double", (double) sums.doubled(), "count"),
                    metric("cuts", (double) sums.cuts(), "count"),
                    metric("heap", settled().getAverage() / MIB, "MiB"),
                    metric("heap_swing", 100 * swing(), "%"),
                    metric("heap_trend", 100 * trend(), "%"));
        }

        private String metric(String metric, double value, String unit) {
            return Metric.json(NAME, metric, value, unit, events);
        }
    }

    private Endurance() {}

    static Outcome run(int minutes) throws IOException, InterruptedException {
        List<Long> heap = new ArrayList<>();
        try (StreamTarget target = new StreamTarget()) {
            Rounds rounds = new Rounds(target, SESSIONS, RATE);
            rounds.first();
            try (CutReaders readers = new CutReaders(target.port(), READERS, SESSIONS)) {
                readers.cut(CUTS);
                for (int minute = 0; minute < minutes; minute++) {
                    for (int i = 0; i < 30; i++) {
                        rounds.run(2);
                        shortSession(target, "short-" + minute + "-" + i);
                    }
                    heap.add(Heap.live());
                    System.err.printf(
                            Locale.ROOT, "%3d min %6.1f MiB%n", minute + 1, heap.getLast() / MIB);
                }
                readers.cut(0);
                rounds.run(1);
                CutReaders.Sums sums = readers.end(rounds.last());
                return new Outcome(sums, rounds.last() * SESSIONS, heap);
            }
        }
    }

    private static void shortSession(StreamTarget target, String id) {
        for (int n = 1; n <= SHORT_EVENTS; n++) {
            target.publish(id, Rounds.envelope(n));
        }
        target.end(id);
    }
}
