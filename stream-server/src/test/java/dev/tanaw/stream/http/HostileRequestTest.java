package dev.tanaw.stream.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that no honest client sends. Each gets a clear answer at once and leaves nothing
/// behind.
class HostileRequestTest {
    private final StreamServer server = StreamServer.start(StreamConfig.onPort(0));

    @BeforeEach
    void publish() {
        server.publish(Events.lasting("a", 1));
    }

    @AfterEach
    void stop() {
        assertThat(server.stats().connections()).isZero();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET /face/stream/nobody, 404, unknown_session",
        "GET /face/sessions/nobody, 404, unknown_session",
        "GET /face/sessions/nobody/events, 404, unknown_session",
        "GET /face/stream/, 400, malformed_id",
        "GET /face/stream/a/b, 400, malformed_id",
        "GET /face/stream/a%20b, 400, malformed_id",
        "GET /face/stream/%00, 400, bad_request",
        "GET /face/stream/a%2fb, 400, bad_request",
        "GET /face/stream/..%2f..%2fetc, 400, bad_request",
        "GET /face/sessions/a.b, 400, malformed_id",
        "GET /face/sessions/a/events?after=zzz, 400, malformed_position",
        "GET /face/sessions/a/events?after=zzz-4, 410, position_gone",
        "GET /stations/stream?type=DROP%20TABLE, 400, query",
        "GET /stations/stream?session=%3Cscript%3E, 400, query",
        "GET /stations/stream?from=yesterday, 400, query",
        "GET /stations/stream?type=%ff, 400, bad_request",
        "POST /face/stream/a, 405, method_not_allowed",
        "DELETE /face/stream/a, 405, method_not_allowed",
        "OPTIONS /stations/stream, 405, method_not_allowed",
        "BREW /face/stream/a, 405, method_not_allowed",
        "PUT /face/sessions/a, 405, method_not_allowed",
        "POST /face/sessions, 405, method_not_allowed",
        "GET /no/such/thing, 404, not_found",
        "GET /../../etc/passwd, 400, bad_request",
        "GET /%2e%2e/%2e%2e/etc/passwd, 400, bad_request",
    })
    void isRefusedWithAProblem(String request, int status, String code) throws IOException {
        String answer =
                exchange(request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertProblem(answer, status, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:80",
                "localhost.evil.example",
                "127.0.0.1.nip.io"
            })
    void aForeignHostIsRefusedAgainstDnsRebinding(String host) throws IOException {
        for (String path : new String[] {"/face/stream/a", "/face/sessions", "/"}) {
            String answer =
                    exchange(
                            "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                                    .formatted(path, host));
            assertProblem(answer, 421, "wrong_host");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1", "[::1]:9"})
    void aLoopbackNameIsServedOnWhateverPortATunnelHas(String host) throws IOException {
        assertThat(get("/health/live", "Host: " + host)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://localhost:1", ":", "http://a b"})
    void aPageOfAnotherOriginIsRefused(String origin) throws IOException {
        assertProblem(
                get("/face/sessions", "Host: localhost", "Origin: " + origin), 403, "wrong_origin");
    }

    @Test
    void aPageOfOurOwnOriginIsServed() throws IOException {
        assertThat(get("/face/sessions", "Host: localhost:8", "Origin: http://localhost:8"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void hugeHeadersAndLinesAreRefused() throws IOException {
        assertProblem(
                get("/face/stream/a", "Host: localhost", "Last-Event-ID: " + "9".repeat(100_000)),
                431,
                "too_large");
        assertProblem(get("/" + "a".repeat(100_000), "Host: localhost"), 414, "too_large");
    }

    @Test
    void aBodyOnAStreamIsRefusedWithoutReadingIt() throws IOException {
        assertProblem(
                get("/face/stream/a", "Host: localhost", "Content-Length: 999999999"), 400, "body");
        assertProblem(
                get("/stations/stream", "Host: localhost", "Transfer-Encoding: chunked"),
                400,
                "body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "\u0016\u0003\u0001"
            })
    void whatIsNotHttpIsAnsweredOrClosed(String bytes) throws IOException {
        String answer = exchange(bytes + "\r\n\r\n");

        assertThat(answer).matches("(?s)|HTTP/1.1 [45].*").doesNotContain("<html", "java.");
    }

    @Test
    void aReaderThatTalksBackIsHungUpOn() throws IOException {
        try (SseSocket reader = SseSocket.open(server.port(), "/face/stream/a")) {
            reader.next(each -> each.is("snapshot"));
            reader.send("GET /face/sessions HTTP/1.1\r\nHost: localhost\r\n\r\n");
            await().until(() -> server.stats().connections() == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /face/sessions HTTP/1.1\r\nHost: loc",
                "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\ntok",
                "PUT /stations/subscriptions/a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{",
            })
    void aHundredHalfRequestsHoldNobodyUp(String half) throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                slow.add(socket);
                socket.getOutputStream().write(half.getBytes(ISO_8859_1));
            }
            for (int i = 0; i < 20; i++) {
                assertThat(get("/face/sessions", "Host: localhost")).startsWith("HTTP/1.1 200");
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static void assertProblem(String answer, int status, String code) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("Content-Type: application/problem+json")
                .contains("\"code\":\"" + code + "\"", "X-Content-Type-Options: nosniff")
                .doesNotContain("Exception", "<html", "Jetty");
    }

    private String get(String path, String... headers) throws IOException {
        return exchange(
                "GET %s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n"
                        .formatted(path, String.join("\r\n", headers)));
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            try {
                socket.getOutputStream().write(request.getBytes(ISO_8859_1));
                socket.shutdownOutput();
            } catch (SocketException e) {
                // refused before all was said; the answer is there all the same
            }
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
