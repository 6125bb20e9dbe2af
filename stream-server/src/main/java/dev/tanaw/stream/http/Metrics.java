package dev.tanaw.stream.http;

import dev.tanaw.stream.follow.Followed;
import dev.tanaw.stream.follow.Followers;
import dev.tanaw.stream.hub.Counters;
import dev.tanaw.stream.hub.Hub;
import io.javalin.http.Context;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;

/// The numbers of the hub for Prometheus. They name types of events, never sessions, stations or
/// values.
final class Metrics {
    /// More types than any station has; a producer that invents new ones does not grow the page.
    private static final int TYPES = 64;

    private static final Duration[] DELAYS = {
        Duration.ofNanos(100_000),
        Duration.ofNanos(250_000),
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofNanos(2_500_000),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2)
    };

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Hub hub;
    private final Set<String> types = new HashSet<>();

    Metrics(Hub hub, Followers followers) {
        this.hub = hub;
        Timer delay =
                Timer.builder("tanaw.stream.publish.to.socket")
                        .description("From publishing to the write of the oldest event in it")
                        .serviceLevelObjectives(DELAYS)
                        .register(registry);
        hub.counters().onWrite(nanos -> delay.record(nanos, TimeUnit.NANOSECONDS));
        gauge("connections", "Open streams", each -> each.stats().connections());
        gauge("sessions.live", "Sessions that have not ended", each -> each.stats().sessionsLive());
        gauge("sessions.held", "Sessions that can be read", each -> each.stats().sessions());
        gauge("held.events", "Events that can be replayed", each -> each.stats().heldEvents());
        gauge("held.bytes", "Bytes of these", each -> each.stats().heldBytes());
        for (double share : new double[] {0.5, 0.99, 1}) {
            Gauge.builder("tanaw.stream.lag", hub, each -> each.lag(share))
                    .description("Events that this share of the streams is behind, at most")
                    .tag("quantile", Double.toString(share))
                    .register(registry);
        }
        gauge(
                "lagging",
                "Streams that are behind by 100 events or more",
                each -> each.lagging(100));
        counter("opened", "Streams opened", Counters::opened);
        counter("turned.away", "Streams for which there was no place", Counters::turnedAwayCount);
        counter("coalesced", "Passing events spared to slow readers", Counters::coalesced);
        counter("replays", "Streams that were told what they missed", Counters::replays);
        counter("gaps", "Snapshots instead of events that were no longer held", Counters::gaps);
        counter("resets", "Positions of another log", Counters::resets);
        counter("stalled", "Streams closed because nothing was read", Counters::stalledCount);
        counter("forgotten", "Sessions ended because their producer was gone", Counters::forgotten);
        counter("writes", "Writes to sockets", Counters::writes);
        counter("written.bytes", "Bytes of these", Counters::bytes);
        FunctionCounter.builder("tanaw.stream.evicted", hub, each -> each.log().evicted())
                .description("Events that made room for newer ones")
                .register(registry);
        follow(followers);
    }

    private void follow(Followers followers) {
        for (Followed.State state : Followed.State.values()) {
            Gauge.builder("tanaw.stream.followed", followers, each -> each.count(state))
                    .description("Lines to stations and hubs that are followed")
                    .tag("state", state.word())
                    .register(registry);
        }
        FunctionCounter.builder("tanaw.stream.relayed", followers, Followers::passed)
                .description("Events of others that were told on")
                .register(registry);
        FunctionCounter.builder("tanaw.stream.relay.known", followers, Followers::known)
                .description("Events of others that were known already")
                .register(registry);
    }

    private void gauge(String name, String words, ToDoubleFunction<Hub> value) {
        Gauge.builder("tanaw.stream." + name, hub, value).description(words).register(registry);
    }

    private void counter(String name, String words, ToDoubleFunction<Counters> value) {
        FunctionCounter.builder("tanaw.stream." + name, hub.counters(), value)
                .description(words)
                .register(registry);
    }

    void send(Context context) {
        addTypes();
        context.header("Cache-Control", "no-store")
                .contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(registry.scrape());
    }

    private synchronized void addTypes() {
        for (Map.Entry<String, LongAdder> each : hub.counters().types().entrySet()) {
            if (types.size() < TYPES && types.add(each.getKey())) {
                FunctionCounter.builder("tanaw.stream.events", each.getValue(), LongAdder::sum)
                        .description("Events published")
                        .tag("type", each.getKey())
                        .register(registry);
            }
        }
    }
}
