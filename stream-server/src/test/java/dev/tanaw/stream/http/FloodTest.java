package dev.tanaw.stream.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tanaw.stream.hub.Pulse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Those who send too much of something, or take too long over it.
@Timeout(60)
class FloodTest {
    private static final Limits LIMITS =
            new Limits(
                    2, 2, 2, Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofMillis(500));

    private final StreamServer server =
            StreamServer.start(
                    StreamConfig.onPort(0)
                            .opened()
                            .pulsing(
                                    new Pulse(
                                            Duration.ofMillis(400),
                                            Duration.ofSeconds(5),
                                            Duration.ofHours(1)))
                            .limited(LIMITS));

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n",
                "POST /face/sessions/a/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n",
                "GET /face/sessions HTTP/1.1\r\nHost: localhost\r\n\r\nGET /face/sessions HTTP/1.1\r\n",
            })
    void whoeverTricklesARequestIsHungUpOn(String before) throws IOException {
        try (Socket socket = socket()) {
            socket.getOutputStream().write(before.getBytes(ISO_8859_1));
            String header = "GET /face/sessions HTTP/1.1\r\nX-Long: " + "x".repeat(4000);
            assertThatThrownBy(() -> Trickle.into(socket, header)).isInstanceOf(IOException.class);
        }
        assertThat(server.stats().connections()).isZero();
    }

    @Test
    void aStreamIsNotARequestThatTakesLong() throws IOException {
        try (SseSocket reader = SseSocket.open(server.port(), "/stations/stream")) {
            for (int beats = 0; beats < 4; beats++) {
                reader.next(each -> each.is("stream_beat"));
            }
        }
    }

    @Test
    void socketsBeyondTheLimitWaitUntilOthersAreGone() throws IOException {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < LIMITS.sockets(); i++) {
                silent.add(socket());
            }
            try (Socket late = socket()) {
                late.setSoTimeout(300);
                late.getOutputStream()
                        .write(
                                "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                        .getBytes(ISO_8859_1));
                assertThatThrownBy(() -> late.getInputStream().read())
                        .isInstanceOf(SocketTimeoutException.class);
                silent.removeLast().close();
                silent.removeLast().close();
                late.setSoTimeout(10_000);
                assertThat(late.getInputStream().read()).isEqualTo('H');
            }
        } finally {
            for (Socket each : silent) {
                each.close();
            }
        }
    }

    @Test
    void strangersCannotPushOutTheSessionsOfOthers() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient();
                SseSocket reader = SseSocket.open(server.port(), "/stations/stream?from=now")) {
            publish(client, "first", "{\"type\":\"x\",\"data\":{}}");
            int more = 0;
            HttpResponse<String> answer;
            do {
                answer = publish(client, "flood-" + more++, "{\"type\":\"x\",\"data\":{}}");
            } while (answer.statusCode() == 200 && more < 5000);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("too_many_sessions");
            assertThat(server.stats().sessionsLive()).isEqualTo(more); // the first, less this one
            assertThat(publish(client, "first", "{\"type\":\"y\",\"data\":{}}").statusCode())
                    .isEqualTo(200);
            reader.next(each -> each.is("y"));
            publish(client, "flood-0", "{\"type\":\"session_ended\",\"data\":{}}");
            assertThat(publish(client, "late", "{\"type\":\"x\",\"data\":{}}").statusCode())
                    .isEqualTo(200);
        }
    }

    private HttpResponse<String> publish(HttpClient client, String session, String event)
            throws IOException, InterruptedException {
        URI uri =
                URI.create(
                        "http://127.0.0.1:%d/face/sessions/%s/events"
                                .formatted(server.port(), session));
        return client.send(
                HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(event)).build(),
                BodyHandlers.ofString());
    }

    private Socket socket() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.port());
    }
}
