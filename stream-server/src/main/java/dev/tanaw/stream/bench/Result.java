package dev.tanaw.stream.bench;

import java.util.List;
import java.util.Locale;
import java.util.Scanner;

/// One row: milliseconds from publishing and from being due until received, `received` of
/// `expected` copies, and processor time of the server's process for one received copy.
record Result(
        String name,
        Percentiles published,
        Percentiles due,
        long received,
        long expected,
        double cpuMicros,
        long residentKib) {
    record Percentiles(double p50, double p95, double p99, double max) {}

    static Result parse(String name, String line, long expected, long cpuNanos, long residentKib) {
        try (Scanner numbers = new Scanner(line)) {
            Percentiles published = percentiles(numbers);
            Percentiles due = percentiles(numbers);
            long received = numbers.nextLong();
            double cpu = cpuNanos / 1000.0 / Math.max(1, received);
            return new Result(name, published, due, received, expected, cpu, residentKib);
        }
    }

    private static Percentiles percentiles(Scanner nanos) {
        return new Percentiles(
                nanos.nextLong() / 1e6,
                nanos.nextLong() / 1e6,
                nanos.nextLong() / 1e6,
                nanos.nextLong() / 1e6);
    }

    static String header() {
        return "%-10s %-14s %9s %9s %9s %9s %9s %6s %10s %8s"
                .formatted(
                        "case",
                        "latency (ms)",
                        "p50",
                        "p95",
                        "p99",
                        "max",
                        "n",
                        "lost",
                        "cpu µs/n",
                        "RSS MiB");
    }

    String table() {
        return row("from publish", published) + "\n" + row("from due", due);
    }

    private String row(String what, Percentiles values) {
        return String.format(
                Locale.ROOT,
                "%-10s %-14s %9.3f %9.3f %9.3f %9.3f %9d %6d %10.1f %8d",
                name,
                what,
                values.p50(),
                values.p95(),
                values.p99(),
                values.max(),
                received,
                expected - received,
                cpuMicros,
                residentKib / 1024);
    }

    List<String> json() {
        return List.of(
                metric("publish_to_client_p50", published.p50(), "ms"),
                metric("publish_to_client_p95", published.p95(), "ms"),
                metric("publish_to_client_p99", published.p99(), "ms"),
                metric("publish_to_client_max", published.max(), "ms"),
                metric("due_to_client_p50", due.p50(), "ms"),
                metric("due_to_client_p99", due.p99(), "ms"),
                metric("due_to_client_max", due.max(), "ms"),
                metric("cpu_per_copy", cpuMicros, "us"),
                metric("resident", residentKib / 1024.0, "MiB"),
                metric("lost", (double) (expected - received), "count"));
    }

    private String metric(String metric, double value, String unit) {
        return Metric.json(name, metric, value, unit, received);
    }
}
