package dev.tanaw.stream.bench;

import java.util.Locale;

/// One measured number as a line of JSON.
final class Metric {
    private Metric() {}

    /// `n` is how many times it was measured, or of how many things it is told.
    static String json(String name, String metric, double value, String unit, long n) {
        return String.format(
                Locale.ROOT,
                "{\"bench\":\"stream\",\"case\":\"%s\",\"metric\":\"%s\",\"value\":%.4f,\"unit\":\"%s\",\"n\":%d}",
                name,
                metric,
                value,
                unit,
                n);
    }
}
