package dev.tanaw.stream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tanaw.stream.hub.Clocks;
import dev.tanaw.stream.hub.Pulse;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// More readers than places, and sessions that their producer has forgotten.
@Timeout(60)
class LimitsTest {
    private static final String EVENT_SOURCE = "Accept: text/event-stream";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private StreamServer server = start(2, 2);

    private StreamServer start(int connections, int perAddress) {
        return StreamServer.start(
                StreamConfig.onPort(0)
                        .opened()
                        .telling(Clocks.of(now::get))
                        .pulsing(
                                new Pulse(
                                        Duration.ofMillis(100),
                                        Duration.ofSeconds(5),
                                        Duration.ofHours(1)))
                        .limited(
                                new Limits(
                                        connections,
                                        perAddress,
                                        10,
                                        Duration.ofMinutes(30),
                                        Duration.ofHours(2),
                                        Duration.ofSeconds(20))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anEventSourceWithoutAPlaceIsToldToComeBackLater() throws IOException {
        try (SseSocket one = SseSocket.open(server.port(), "/stations/stream", EVENT_SOURCE)) {
            try (SseSocket _ = SseSocket.open(server.port(), "/stations/stream", EVENT_SOURCE);
                    SseSocket three =
                            SseSocket.open(server.port(), "/stations/stream", EVENT_SOURCE)) {
                SseEvent bye = three.next();
                assertThat(three.status()).isEqualTo(200);
                assertThat(bye.event()).isEqualTo("stream_bye");
                assertThat(bye.data()).isEqualTo("{\"code\":\"limit\"}");
                assertThat(bye.retry()).contains(30_000L);
                assertThatThrownBy(three::next).isInstanceOf(EOFException.class);
            }
            one.next(each -> each.is("snapshot"));
            await().until(() -> server.stats().connections() == 1);
            try (SseSocket four = SseSocket.open(server.port(), "/stations/stream", EVENT_SOURCE)) {
                assertThat(four.next().event()).isEqualTo("stream_open");
            }
        }
        await().until(() -> server.stats().connections() == 0);
    }

    @Test
    void othersAreAnsweredWithAnErrorThatSaysWhoseLimitItIs() throws IOException {
        server.close();
        server = start(1, 5);
        try (SseSocket one = SseSocket.open(server.port(), "/stations/stream");
                SseSocket two = SseSocket.open(server.port(), "/stations/stream")) {
            assertThat(one.status()).isEqualTo(200);
            assertThat(two.status()).isEqualTo(503);
            assertThat(two.headers()).contains("Retry-After: 5");
            assertThatThrownBy(() -> RawSocket.open(server.port(), "/stations/socket"))
                    .hasMessageContaining("503");
        }
        server.close();
        server = start(5, 1);
        try (SseSocket one = SseSocket.open(server.port(), "/stations/stream");
                SseSocket two = SseSocket.open(server.port(), "/stations/stream")) {
            assertThat(one.status()).isEqualTo(200);
            assertThat(two.status()).isEqualTo(429);
        }
    }

    @Test
    void aSessionThatItsProducerHasForgottenIsEndedAndItsReadersSeeIt() throws Exception {
        publish("quiet");
        publish("busy");
        try (SseSocket reader = SseSocket.open(server.port(), "/face/stream/quiet")) {
            reader.next(each -> each.is("snapshot"));
            now.set(Instant.EPOCH.plus(Duration.ofMinutes(20)));
            publish("busy");
            now.set(Instant.EPOCH.plus(Duration.ofMinutes(31)));
            SseEvent end = reader.next(each -> each.is("session_ended"));

            assertThat(end.data()).contains("\"seq\":2,\"prev\":1", "\"outcome\":\"abandoned\"");
            assertThat(server.stats().sessionsLive()).isEqualTo(1);
            now.set(Instant.EPOCH.plus(Duration.ofMinutes(49)));
            publish("busy");
            now.set(Instant.EPOCH.plus(Duration.ofMinutes(78)));
            publish("busy");
            now.set(Instant.EPOCH.plus(Duration.ofMinutes(100)));
            publish("busy");
            now.set(Instant.EPOCH.plus(Duration.ofMinutes(121)));
            await().until(() -> server.stats().sessionsLive() == 0);
        }
    }

    private void publish(String session) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri =
                    URI.create(
                            "http://127.0.0.1:%d/face/sessions/%s/events"
                                    .formatted(server.port(), session));
            HttpRequest request =
                    HttpRequest.newBuilder(uri)
                            .POST(BodyPublishers.ofString("{\"type\":\"x\",\"data\":{}}"))
                            .build();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }
}
