package dev.tanaw.stream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tanaw.stream.hub.Pulse;
import dev.tanaw.stream.log.Bound;
import dev.tanaw.stream.log.Retention;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Readers that lag, or never read at all.
@Timeout(60)
class SlowReaderTest {
    private static final int KIB = 1024;
    private static final Pulse PATIENT =
            new Pulse(Duration.ofSeconds(15), Duration.ofMinutes(5), Duration.ofMinutes(5));
    private static final Pulse IMPATIENT =
            new Pulse(Duration.ofSeconds(15), Duration.ofSeconds(1), Duration.ofMinutes(5));

    private StreamServer server = start(PATIENT, 64 * KIB * KIB);

    private static StreamServer start(Pulse pulse, long ringBytes) {
        Bound bound = new Bound(200_000, ringBytes);
        return StreamServer.start(StreamConfig.onPort(0).holding(bound, bound).pulsing(pulse));
    }

    private void restart(Pulse pulse, long ringBytes) {
        server.close();
        server = start(pulse, ringBytes);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theConnectionThatLagsMostIsListedFirst() throws Exception {
        server.publish(Events.lasting("a", 0));
        try (SseSocket well = SseSocket.open(server.port(), "/face/stream/a");
                SseSocket _ = SseSocket.neverReading(server.port(), "/stations/stream")) {
            await().until(() -> server.stats().connections() == 2);
            for (int n = 1; n <= 200; n++) {
                server.publish(Events.sized("a", n, 50_000));
                int last = n;
                well.next(each -> each.is("state_change") && each.n() == last);
            }
            try (SseSocket list =
                    SseSocket.open(
                            server.port(), "/face/stream/connections", "Connection: close")) {
                JsonNode all = new ObjectMapper().readTree(list.body()).path("connections");
                assertThat(all).hasSize(2);
                assertThat(all.path(0).path("stream").asText()).isEqualTo("*");
                assertThat(all.path(0).path("lag").asLong()).isPositive();
                assertThat(all.path(1).path("stream").asText()).isEqualTo("a");
            }
        }
    }

    @Test
    void aReaderThatLagsGetsEveryLastingEventAndTheNewestPassingOne() throws IOException {
        server.publish(Events.lasting("a", 0));
        try (SseSocket slow = SseSocket.open(server.port(), "/face/stream/a")) {
            slow.next(each -> each.is("snapshot"));
            int events = 40_000; // some 16 MB: more than the kernel holds for both sides
            for (int n = 1; n <= events; n++) {
                server.publish(
                        n % 100 == 0
                                ? Events.sized("a", n, 200)
                                : Events.message(
                                        "a",
                                        "quality_update",
                                        Retention.PASSING,
                                        "quality",
                                        n,
                                        300));
            }
            List<Long> lasting = new ArrayList<>();
            List<Long> passing = new ArrayList<>();
            while (lasting.size() < events / 100) {
                SseEvent event = slow.next();
                (event.is("state_change") ? lasting : passing).add(event.n());
            }

            assertThat(lasting)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, events / 100)
                                    .mapToObj(n -> n * 100)
                                    .toList());
            assertThat(passing).isSorted().contains(events - 1L).hasSizeLessThan(events / 2);
            assertThat(server.stats().coalesced()).isPositive();
            assertThat(server.stats().gaps()).isZero();
        }
    }

    @Test
    void aReaderThatFallsOffTheRingIsToldOfTheGapAndGoesOnFromASnapshot() throws IOException {
        restart(PATIENT, 256 * KIB);
        server.publish(Events.lasting("a", 0));
        try (SseSocket slow = SseSocket.open(server.port(), "/face/stream/a")) {
            slow.next(each -> each.is("snapshot"));
            int events = 20_000;
            for (int n = 1; n <= events; n++) {
                server.publish(Events.sized("a", n, 1000));
            }
            long last = 0;
            boolean gap = false;
            while (last < events) {
                SseEvent event = slow.next();
                if (event.is("stream_gap")) {
                    gap = true;
                    last = slow.next(each -> each.is("snapshot")).n();
                } else {
                    assertThat(event.n()).isEqualTo(last + 1);
                    last = event.n();
                }
            }
            assertThat(gap).isTrue();
            server.publish(Events.lasting("a", 77));
            assertThat(slow.next().n()).isEqualTo(77);
        }
    }

    @Test
    void readersThatNeverReadDoNotSlowTheOthersAndCostBoundedMemory() throws Exception {
        restart(PATIENT, 1024 * KIB);
        server.publish(Events.lasting("a", 0));
        List<SseSocket> deaf = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            deaf.add(SseSocket.neverReading(server.port(), "/face/stream/a"));
        }
        await().until(() -> server.stats().connections() == 50);
        long before = usedAfterCollection();
        try (SseSocket good = SseSocket.open(server.port(), "/face/stream/a")) {
            good.next(each -> each.is("snapshot"));
            for (int n = 1; n <= 60_000; n++) {
                server.publish(Events.sized("a", n, 1000));
                if (n % 100 == 0) {
                    long wanted = n;
                    long started = System.nanoTime();
                    good.next(each -> !each.is("stream_gap") && each.n() == wanted);
                    assertThat(Duration.ofNanos(System.nanoTime() - started))
                            .isLessThan(Duration.ofSeconds(2));
                }
            }
        }
        // 60 MB went by. Each deaf reader may hold one write of 64 KiB; the ring holds 1 MiB.
        long grown = usedAfterCollection() - before;
        assertThat(grown).isLessThan(50 * 64 * KIB + 4096L * KIB);
        for (SseSocket socket : deaf) {
            socket.close();
        }
        await().until(() -> server.stats().connections() == 0);
    }

    @Test
    void aSocketWithoutProgressIsClosedAndOneThatTricklesIsNot() throws Exception {
        restart(IMPATIENT, 64 * KIB * KIB);
        server.publish(Events.lasting("a", 0));
        try (SseSocket _ = SseSocket.neverReading(server.port(), "/face/stream/a");
                SseSocket slow = SseSocket.open(server.port(), "/face/stream/a")) {
            await().until(() -> server.stats().connections() == 2);
            for (int n = 1; n <= 20_000; n++) {
                server.publish(Events.sized("a", n, 1000));
            }
            await().pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        for (int i = 0; i < 20; i++) {
                            slow.next();
                        }
                        return server.stats().stalled() == 1;
                    });
            await().until(() -> server.stats().connections() == 1);
            slow.next(each -> each.is("state_change") && each.n() == 20_000);
        }
    }

    private static long usedAfterCollection() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
