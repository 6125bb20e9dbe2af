package dev.tanaw.stream.follow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tanaw.stream.client.CuttingProxy;
import dev.tanaw.stream.client.Source;
import dev.tanaw.stream.client.Told;
import dev.tanaw.stream.http.StreamConfig;
import dev.tanaw.stream.http.StreamServer;
import dev.tanaw.stream.hub.Pulse;
import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.Retention;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FollowTest {
    private static final Duration SOON = Duration.ofMillis(10);

    private final HttpClient http = HttpClient.newHttpClient();
    private final StreamServer station = StreamServer.start(config(0));
    private final StreamServer other = StreamServer.start(config(0));

    private static StreamConfig config(int port) {
        return StreamConfig.onPort(port)
                .opened()
                .pulsing(
                        new Pulse(
                                Duration.ofMillis(200),
                                Duration.ofSeconds(5),
                                Duration.ofMinutes(1)));
    }

    private static URI url(StreamServer server) {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    private static Following following(URI... urls) {
        return following(Duration.ZERO, urls);
    }

    private static Following following(Duration patience, URI... urls) {
        return new Following(
                Stream.of(urls)
                        .map(url -> Source.of(url).waiting(Duration.ofSeconds(5), SOON))
                        .toList(),
                "hub-test",
                patience);
    }

    private static StreamServer hub(URI... urls) {
        return StreamServer.start(config(0), following(urls));
    }

    @AfterEach
    void stop() {
        http.close();
        station.close();
        other.close();
    }

    private String get(StreamServer server, String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(url(server).resolve(path)).build();
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// What a server holds of a session, one envelope a line.
    private List<String> held(StreamServer server, String session) {
        String body = get(server, "/face/sessions/" + session + "/events");
        return body.contains("unknown_session") ? List.of() : body.lines().toList();
    }

    private List<Long> numbers(StreamServer server, String session) {
        return held(server, session).stream().map(FollowTest::number).toList();
    }

    private static long number(String json) {
        int at = json.indexOf("\"seq\":") + 6;
        return Long.parseLong(json.substring(at, json.indexOf(',', at)));
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static void publish(StreamServer server, String station, String session, long... seqs) {
        LongStream.of(seqs).forEach(seq -> server.publish(Told.lasting(station, session, seq)));
    }

    @Test
    void whatTwoStationsTellIsToldOnByteForByte() {
        publish(station, "kiosk-01", "before", 1, 2, 3);
        station.publish(Told.status("kiosk-01", 1, 10));
        try (StreamServer hub = hub(url(station), url(other))) {
            await().until(() -> numbers(hub, "before").equals(upTo(3)));
            publish(station, "kiosk-01", "one", 1, 2);
            publish(other, "kiosk-02", "two", 1, 2);
            station.publish(ending("kiosk-01", "one", 3));
            await().until(() -> numbers(hub, "one").equals(upTo(3)));
            await().until(() -> numbers(hub, "two").equals(upTo(2)));

            assertThat(held(hub, "before")).isEqualTo(held(station, "before"));
            assertThat(held(hub, "one")).isEqualTo(held(station, "one"));
        }
    }

    private static Message ending(String station, String session, long seq) {
        return Told.message(station, session, "session_ended", Retention.LASTING, seq);
    }

    @Test
    void overALineThatBreaksAnywhereNothingIsMissedAndNothingToldTwice() {
        int events = 4000;
        try (CuttingProxy proxy = new CuttingProxy(station.port(), 11).cutting(8000);
                StreamServer hub =
                        StreamServer.start(
                                config(0), following(Duration.ofMinutes(1), proxy.url("/")))) {
            Random random = new Random(11);
            for (long n = 1; n <= events; n++) {
                station.publish(
                        random.nextBoolean()
                                ? Told.lasting("kiosk-01", "a", n)
                                : Told.passing("kiosk-01", "a", n));
                while (n - hub.stats().published() > 100) {
                    LockSupport.parkNanos(200_000);
                }
            }
            await().until(() -> hub.stats().published() >= events);

            assertThat(proxy.cuts()).isGreaterThan(50);
            assertThat(numbers(hub, "a")).isEqualTo(upTo(events));
            assertThat(hub.stats().published()).isEqualTo(events);
        }
    }

    @Test
    void aStationThatWasKilledIsStaleAndItsSessionIsOverWhenItIsBackWithoutIt() {
        StreamServer killed = StreamServer.start(config(0));
        killed.publish(Told.status("kiosk-03", 1, 10));
        publish(killed, "kiosk-03", "lost", 1, 2);
        try (CuttingProxy line = new CuttingProxy(killed.port(), 1);
                StreamServer hub = hub(line.url("/"))) {
            await().until(() -> numbers(hub, "lost").equals(upTo(2)));
            line.lead(1); // nobody listens there
            await().until(() -> stations(hub).contains("\"station_stale\""));
            assertThat(stations(hub)).contains("\"stations\":[\"kiosk-03\"]");
            assertThat(get(hub, "/face/stream/stats")).contains("\"state\":\"stale\"");
            assertThat(get(hub, "/metrics")).contains("tanaw_stream_followed{state=\"stale\"} 1.0");
            killed.close();
            try (StreamServer again = StreamServer.start(config(0))) {
                again.publish(Told.status("kiosk-03", 1, 20));
                publish(again, "kiosk-03", "new", 1);
                line.lead(again.port());
                await().until(() -> numbers(hub, "new").equals(upTo(1)));
                await().until(() -> stations(hub).contains("\"station_back\""));
                await().until(() -> numbers(hub, "lost").equals(upTo(3)));
                assertThat(get(hub, "/face/stream/stats")).contains("\"state\":\"live\"");
            }
            assertThat(held(hub, "lost").getLast())
                    .contains("\"type\":\"session_ended\"", "\"outcome\":\"abandoned\"");
        }
    }

    /// How all stand, as a snapshot tells it.
    private String stations(StreamServer server) {
        HttpRequest request =
                HttpRequest.newBuilder(url(server).resolve("/stations/stream")).build();
        try (Stream<String> lines = http.send(request, BodyHandlers.ofLines()).body()) {
            return lines.filter(line -> line.startsWith("data: {\"offset\""))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aLineThatFellBehindTheHistoryFetchesWhatASnapshotLeavesOut() {
        try (CuttingProxy line = new CuttingProxy(station.port(), 1);
                StreamServer hub = hub(line.url("/"))) {
            publish(station, "kiosk-01", "a", 1);
            await().until(() -> numbers(hub, "a").equals(upTo(1)));
            line.lead(other.port()); // another log, which is a reset
            publish(other, "kiosk-01", "a", LongStream.rangeClosed(1, 9).toArray());
            publish(other, "kiosk-01", "b", 1, 2, 3);

            await().until(() -> numbers(hub, "a").equals(upTo(9)));
            await().until(() -> numbers(hub, "b").equals(upTo(3)));
        }
    }

    @Test
    void aCameraThatWasFoundReplacesTheOneThatWasLost() throws Exception {
        try (StreamServer hub = hub(url(station))) {
            post(station, "/stations/events", "{\"type\":\"camera_lost\",\"data\":{}}");
            await().until(() -> stations(hub).contains("camera_lost"));
            post(station, "/stations/events", "{\"type\":\"camera_found\",\"data\":{}}");
            await().until(() -> stations(hub).contains("camera_found"));

            assertThat(stations(hub)).doesNotContain("camera_lost");
        }
    }

    @Test
    void aHubWithAJournalGoesOnAfterARestartAndTellsNothingTwice(@TempDir Path folder) {
        publish(station, "kiosk-01", "a", 1, 2, 3);
        StreamConfig kept = config(0).keeping(folder, _ -> {});
        String epoch;
        try (StreamServer hub = StreamServer.start(kept, following(url(station)))) {
            await().until(() -> numbers(hub, "a").equals(upTo(3)));
            epoch = hub.stats().head();
        }
        publish(station, "kiosk-01", "a", 4, 5);
        try (StreamServer hub = StreamServer.start(kept, following(url(station)))) {
            await().until(() -> numbers(hub, "a").equals(upTo(5)));

            assertThat(held(hub, "a")).isEqualTo(held(station, "a"));
            assertThat(hub.stats().head()).startsWith(epoch.substring(0, epoch.indexOf('-')));
            assertThat(hub.stats().published()).isEqualTo(2);
        }
    }

    @Test
    void aHubThatIsLedToItselfSaysSoAndTellsNothingTwice() {
        try (CuttingProxy line = new CuttingProxy(1, 1);
                StreamServer hub = hub(line.url("/"))) {
            line.lead(hub.port());
            await().until(() -> get(hub, "/face/stream/stats").contains("\"state\":\"itself\""));
            await().until(() -> hub.stats().connections() == 0);
            publish(hub, "kiosk-01", "a", 1, 2);

            assertThat(numbers(hub, "a")).isEqualTo(upTo(2));
        }
    }

    @Test
    void inACircleOfHubsEachEventEndsWhereItIsKnown() throws Exception {
        try (CuttingProxy toSecond = new CuttingProxy(1, 1);
                StreamServer first = hub(url(station), toSecond.url("/"));
                StreamServer second = hub(url(first))) {
            toSecond.lead(second.port());
            // What is published before is told by a snapshot, which has the newest only.
            await().until(() -> liveLines(first) == 2 && liveLines(second) == 1);
            publish(station, "kiosk-01", "a", LongStream.rangeClosed(1, 50).toArray());
            station.publish(Told.status("kiosk-01", 1, 10));
            station.publish(Told.status("kiosk-01", 2, 11));
            post(second, "/face/sessions/own/events", "{\"type\":\"warning\",\"data\":{}}");
            post(second, "/stations/events", "{\"type\":\"station_status\",\"data\":{}}");
            await().until(() -> numbers(first, "own").equals(upTo(1)));
            await().until(() -> numbers(second, "a").equals(upTo(50)));
            // A last event that has been all around: nothing before it is still on its way.
            long before = known(first);
            station.publish(Told.lasting("kiosk-01", "last", 1));
            await().until(() -> known(first) > before);
            await().until(() -> known(second) >= 1);

            assertThat(numbers(first, "a")).isEqualTo(upTo(50));
            assertThat(numbers(second, "a")).isEqualTo(upTo(50));
            assertThat(numbers(second, "own")).isEqualTo(upTo(1));
            assertThat(type(first, "station_status")).isEqualTo(3);
            assertThat(type(second, "station_status")).isEqualTo(3);
        }
    }

    private void post(StreamServer server, String path, String body) throws Exception {
        http.send(
                HttpRequest.newBuilder(url(server).resolve(path))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private long liveLines(StreamServer server) {
        return get(server, "/face/stream/stats").split("\"state\":\"live\"", -1).length - 1L;
    }

    private long known(StreamServer server) {
        return metric(server, "tanaw_stream_relay_known_total ");
    }

    private long type(StreamServer server, String type) {
        return metric(server, "tanaw_stream_events_total{type=\"" + type + "\"} ");
    }

    private long metric(StreamServer server, String name) {
        return get(server, "/metrics")
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> Math.round(Double.parseDouble(line.substring(name.length()))))
                .findFirst()
                .orElse(0L);
    }

    @Test
    void whatIsNoEnvelopeIsLeftOut() {
        assertThat(Envelope.read("{}".getBytes(UTF_8))).isEmpty();
        assertThat(Envelope.read("[]".getBytes(UTF_8))).isEmpty();
        assertThat(Envelope.read("{\"station\":".getBytes(UTF_8))).isEmpty();
        assertThat(Envelope.read(new byte[] {'{', (byte) 0xff, '}'})).isEmpty();
        byte[] good = Told.lasting("kiosk-01", "a", 7).json();
        assertThat(Envelope.read(good)).isPresent();
        for (String field : List.of("station", "session", "seq", "type", "time", "data")) {
            String bad =
                    new String(good, UTF_8)
                            .replaceFirst("\"" + field + "\":[^,{]*", "\"" + field + "\":false");
            assertThat(Envelope.read(bad.getBytes(UTF_8))).as(bad).isEmpty();
        }
    }
}
