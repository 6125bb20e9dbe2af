package dev.tanaw.stream.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tanaw.stream.log.Bound;
import dev.tanaw.stream.log.EventLog;
import dev.tanaw.stream.log.Keeper;
import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.Position;
import dev.tanaw.stream.log.Retention;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// Case J: 400-byte events into the journal at a fixed rate, from accepted to written, and the same
/// into SQLite (write-ahead log, what has gathered in one transaction) in a process of its own. As
/// `main` it is the process for the journal, so that both are measured alike.
final class Appends {
    static final String NAME = "J";
    private static final List<Integer> RATES = List.of(1000, 10_000);
    private static final int WARM_UP_SECONDS = 2;

    private Appends() {}

    static void run(int seconds, boolean json, boolean beside)
            throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        for (int rate : RATES) {
            List<String> ours =
                    List.of(java, "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"));
            report("journal", rate, seconds, json, ours, Appends.class.getName());
            if (beside) {
                List<String> theirs =
                        List.of(java, "-XX:+UseSerialGC", "-cp", RivalTarget.classPath());
                report("sqlite", rate, seconds, json, theirs, "dev.tanaw.rivals.SqliteAppend");
            }
        }
    }

    private static void report(
            String what, int rate, int seconds, boolean json, List<String> java, String main)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("appends");
        List<String> command =
                Stream.concat(
                                java.stream(),
                                Stream.of(
                                        main,
                                        folder.toString(),
                                        Integer.toString(rate),
                                        Integer.toString(seconds)))
                        .toList();
        Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        String line = process.inputReader(US_ASCII).readLine();
        process.waitFor();
        if (line == null) {
            throw new IOException(what + " ended without a result");
        }
        double[] values = Stream.of(line.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
        System.out.printf(
                Locale.ROOT,
                json
                        ? "{\"bench\":\"stream\",\"case\":\"J\",\"log\":\"%s\",\"rate\":%d,\"p50_us\":%.0f,\"p95_us\":%.0f,\"p99_us\":%.0f,\"max_us\":%.0f,\"n\":%.0f,\"cpu_us\":%.1f,\"bytes\":%.0f}%n"
                        : "J-%-10s %6d/s  accepted to written (µs) p50 %.0f p95 %.0f p99 %.0f max %.0f, n %.0f; %.1f µs of CPU and %.0f bytes an event%n",
                what,
                rate,
                values[0],
                values[1],
                values[2],
                values[3],
                values[4],
                values[5],
                values[6]);
    }

    /// Arguments: folder, events a second, seconds. Prints p50, p95, p99 and maximum in
    /// microseconds, the count, microseconds of processor time and bytes on disk for an event.
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        Histogram times = new ConcurrentHistogram(3);
        InstantSource clock = InstantSource.system();
        try (Keeper keeper =
                Keeper.open(
                        folder,
                        EventLog.newEpoch(clock.instant()),
                        new Bound(10_000, 4L << 20),
                        new Bound(200_000, 64L << 20))) {
            keeper.start(_ -> {}, () -> {});
            append(keeper, clock, Integer.parseInt(args[1]), WARM_UP_SECONDS, new Histogram(3));
            long before = processorNanos();
            long onDisk = size(folder);
            append(keeper, clock, Integer.parseInt(args[1]), Integer.parseInt(args[2]), times);
            long events = times.getTotalCount();
            System.out.printf(
                    Locale.ROOT,
                    "%d %d %d %d %d %.2f %d%n",
                    times.getValueAtPercentile(50) / 1000,
                    times.getValueAtPercentile(95) / 1000,
                    times.getValueAtPercentile(99) / 1000,
                    times.getMaxValue() / 1000,
                    events,
                    (processorNanos() - before) / 1e3 / events,
                    (size(folder) - onDisk) / events);
        }
    }

    private static void append(
            Keeper keeper, InstantSource clock, int rate, int seconds, Histogram times) {
        EventLog log = keeper.log();
        byte[] json = Rounds.envelope(1);
        long period = TimeUnit.SECONDS.toNanos(1) / rate;
        long start = System.nanoTime();
        long last = 0;
        for (long n = 0; n < (long) rate * seconds; n++) {
            long due = start + n * period;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            long from = System.nanoTime();
            Position position =
                    log.append(
                            new Message(
                                    "bench",
                                    Optional.of("bench-" + n % 100),
                                    "state_change",
                                    Retention.LASTING,
                                    "state",
                                    json),
                            clock.instant());
            last = position.offset();
            log.whenShown(last, () -> times.recordValue(System.nanoTime() - from));
        }
        while (log.head() < last) {
            Thread.onSpinWait();
        }
    }

    private static long processorNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
