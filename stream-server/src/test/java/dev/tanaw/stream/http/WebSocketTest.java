package dev.tanaw.stream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tanaw.stream.hub.Pulse;
import dev.tanaw.stream.log.Bound;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The same stream over a WebSocket, and what a client can ask of it while it runs.
@Timeout(60)
class WebSocketTest {
    private final StreamServer server =
            StreamServer.start(
                    StreamConfig.onPort(0)
                            .pulsing(
                                    new Pulse(
                                            Duration.ofSeconds(15),
                                            Duration.ofSeconds(5),
                                            Duration.ofMinutes(5))));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void eventsAreTextMessagesAtTheSamePositionsAsOverSse() throws Exception {
        server.publish(Events.lasting("a", 1));
        try (RawSocket socket = RawSocket.open(server.port(), "/face/socket/a");
                SseSocket sse = SseSocket.open(server.port(), "/face/stream/a")) {
            JsonNode open = socket.next();
            JsonNode snapshot = socket.next();
            sse.next(each -> each.is("snapshot"));
            server.publish(Events.lasting("a", 2));
            server.publish(Events.sized("a", 3, 200));
            server.publish(Events.sized("a", 4, 70_000));

            assertThat(open.path("event").asText()).isEqualTo("stream_open");
            assertThat(open.path("data").path("mode").asText()).isEqualTo("snapshot");
            assertThat(open.path("retry").asInt()).isPositive();
            assertThat(snapshot.path("event").asText()).isEqualTo("snapshot");
            for (int n = 2; n <= 4; n++) {
                SseEvent there = sse.next();
                JsonNode here = socket.next();
                assertThat(here.path("id").asText()).isEqualTo(there.id().orElseThrow());
                assertThat(here.path("event").asText()).isEqualTo("state_change");
                assertThat(here.path("data").toString()).isEqualTo(there.data());
                assertThat(here.path("data").path("n").asInt()).isEqualTo(n);
            }
        }
        await().until(() -> server.stats().connections() == 0);
    }

    @Test
    void aPositionOfOneKindOfStreamIsGoodOnTheOther() throws Exception {
        String first = server.publish(Events.lasting("a", 1)).toString();
        server.publish(Events.lasting("b", 2));
        server.publish(Events.lasting("a", 3));
        try (RawSocket socket =
                RawSocket.open(server.port(), "/stations/socket?last_event_id=" + first)) {
            assertThat(socket.next().path("data").path("mode").asText()).isEqualTo("replay");
            assertThat(socket.next().path("data").path("n").asInt()).isEqualTo(2);
            assertThat(socket.next().path("data").path("n").asInt()).isEqualTo(3);
        }
    }

    @Test
    void whatIsFollowedCanBeChangedWhileItRuns() throws Exception {
        server.publish(Events.lasting("a", 1));
        server.publish(Events.lasting("b", 2));
        try (RawSocket socket = RawSocket.open(server.port(), "/stations/socket?session=a")) {
            assertThat(socket.next("snapshot").path("data").path("events")).hasSize(1);
            socket.say("{\"command\":\"subscribe\",\"session\":[\"b\",\"c\"]}");
            JsonNode filter = socket.next();

            assertThat(filter.path("event").asText()).isEqualTo("stream_filter");
            assertThat(filter.path("data").path("session").toString()).isEqualTo("[\"b\",\"c\"]");
            assertThat(
                            socket.next("snapshot")
                                    .path("data")
                                    .path("events")
                                    .path(0)
                                    .path("n")
                                    .asInt())
                    .isEqualTo(2);
            server.publish(Events.lasting("a", 3));
            server.publish(Events.lasting("c", 4));
            assertThat(socket.next().path("data").path("n").asInt()).isEqualTo(4);

            socket.say("{\"command\":\"unsubscribe\",\"session\":[\"c\"]}");
            socket.next("snapshot");
            server.publish(Events.lasting("c", 5));
            server.publish(Events.lasting("b", 6));
            assertThat(socket.next().path("data").path("n").asInt()).isEqualTo(6);

            socket.say("{\"command\":\"unsubscribe\"}");
            assertThat(socket.next().path("data").path("paused").asBoolean()).isTrue();
            server.publish(Events.lasting("b", 7));
            socket.say("{\"command\":\"ping\"}");
            assertThat(socket.next().path("event").asText()).isEqualTo("stream_pong");
            socket.say("{\"command\":\"subscribe\"}");
            assertThat(socket.next().path("data").path("paused").asBoolean()).isFalse();
            assertThat(socket.next("snapshot").path("data").path("events")).hasSize(3);
        }
    }

