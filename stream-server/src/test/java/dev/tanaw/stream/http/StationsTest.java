package dev.tanaw.stream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tanaw.stream.log.Pace;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The stream of everything.
@Timeout(60)
class StationsTest {
    private static final Pattern NUMBER = Pattern.compile("\"n\":(\\d+)");
    private final StreamServer server = StreamServer.start(StreamConfig.onPort(0));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void itsSnapshotHasAllStationsAndLiveSessionsAndTheLastWordOfThoseThatEnded()
            throws IOException {
        server.publish(Events.station("kiosk-01", 1));
        server.publish(Events.passing("a", 2));
        server.publish(Events.lasting("b", 3));
        server.publish(Events.lasting("a", 4));
        server.publish(Events.passing("b", 5));
        server.publish(Events.station("kiosk-01", 6));
        server.end("b");
        try (SseSocket reader = SseSocket.open(server.port(), "/stations/stream")) {
            String data = reader.next(each -> each.is("snapshot")).data();

            assertThat(data).contains("\"session\":null");
            assertThat(NUMBER.matcher(data).results().map(each -> each.group(1)))
                    .containsExactly("2", "3", "4", "6");
        }
    }

    @Test
    void filtersHoldForTheSnapshotAndForWhatFollows() throws IOException {
        server.publish(Events.lasting("a", 1));
        server.publish(Events.lasting("b", 2));
        server.publish(Events.passing("b", 3));
        server.publish(Events.station("kiosk-02", 4));
        try (SseSocket bySession = open("?session=b&session=c");
                SseSocket byType = open("?type=quality_update&type=station_status");
                SseSocket byStation = open("?station=kiosk-02");
                SseSocket byBoth = open("?session=b&type=state_change")) {
            assertThat(snapshot(bySession))
                    .contains("\"n\":2", "\"n\":3")
                    .doesNotContain(":1}", ":4}");
            assertThat(snapshot(byType))
                    .contains("\"n\":3", "\"n\":4")
                    .doesNotContain(":1}", ":2}");
            assertThat(snapshot(byStation)).contains("\"n\":4").doesNotContain(":1}", ":2}", ":3}");
            assertThat(snapshot(byBoth)).contains("\"n\":2").doesNotContain(":1}", ":3}", ":4}");
            server.publish(Events.lasting("a", 5));
            server.publish(Events.lasting("b", 6));
            server.publish(Events.passing("c", 7));
            server.publish(Events.station("kiosk-02", 8));

            assertThat(bySession.take(2)).extracting(SseEvent::n).containsExactly(6L, 7L);
            assertThat(byType.take(2)).extracting(SseEvent::n).containsExactly(7L, 8L);
            assertThat(byStation.next().n()).isEqualTo(8);
            assertThat(byBoth.next().n()).isEqualTo(6);
        }
    }

    @Test
    void aSparseReaderGetsAllThatLastsAndFewOfWhatPasses() throws IOException {
        server.publish(Events.lasting("a", 0));
        try (SseSocket sparse = open("?pace=sparse");
                SseSocket live = open("?pace=live")) {
            snapshot(sparse);
            snapshot(live);
            long began = System.nanoTime();
            for (int n = 1; n <= 300; n++) {
                server.publish(n % 50 == 0 ? Events.lasting("a", n) : Events.passing("a", n));
            }
            server.publish(Events.passing("b", 301));
            Duration took = Duration.ofNanos(System.nanoTime() - began);

            List<Long> seen = new ArrayList<>();
            for (long n = 0; n != 301; seen.add(n)) {
                n = sparse.next().n();
            }
            assertThat(seen).contains(50L, 100L, 150L, 200L, 250L, 300L, 301L).isSorted();
            assertThat(seen).contains(1L); // the first of its kind passes at once
            assertThat(seen.size() - 7).isLessThanOrEqualTo(1 + (int) took.dividedBy(Pace.EVERY));
            assertThat(live.take(301)).extracting(SseEvent::n).isSorted();
        }
    }

    @Test
    void whatPassesSlowlyPassesWholly() throws IOException {
        try (SseSocket sparse = open("?pace=sparse")) {
            snapshot(sparse);
            for (int n = 1; n <= 3; n++) {
                long published = System.nanoTime();
                server.publish(Events.passing("a", n));
                assertThat(sparse.next().n()).isEqualTo(n);
                await().until(() -> System.nanoTime() - published >= Pace.EVERY.toNanos());
            }
        }
    }

    @Test
    void anotherPaceIsRefused() throws IOException {
        try (SseSocket reader = open("?pace=allegro")) {
            assertThat(reader.status()).isEqualTo(400);
        }
    }

    private static String snapshot(SseSocket reader) throws IOException {
        return reader.next(each -> each.is("snapshot")).data();
    }

    private SseSocket open(String query) throws IOException {
        return SseSocket.open(server.port(), "/stations/stream" + query);
    }
}
