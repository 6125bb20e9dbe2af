package dev.tanaw.desktop.bench;

import java.io.PrintWriter;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/// Prints results: a table for people, or one JSON object a line.
public final class Report {
    private static final double NANOS_PER_MS = 1e6;

    private final PrintWriter out;
    private final Form form;

    /// For whom.
    public enum Form {
        TABLE,
        JSON
    }

    public Report(PrintWriter out, Form form) {
        this.out = out;
        this.form = form;
    }

    /// @param nanos recorded durations in nanoseconds
    public void histogram(String bench, String name, String metric, Histogram nanos) {
        long n = nanos.getTotalCount();
        value(bench, name, metric + "_p50", nanos.getValueAtPercentile(50) / NANOS_PER_MS, "ms", n);
        value(bench, name, metric + "_p95", nanos.getValueAtPercentile(95) / NANOS_PER_MS, "ms", n);
        value(bench, name, metric + "_p99", nanos.getValueAtPercentile(99) / NANOS_PER_MS, "ms", n);
        value(bench, name, metric + "_max", nanos.getMaxValue() / NANOS_PER_MS, "ms", n);
    }

    public void value(String bench, String name, String metric, double value, String unit, long n) {
        out.println(
                switch (form) {
                    case TABLE ->
                            String.format(
                                    Locale.ROOT,
                                    "%-8s %-24s %-24s %12.3f %-8s n=%d",
                                    bench,
                                    name,
                                    metric,
                                    value,
                                    unit,
                                    n);
                    case JSON ->
                            String.format(
                                    Locale.ROOT,
                                    "{\"bench\":\"%s\",\"case\":\"%s\",\"metric\":\"%s\",\"value\":%.4f,\"unit\":\"%s\",\"n\":%d}",
                                    bench,
                                    name,
                                    metric,
                                    value,
                                    unit,
                                    n);
                });
        out.flush();
    }
}