    @Test
    void aStreamCanGoBackToAPosition() throws Exception {
        String first = server.publish(Events.lasting("a", 1)).toString();
        server.publish(Events.lasting("a", 2));
        try (RawSocket socket = RawSocket.open(server.port(), "/stations/socket")) {
            socket.next("snapshot");
            socket.say("{\"command\":\"resume\",\"last_event_id\":\"" + first + "\"}");
            assertThat(socket.next().path("data").path("mode").asText()).isEqualTo("replay");
            assertThat(socket.next().path("data").path("n").asInt()).isEqualTo(2);
            socket.say("{\"command\":\"resume\",\"last_event_id\":\"zz-1\"}");
            assertThat(socket.next().path("data").path("mode").asText()).isEqualTo("reset");
            assertThat(socket.next().path("event").asText()).isEqualTo("stream_reset");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense|malformed_command",
                "[1]|malformed_command",
                "{}|unknown_command",
                "{\"command\":\"fly\"}|unknown_command",
                "{\"command\":\"resume\"}|malformed_command",
                "{\"command\":\"subscribe\",\"session\":\"a\"}|malformed_filter",
                "{\"command\":\"subscribe\",\"session\":[\"a b\"]}|malformed_filter",
                "{\"command\":\"subscribe\",\"type\":[7]}|malformed_filter"
            })
    void anErrorIsAFrameAndTheStreamGoesOn(String command, String code) throws Exception {
        server.publish(Events.lasting("a", 1));
        try (RawSocket socket = RawSocket.open(server.port(), "/stations/socket")) {
            socket.next("snapshot");
            socket.say(command);
            JsonNode error = socket.next();
            server.publish(Events.lasting("a", 2));

            assertThat(error.path("event").asText()).isEqualTo("stream_error");
            assertThat(error.path("data").path("code").asText()).isEqualTo(code);
            assertThat(socket.next().path("data").path("n").asInt()).isEqualTo(2);
        }
    }

    @Test
    void fragmentsWithAPingBetweenThemAndBytesOneByOneAreUnderstood() throws Exception {
        try (RawSocket socket = RawSocket.open(server.port(), "/stations/socket")) {
            socket.next("snapshot");
            socket.frame(0x01, "{\"comm");
            socket.frame(0x89, "are you there?");
            socket.frame(0x80, "and\":\"ping\"}");

            assertThat(socket.nextFrame()).isEqualTo(new RawSocket.Frame(0x8a, "are you there?"));
            assertThat(socket.next().path("event").asText()).isEqualTo("stream_pong");
            socket.trickle(0x81, "{\"command\":\"ping\"}");
            assertThat(socket.next().path("event").asText()).isEqualTo("stream_pong");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0x83, x, 1002", // an opcode that does not exist
        "0xc1, x, 1002", // compressed, which was not agreed
        "0x09, x, 1002", // a fragmented ping
        "0x80, x, 1002", // the rest of nothing
        "0x82, x, 1003", // binary
    })
    void whatBreaksTheProtocolIsSentAwayWithTheNumberThatSaysSo(
            String opcode, String payload, int code) throws Exception {
        try (RawSocket socket = RawSocket.open(server.port(), "/stations/socket")) {
            socket.next("snapshot");
            socket.frame(Integer.decode(opcode), payload);

            assertThat(socket.closeCode()).isEqualTo(code);
        }
        await().until(() -> server.stats().connections() == 0);
    }

    @Test
    void unmaskedUnreadableHugeAndTooManyFramesAreSentAway() throws Exception {
        try (RawSocket socket = RawSocket.open(server.port(), "/stations/socket")) {
            socket.raw(0x81, 0x01, 'x');
            assertThat(socket.closeCode()).isEqualTo(1002);
        }
        try (RawSocket socket = RawSocket.open(server.port(), "/stations/socket")) {
            socket.raw(0x81, 0x81, 0, 0, 0, 0, 0xff);
            assertThat(socket.closeCode()).isEqualTo(1007);
        }
        try (RawSocket socket = RawSocket.open(server.port(), "/stations/socket")) {
            socket.raw(0x81, 0xff, 0, 0, 0, 0, 0x7f, 0, 0, 0, 0, 0, 0, 0);
            assertThat(socket.closeCode()).isEqualTo(1009);
        }
        try (RawSocket socket = RawSocket.open(server.port(), "/stations/socket")) {
            socket.raw(0x88, 0x81, 0, 0, 0, 0, 1);
            assertThat(socket.closeCode()).isEqualTo(1002);
        }
        await().until(() -> server.stats().connections() == 0);
    }

    @Test
    void aCloseIsAnsweredWithAClose() throws Exception {
        try (RawSocket socket = RawSocket.open(server.port(), "/stations/socket")) {
            socket.next("snapshot");
            socket.raw(0x88, 0x82, 0, 0, 0, 0, 0x03, 0xe8);
            assertThat(socket.nextFrame().opcode()).isEqualTo(0x88);
        }
        await().until(() -> server.stats().connections() == 0);
    }

