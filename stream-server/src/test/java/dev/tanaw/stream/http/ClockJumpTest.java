package dev.tanaw.stream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tanaw.stream.hub.Clocks;
import dev.tanaw.stream.hub.Pulse;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The machine's clock is set while sessions are under way: nobody is thrown out by it, and nobody
/// stays for ever.
@Timeout(60)
class ClockJumpTest {
    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");

    private final AtomicReference<Instant> steady = new AtomicReference<>(START);
    private final AtomicReference<Duration> set = new AtomicReference<>(Duration.ZERO);
    private final StreamServer server =
            StreamServer.start(
                    StreamConfig.onPort(0)
                            .opened()
                            .telling(new Clocks(() -> steady.get().plus(set.get()), steady::get))
                            .pulsing(
                                    new Pulse(
                                            Duration.ofMillis(100),
                                            Duration.ofSeconds(5),
                                            Duration.ofMinutes(10))));

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {-500_000, -3, -1, 1, 3, 2, 500_000})
    void aSessionGoesOnAndLastsAsLongAsItDoes(long hours) throws Exception {
        publish("a");
        try (SseSocket reader = SseSocket.open(server.port(), "/face/stream/a")) {
            reader.next(each -> each.is("snapshot"));
            pass(Duration.ofMinutes(1));
            set.set(Duration.ofHours(hours));
            publish("a");

            JsonNode event = new JsonMapper().readTree(reader.next(each -> each.is("x")).data());
            assertThat(event.path("elapsed_ms").asLong()).isEqualTo(60_000);
            assertThat(event.path("time").asText())
                    .isEqualTo(START.plusSeconds(60 + hours * 3600).toString());
            pass(Duration.ofMinutes(29));
            publish("a");
            pass(Duration.ofMinutes(29));
            publish("a");
            reader.next(each -> each.data().contains("\"seq\":4"));
            assertThat(server.stats().sessionsLive()).isEqualTo(1);

            pass(Duration.ofMinutes(31));
            SseEvent end = reader.next(each -> each.is("session_ended"));
            assertThat(end.data()).contains("abandoned", "\"seq\":5,\"prev\":4");
        }
    }

    @Test
    void aSessionThatHasEndedIsHeldAsLongAsPromised() throws Exception {
        publish("a");
        server.end("a");
        set.set(Duration.ofHours(-3));
        publish("other"); // so that the jump has been seen
        pass(Duration.ofMinutes(11));

        await().until(() -> server.stats().sessions() == 1);
    }

    private void pass(Duration time) {
        steady.updateAndGet(each -> each.plus(time));
    }

    private void publish(String session) throws IOException, InterruptedException {
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
