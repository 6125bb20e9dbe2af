package dev.tanaw.stream.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Case M: what 10,000 open streams cost a server that is a process of its own: memory after a
/// collection with them, less the same without them, for each.
final class Footprint {
    static final String NAME = "M";
    private static final int CALM_SECONDS = 10;
    private static final Scenario MANY = Scenario.named("D");

    /// In KiB for one connection.
    record Outcome(String server, double residentKib, OptionalDouble heapKib) {
        String table() {
            return String.format(
                            Locale.ROOT,
                            "%-10s %d connections: %.2f KiB resident",
                            NAME + "-" + server,
                            MANY.readers(),
                            residentKib)
                    + heapKib.stream()
                            .mapToObj(kib ->
                                    String.format(Locale.ROOT, ", %.2f KiB of it live heap,", kib))
                            .collect(Collectors.joining())
                    + " each";
        }

        List<String> json() {
            return Stream.concat(
                            Stream.of(metric("resident_per_connection", residentKib)),
                            heapKib.stream().mapToObj(kib -> metric("heap_per_connection", kib)))
                    .toList();
        }

        private String metric(String metric, double kib) {
            return Metric.json(NAME + "-" + server, metric, kib, "KiB", MANY.readers());
        }
    }

    private Footprint() {}

    static Outcome hub() throws IOException, InterruptedException {
        try (HubTarget hub = new HubTarget()) {
            new OpenLoop(hub, MANY).seed();
            hub.awaitSessions(MANY.sessions());
            long heap = hub.heapAfterCollection();
            long resident = settled(hub);
            try (LoadProcess readers = new LoadProcess(MANY, hub)) {
                long moreHeap = hub.heapAfterCollection() - heap;
                long moreResident = settled(hub) - resident;
                readers.stop();
                return new Outcome(
                        "hub",
                        (double) moreResident / MANY.readers(),
                        OptionalDouble.of(moreHeap / 1024.0 / MANY.readers()));
            }
        }
    }

    static Outcome nchan() throws IOException, InterruptedException {
        try (NchanTarget nchan = new NchanTarget()) {
            new OpenLoop(nchan, MANY).seed();
            long resident = settled(nchan);
            try (LoadProcess readers = new LoadProcess(MANY, nchan)) {
                long more = settled(nchan) - resident;
                readers.stop();
                return new Outcome("nchan", (double) more / MANY.readers(), OptionalDouble.empty());
            }
        }
    }

    /// Resident memory once it has stayed within half a percent for ten seconds: a virtual machine
    /// gives what its compilers no longer need back every five.
    private static long settled(Target target) throws IOException, InterruptedException {
        long last = StreamBench.residentKib(target);
        for (int calm = 0; calm < CALM_SECONDS; calm++) {
            TimeUnit.SECONDS.sleep(1);
            long now = StreamBench.residentKib(target);
            if (Math.abs(now - last) > last / 200) {
                calm = 0;
                last = now;
            }
        }
        return last;
    }
}
