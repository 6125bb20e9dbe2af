package dev.tanaw.stream.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Case M: what 10,000 open streams cost a server that is a process of its own: memory after a
/// collection with them, less the same without them, for each.
final class Footprint {
    static final String NAME = "M";
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
            long resident = StreamBench.residentKib(hub);
            try (LoadProcess readers = new LoadProcess(MANY, hub)) {
                long moreHeap = hub.heapAfterCollection() - heap;
                long moreResident = StreamBench.residentKib(hub) - resident;
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
            long resident = StreamBench.residentKib(nchan);
            try (LoadProcess readers = new LoadProcess(MANY, nchan)) {
                long more = StreamBench.residentKib(nchan) - resident;
                readers.stop();
                return new Outcome("nchan", (double) more / MANY.readers(), OptionalDouble.empty());
            }
        }
    }
}