    @Test
    void theEndOfTheServerIsSaidAndNumbered() throws Exception {
        try (RawSocket socket = RawSocket.open(server.port(), "/stations/socket")) {
            socket.next("snapshot");
            server.close();

            assertThat(socket.next().path("data").path("code").asText()).isEqualTo("drain");
            assertThat(socket.closeCode()).isEqualTo(1001);
        }
    }

    @Test
    void aSocketThatNeverReadsHoldsNobodyUp() throws Exception {
        server.close();
        Bound bound = new Bound(200_000, 1 << 20);
        try (StreamServer small = StreamServer.start(StreamConfig.onPort(0).holding(bound, bound));
                RawSocket deaf = RawSocket.open(small.port(), "/stations/socket");
                RawSocket good = RawSocket.open(small.port(), "/stations/socket")) {
            good.next("snapshot");
            deaf.next("snapshot");
            for (int n = 1; n <= 20_000; n++) {
                small.publish(Events.sized("a", n, 1000));
                if (n % 100 == 0) {
                    int wanted = n;
                    assertThat(good.nextEvent(wanted)).isTrue();
                }
            }
            boolean gap = false;
            while (!gap) {
                gap = deaf.next().path("event").asText().equals("stream_gap");
            }
            assertThat(deaf.next().path("event").asText()).isEqualTo("snapshot");
        }
    }

    @Test
    void theWebSocketOfTheJdkUnderstandsIt() throws Exception {
        server.publish(Events.lasting("a", 1));
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            WebSocket socket =
                    client.newWebSocketBuilder()
                            .buildAsync(
                                    URI.create(
                                            "ws://127.0.0.1:" + server.port() + "/stations/socket"),
                                    new Listener(heard))
                            .get(10, TimeUnit.SECONDS);
            assertThat(heard.poll(10, TimeUnit.SECONDS)).contains("stream_open");
            assertThat(heard.poll(10, TimeUnit.SECONDS)).contains("snapshot");
            socket.sendText("{\"command\":\"ping\"}", true).get(10, TimeUnit.SECONDS);
            assertThat(heard.poll(10, TimeUnit.SECONDS)).contains("stream_pong");
            socket.sendClose(1000, "").get(10, TimeUnit.SECONDS);
            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("closed 1000");
        }
        await().until(() -> server.stats().connections() == 0);
    }

    private record Listener(BlockingQueue<String> heard) implements WebSocket.Listener {
        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence text, boolean last) {
            heard.add(text.toString());
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            heard.add("closed " + code);
            return null;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/stations/socket, '', 426, websocket_only",
        "/stations/socket, Upgrade: websocket|Connection: Upgrade, 400, handshake",
        "/face/socket/nobody, '', 426, websocket_only",
        "/face/socket/a.b, '', 400, malformed_id"
    })
    void whatIsNoHandshakeIsRefused(String path, String headers, int status, String code)
            throws IOException {
        String[] lines = headers.isEmpty() ? new String[0] : headers.split("\\|", -1);
        try (SseSocket socket = SseSocket.open(server.port(), path, lines)) {
            assertThat(socket.status()).isEqualTo(status);
            List<String> answer = new ArrayList<>(socket.headers());
            assertThat(answer).anyMatch(line -> line.contains("problem+json"));
        }
    }

    @Test
    void anEventSourceChangesWhatItFollowsByTheNameItWasGiven() throws Exception {
        server.publish(Events.lasting("a", 1));
        try (SseSocket all = SseSocket.open(server.port(), "/stations/stream?session=a");
                HttpClient client = HttpClient.newHttpClient()) {
            String opening = all.next().data();
            int at = opening.indexOf("\"subscription\":\"") + 16;
            String name = opening.substring(at, opening.indexOf('"', at));
            all.next(each -> each.is("snapshot"));

            assertThat(put(client, name, "{\"session\":[\"b\"]}")).isEqualTo(202);
            assertThat(all.next().event()).isEqualTo("stream_filter");
            assertThat(all.next().data()).contains("\"events\":[]");
            server.publish(Events.lasting("a", 2));
            server.publish(Events.lasting("b", 3));
            assertThat(all.next().n()).isEqualTo(3);
            assertThat(put(client, name, "{\"session\":7}")).isEqualTo(400);
            assertThat(put(client, name, "{")).isEqualTo(400);
            assertThat(put(client, "nobody", "{}")).isEqualTo(404);
        }
    }

    private int put(HttpClient client, String name, String body) throws Exception {
        URI uri =
                URI.create(
                        "http://127.0.0.1:%d/stations/subscriptions/%s"
                                .formatted(server.port(), name));
        return client.send(
                        HttpRequest.newBuilder(uri).PUT(BodyPublishers.ofString(body)).build(),
                        BodyHandlers.ofString())
                .statusCode();
    }
}
