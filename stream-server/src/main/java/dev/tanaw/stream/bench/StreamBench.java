package dev.tanaw.stream.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/// `./tanaw bench stream`: how long from publishing to a reader in another process, for the stream
/// server and for others under the same load, one after the other: `naive`, Javalin's own `sse()`;
/// `durable`, the stream server with its history on disk; and published to over HTTP, each in a
/// process of its own: `hub`, the stream server; `nchan`, nginx; `vertx` and `helidon`. The cases
/// `J`, `L`, `M`, `P` and `R` measure something else: [Appends], [Endurance], [Footprint],
/// [PublishCall], [Reconnects]. Arguments: `--json`, `--case A,B`, `--against hub,nchan`,
/// `--seconds 10`, `--warm-up 3`, `--minutes 60`.
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
        List<String> cases = only.isEmpty() ? List.of("A", "H") : List.of(only.split(",", -1));
        List<String> against = List.of(option(options, "--against", "naive").split(",", -1));
        if (cases.contains(Reconnects.NAME)) {
            Reconnects.Outcome outcome = Reconnects.run(bench.seconds);
            (json ? outcome.json() : List.of(outcome.table())).forEach(System.out::println);
        }
        if (cases.contains(Footprint.NAME)) {
            print(Footprint.hub(), json);
            if (against.contains("nchan")) {
                print(Footprint.nchan(), json);
            }
        }
        if (cases.contains(PublishCall.NAME)) {
            PublishCall.run(json);
        }
        if (cases.contains(Appends.NAME)) {
            Appends.run(bench.seconds, json, against.contains("sqlite"));
        }
        if (cases.contains(Endurance.NAME)) {
            int minutes = Integer.parseInt(option(options, "--minutes", "60"));
            Endurance.Outcome outcome = Endurance.run(minutes);
            (json ? outcome.json() : List.of(outcome.table())).forEach(System.out::println);
        }
        for (Scenario scenario : Scenario.ALL) {
            if (cases.contains(scenario.name())) {
                print(bench.run(scenario, scenario.name(), StreamTarget::new), json);
                for (String other : against) {
                    print(bench.run(scenario, scenario.name() + "-" + other, target(other)), json);
                }
            }
        }
    }

    private static Supplier<Target> target(String name) {
        return switch (name) {
            case "naive" -> NaiveTarget::new;
            case "durable" -> StreamTarget::durable;
            case "hub" -> HubTarget::new;
            case "nchan" -> NchanTarget::new;
            case "vertx" -> () -> new RivalTarget("VertxSse");
            case "helidon" -> () -> new RivalTarget("HelidonSse");
            default ->
                    throw new IllegalArgumentException(
                            "--against naive, durable, hub, nchan, vertx or helidon");
        };
    }

    private static String option(List<String> options, String name, String otherwise) {
        int at = options.indexOf(name);
        return at >= 0 && at + 1 < options.size() ? options.get(at + 1) : otherwise;
    }

    private static void print(Footprint.Outcome outcome, boolean json) {
        (json ? outcome.json() : List.of(outcome.table())).forEach(System.out::println);
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
            target.awaitSessions(scenario.sessions());
            try (LoadProcess readers = new LoadProcess(scenario, target)) {
                load.warmUp(warmUp);
                long before = processorNanos(target);
                long expected = load.measure(seconds) * scenario.copies();
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1)); // what is still under way
                long used = processorNanos(target) - before;
                long memory = residentKib(target);
                return Result.parse(name, readers.stop(), expected, used, memory);
            }
        }
    }

    private static long processorNanos(Target target) {
        return target.processes()
                .mapToLong(each -> each.info().totalCpuDuration().orElseThrow().toNanos())
                .sum();
    }

    /// What the kernel holds for the server's processes; 0 where it does not say.
    static long residentKib(Target target) throws IOException {
        long kib = 0;
        for (ProcessHandle each : target.processes().toList()) {
            Path status = Path.of("/proc", Long.toString(each.pid()), "status");
            if (Files.exists(status)) {
                for (String line : Files.readAllLines(status)) {
                    if (line.startsWith("VmRSS:")) {
                        kib += Long.parseLong(line.replaceAll("[^0-9]", ""));
                    }
                }
            }
        }
        return kib;
    }
}
