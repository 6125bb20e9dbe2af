package dev.tanaw.stream.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Case R: 500 readers of 100 sessions with 1,000 events a second; 50 connections a second are cut
/// at random, then all at once. Nobody may miss an event or see one twice.
final class Reconnects {
    static final String NAME = "R";
    private static final int READERS = 500;
    private static final int SESSIONS = 100;
    private static final int RATE = 1000;
    private static final int DROPS = 50;
    private static final int BYTES = 400;

    /// What went wrong, and how long readers were away, in milliseconds.
    record Outcome(
            long missing,
            long doubled,
            long drops,
            double backP50,
            double backP99,
            double backMax,
            double allBack) {
        String table() {
            return String.format(
                    Locale.ROOT,
                    "%-10s %d readers, %d cut off: %d missing, %d double; back after p50 %.1f, p99 %.1f, max %.1f ms; all at once: all back after %.0f ms",
                    NAME,
                    READERS,
                    drops,
                    missing,
                    doubled,
                    backP50,
                    backP99,
                    backMax,
                    allBack);
        }

        List<String> json() {
            return List.of(
                    metric("missing", (double) missing, "count"),
                    metric("double", (double) doubled, "count"),
                    metric("back_p50", backP50, "ms"),
                    metric("back_p99", backP99, "ms"),
                    metric("back_max", backMax, "ms"),
                    metric("all_back", allBack, "ms"));
        }

        private String metric(String metric, double value, String unit) {
            return String.format(
                    Locale.ROOT,
                    "{\"bench\":\"stream\",\"case\":\"%s\",\"metric\":\"%s\",\"value\":%.4f,\"unit\":\"%s\",\"n\":%d}",
                    NAME,
                    metric,
                    value,
                    unit,
                    drops);
        }
    }

    private Reconnects() {}

    static Outcome run(int seconds) throws IOException, InterruptedException {
        try (StreamTarget target = new StreamTarget()) {
            for (int session = 0; session < SESSIONS; session++) {
                target.publish("bench-" + session, envelope(1));
            }
            Process readers = readers(target.port());
            try (BufferedReader says = readers.inputReader(US_ASCII);
                    Writer tell = readers.outputWriter(US_ASCII)) {
                expect(says, "READY");
                tell(tell, "drops " + DROPS);
                long n = publish(target, 1, seconds);
                tell(tell, "drops 0");
                tell(tell, "all");
                n = publish(target, n, 2);
                String back = says.readLine();
                tell(tell, "end " + n);
                return outcome(back, says.readLine());
            } finally {
                readers.destroy();
                readers.waitFor();
            }
        }
    }

    private static Outcome outcome(String back, String sums) throws IOException {
        if (back == null || sums == null) {
            throw new IOException("the readers are gone");
        }
        try (Scanner numbers = new Scanner(sums)) {
            return new Outcome(
                    numbers.nextLong(),
                    numbers.nextLong(),
                    numbers.nextLong(),
                    numbers.nextLong() / 1e6,
                    numbers.nextLong() / 1e6,
                    numbers.nextLong() / 1e6,
                    Long.parseLong(back.substring("BACK ".length())) / 1e6);
        }
    }

    /// Whole rounds, so that every session is at the same number; returns that.
    private static long publish(StreamTarget target, long after, int seconds) {
        long period = TimeUnit.SECONDS.toNanos(1) * SESSIONS / RATE;
        long rounds = TimeUnit.SECONDS.toNanos(seconds) / period;
        long start = System.nanoTime();
        for (long round = 1; round <= rounds; round++) {
            for (int session = 0; session < SESSIONS; session++) {
                long due = start + (round - 1) * period + session * period / SESSIONS;
                for (long left = due - System.nanoTime();
                        left > 0;
                        left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                target.publish("bench-" + session, envelope(after + round));
            }
        }
        return after + rounds;
    }

    private static byte[] envelope(long n) {
        String head = "{\"v\":1,\"type\":\"state_change\",\"n\":" + n + ",\"pad\":\"";
        return (head + "x".repeat(BYTES - head.length() - 2) + "\"}").getBytes(US_ASCII);
    }

    private static Process readers(int port) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DropReaders.class.getName(),
                        Integer.toString(port),
                        Integer.toString(READERS),
                        Integer.toString(SESSIONS))
                .redirectError(Redirect.INHERIT)
                .start();
    }

    private static void tell(Writer writer, String command) throws IOException {
        writer.write(command + "\n");
        writer.flush();
    }

    private static void expect(BufferedReader says, String word) throws IOException {
        String line = says.readLine();
        if (!word.equals(line)) {
            throw new IOException("the readers said: " + line);
        }
    }
}
