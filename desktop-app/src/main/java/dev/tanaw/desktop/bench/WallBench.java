package dev.tanaw.desktop.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tanaw.stream.http.StreamConfig;
import dev.tanaw.stream.http.StreamServer;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// The supervisor's wall in the system's Chromium, without a graphics card: how busy the page's
/// main thread is, whether anything holds it up, and how long from publishing an event until the
/// page shows it. Each station tells 30 passing and 2 lasting events a second.
public final class WallBench {
    private static final int WARM_UP_SECONDS = 6;
    private static final int A_MINUTE = 60;
    private static final double MICROS_PER_MS = 1000;

    /// Notes long tasks, and when each tile shows another instruction, in milliseconds of the
    /// epoch.
    private static final String WATCH =
            """
            globalThis.tasks = []; globalThis.shown = [];
            new PerformanceObserver((list) => list.getEntries().forEach((each) =>
              tasks.push(each.duration))).observe({ type: "longtask" });
            const words = { "Centre it in the frame": "centre", "Hold it straight": "straighten" };
            new MutationObserver((changes) => {
              const at = performance.timeOrigin + performance.now();
              for (const { target } of changes) {
                const element = target.nodeType === 3 ? target.parentElement : target;
                const word = words[element?.textContent];
                const tile = word && element.matches(".small-says, .says q") && element.closest(".tile");
                if (tile) shown.push([tile.dataset.station, word, at]);
              }
            }).observe(document.getElementById("main"), { subtree: true, childList: true, characterData: true });
            true
            """;

    private final Report report;
    private final int seconds;

    public WallBench(Report report, int seconds) {
        this.report = report;
        this.seconds = seconds;
    }

    public void run(int stations) throws IOException, InterruptedException {
        String name = stations + " stations";
        try (StreamServer server = StreamServer.start(StreamConfig.onPort(0).opened());
                WallLoad load = new WallLoad(server, stations, Clock.systemUTC());
                Chromium browser = Chromium.open(1920, 1080)) {
            load.start();
            browser.call("Page.enable");
            browser.call("Network.enable");
            // By the thread's own clock: what other programs take of the processor is not the
            // page's.
            browser.call("Performance.enable", Chromium.with("timeDomain", "threadTicks"));
            browser.call(
                    "Page.navigate",
                    Chromium.with("url", "http://127.0.0.1:" + server.port() + "/"));
            TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
            long tiles = browser.evaluate("document.querySelectorAll('.tile').length").asLong();
            if (tiles != stations) {
                throw new IOException("the page shows %d tiles of %d".formatted(tiles, stations));
            }
            firstSight(browser, name);
            measure(browser, load, name);
        }
    }

    private void firstSight(Chromium browser, String name) throws IOException {
        double paint =
                browser.evaluate(
                                "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1")
                        .asDouble();
        report.value("wall", name, "first_contentful_paint", paint, "ms", 1);
        Map<String, Double> sizes = new HashMap<>();
        browser.events("Network.loadingFinished")
                .forEach(each ->
                        sizes.put(
                                each.path("requestId").asText(),
                                each.path("encodedDataLength").asDouble()));
        double bytes = sizes.values().stream().mapToDouble(Double::doubleValue).sum();
        report.value("wall", name, "page_weight", bytes / 1024, "KiB", sizes.size());
    }

    private void measure(Chromium browser, WallLoad load, String name)
            throws IOException, InterruptedException {
        browser.evaluate(WATCH);
        browser.call("HeapProfiler.collectGarbage");
        Metrics before = Metrics.of(browser);
        long publishedBefore = load.published();
        long began = System.nanoTime();
        Histogram shown = new Histogram(3);
        Histogram tasks = new Histogram(3);
        for (int left = seconds; left > 0; left -= A_MINUTE) {
            TimeUnit.SECONDS.sleep(Math.min(left, A_MINUTE));
            // What was noted is taken away, so that it does not fill the page's memory.
            collect(browser, load, shown, tasks);
            if (seconds > A_MINUTE) {
                int minute = (seconds - left) / A_MINUTE + 1;
                report.value("wall", name, "heap_minute_" + minute, heap(browser), "MiB", 1);
            }
        }
        Metrics after = Metrics.of(browser);
        double took = (System.nanoTime() - began) / 1e9;
        long published = load.published() - publishedBefore;
        report.value("wall", name, "published", published / took, "events/s", published);
        double busy = after.value("TaskDuration") - before.value("TaskDuration");
        report.value("wall", name, "main_thread_busy", 100 * busy / took, "%", 1);
        double script = after.value("ScriptDuration") - before.value("ScriptDuration");
        report.value("wall", name, "of_it_script", 100 * script / took, "%", 1);
        report.histogram("wall", name, "published_to_dom", shown);
        long longOnes = tasks.getTotalCount();
        report.value("wall", name, "tasks_over_50_ms", (double) longOnes, "tasks", longOnes);
        report.value("wall", name, "longest_of_them", tasks.getMaxValue() / 1e6, "ms", longOnes);
        report.value(
                "wall", name, "heap_before", before.value("JSHeapUsedSize") / (1 << 20), "MiB", 1);
        report.value("wall", name, "heap_after", heap(browser), "MiB", 1);
    }

    private static void collect(Chromium browser, WallLoad load, Histogram shown, Histogram tasks)
            throws IOException {
        for (JsonNode each : browser.evaluate("shown.splice(0)")) {
            long at = Math.round(each.path(2).asDouble() * MICROS_PER_MS);
            load.since(each.path(0).asText(), each.path(1).asText(), at)
                    .ifPresent(micros -> shown.recordValue(TimeUnit.MICROSECONDS.toNanos(micros)));
        }
        for (JsonNode each : browser.evaluate("tasks.splice(0)")) {
            tasks.recordValue(Math.round(each.asDouble() * 1e6));
        }
    }

    /// Of the page, in MiB, after a collection.
    private static double heap(Chromium browser) throws IOException {
        browser.call("HeapProfiler.collectGarbage");
        return Metrics.of(browser).value("JSHeapUsedSize") / (1 << 20);
    }

    /// What the browser counts of its page.
    private record Metrics(JsonNode all) {
        static Metrics of(Chromium browser) throws IOException {
            return new Metrics(browser.call("Performance.getMetrics").path("metrics"));
        }

        double value(String name) throws IOException {
            for (JsonNode each : all) {
                if (each.path("name").asText().equals(name)) {
                    return each.path("value").asDouble();
                }
            }
            throw new IOException("the browser does not count " + name);
        }
    }
}
