package dev.tanaw.stream.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/// `./tanaw bench stream`: how long from publishing to a reader in another process, for the stream
/// server and for the naive one under the same load, one after the other. Arguments: `--json`,
/// `--case A`, `--seconds 10`, `--warm-up 3`.
public final class StreamBench {
    private final int seconds;
    private final int warmUp;

    private StreamBench(int seconds, int warmUp) {
        this.seconds = seconds;
        this.warmUp = warmUp;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        if (LoggerFactory.getLogger("org.eclipse.jetty").isDebugEnabled()) {
            throw new IllegalStateException("debug logging is on: nothing measured would be true");
        }
        List<String> options = List.of(args);
        boolean json = options.contains("--json");
        String only = option(options, "--case", "");
        StreamBench bench =
                new StreamBench(
                        Integer.parseInt(option(options, "--seconds", "10")),
                        Integer.parseInt(option(options, "--warm-up", "3")));
        if (!json) {
            System.out.println(Result.header());
        }
        for (Scenario scenario : Scenario.ALL) {
            if (only.isEmpty() || only.equals(scenario.name())) {
                print(bench.run(scenario, scenario.name(), StreamTarget::new), json);
                print(bench.run(scenario, scenario.name() + "-naive", NaiveTarget::new), json);
            }
        }
    }

    private static String option(List<String> options, String name, String otherwise) {
        int at = options.indexOf(name);
        return at >= 0 && at + 1 < options.size() ? options.get(at + 1) : otherwise;
    }

    private static void print(Result result, boolean json) {
        if (json) {
            result.json().forEach(System.out::println);
        } else {
            System.out.println(result.table());
        }
    }

    private Result run(Scenario scenario, String name, Supplier<Target> start)
            throws IOException, InterruptedException {
        try (Target target = start.get()) {
            OpenLoop load = new OpenLoop(target, scenario);
            load.seed();
            Process readers = readers(scenario, target.port());
            try (BufferedReader says = readers.inputReader(US_ASCII)) {
                expect(says, "READY");
                load.warmUp(warmUp);
                long before = processorNanos();
                long expected = load.measure(seconds) * scenario.copies();
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1)); // what is still under way
                long used = processorNanos() - before;
                readers.outputWriter(US_ASCII).append("stop\n").flush();
                return Result.parse(name, says.readLine(), expected, used);
            } finally {
                readers.destroy();
                readers.waitFor();
            }
        }
    }

    private static void expect(BufferedReader says, String word) throws IOException {
        String line = says.readLine();
        if (!word.equals(line)) {
            throw new IOException("the readers said: " + line);
        }
    }

    private static Process readers(Scenario scenario, int port) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx256m");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(LoadReaders.class.getName());
        command.add(Integer.toString(port));
        for (int reader = 0; reader < scenario.readers(); reader++) {
            command.add(scenario.path(reader));
        }
        return new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    }

    private static long processorNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }
}
