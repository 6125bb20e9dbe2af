package dev.tanaw.stream.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tanaw.stream.access.Role;
import dev.tanaw.stream.access.Tokens;
import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.Retention;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Values go to a supervisor who gave a reason, while the session lasts, and to nobody else.
@Timeout(60)
class UnmaskTest {
    private static final String SECRET = "SANTOS";
    private static final String REASON = "{\"reason\":\"the name cannot be read\"}";

    @TempDir private Path folder = Path.of("target");
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> announced = new CopyOnWriteArrayList<>();
    private Tokens tokens = Tokens.none();
    private String desk = "";
    private StreamServer server;

    @BeforeEach
    void start() throws Exception {
        tokens = Tokens.in(folder.resolve("tokens.json"));
        desk = tokens.add("desk", Role.SUPERVISOR, Instant.EPOCH).token();
        server =
                StreamServer.start(
                        StreamConfig.onPort(0)
                                .trusting(tokens)
                                .keeping(folder.resolve("stream"), _ -> {}));
        server.disclose((session, who, reason) -> {
            announced.add(session + " " + who + " " + reason);
            return session.startsWith("s");
        });
        server.publish(field("s", 1));
    }

    private static Message field(String session, int n) {
        return new Message(
                "kiosk-01",
                Optional.of(session),
                "extraction_field",
                Retention.LASTING,
                "field" + n,
                "{\"n\":%d,\"value\":\"••••\"}".formatted(n).getBytes(UTF_8),
                Optional.of("{\"n\":%d,\"value\":\"%s\"}".formatted(n, SECRET).getBytes(UTF_8)));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void aSupervisorWithAReasonSeesTheValuesAndOthersDoNot() throws Exception {
        String grant = grant("s");
        assertThat(announced).containsExactly("s desk the name cannot be read");

        try (SseSocket full = open("/face/stream/s?from=start&grant=" + grant);
                SseSocket beside = open("/face/stream/s?from=start");
                SseSocket all = open("/stations/stream?from=start")) {
            assertThat(full.next().data()).contains("\"view\":\"full\"");
            server.publish(field("s", 2));
            assertThat(values(full)).allMatch(data -> data.contains(SECRET));
            assertThat(values(beside)).noneMatch(data -> data.contains(SECRET));
            assertThat(values(all)).noneMatch(data -> data.contains(SECRET));
        }
        try (SseSocket snapshot = open("/face/stream/s?grant=" + grant)) {
            assertThat(snapshot.next(each -> each.event().equals("snapshot")).data())
                    .contains(SECRET);
        }
        assertThat(get("/face/sessions/s").body()).doesNotContain(SECRET);
        assertThat(get("/face/sessions/s/events").body()).doesNotContain(SECRET);
    }

    private static List<String> values(SseSocket socket) throws Exception {
        return Stream.of(
                        socket.next(each -> each.event().equals("extraction_field")),
                        socket.next(each -> each.event().equals("extraction_field")))
                .map(SseEvent::data)
                .toList();
    }

    @Test
    void atTheEndOfTheSessionTheyAreForgotten() throws Exception {
        String grant = grant("s");
        server.end("s");
        await().untilAsserted(() -> {
            try (SseSocket late = open("/face/stream/s?grant=" + grant)) {
                assertThat(late.next(each -> each.event().equals("snapshot")).data())
                        .contains("••••")
                        .doesNotContain(SECRET);
            }
        });
    }

    @Test
    void theyAreNeverWrittenToTheDisk() throws Exception {
        grant("s");
        await().until(() -> written().contains("••••"));
        assertThat(written()).doesNotContain(SECRET);
    }

    private String written() throws Exception {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), UTF_8));
            }
        }
        return all.toString();
    }

    @Test
    void aGrantIsForOneCredentialAndOneSession() throws Exception {
        server.publish(field("s2", 1));
        String grant = grant("s");
        String other = tokens.add("other", Role.SUPERVISOR, Instant.EPOCH).token();

        assertThat(status("/face/stream/s2?grant=" + grant, desk)).isEqualTo(403);
        assertThat(status("/stations/stream?grant=" + grant, desk)).isEqualTo(403);
        assertThat(status("/face/stream/s?grant=" + grant, other)).isEqualTo(403);
        assertThat(status("/face/stream/s?grant=nonsense", desk)).isEqualTo(403);
        assertThat(status("/face/stream/s?grant=" + grant, desk)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"VIEWER, 403", "STATION, 403", "SUPERVISOR, 200", "ADMIN, 200"})
    void onlyWhoSupervisesMayAsk(Role role, int status) throws Exception {
        String token = tokens.add("somebody", role, Instant.EPOCH).token();

        assertThat(ask("s", token, REASON).statusCode()).isEqualTo(status);
        assertThat(ask("s", "", REASON).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "{\"reason\":1}",
                "{\"reason\":\"  x  \"}",
                "{\"reason\":\"line\\nbreak\"}"
            })
    void withoutAReasonNothingIsShownAndNobodyTold(String body) throws Exception {
        assertThat(ask("s", desk, body).statusCode()).isEqualTo(400);
        assertThat(announced).isEmpty();
    }

    @Test
    void whereTheStationSaysNoThereIsNoGrant() throws Exception {
        server.publish(field("x", 1));

        assertThat(ask("x", desk, REASON).statusCode()).isEqualTo(409);
        assertThat(ask("unknown", desk, REASON).statusCode()).isEqualTo(404);
        assertThat(ask("a.b", desk, REASON).statusCode()).isEqualTo(400);
    }

    private String grant(String session) throws Exception {
        HttpResponse<String> answer = ask(session, desk, REASON);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body()).path("grant").asText();
    }

    private HttpResponse<String> ask(String session, String token, String body) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri("/face/sessions/" + session + "/unmask"))
                        .POST(BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private SseSocket open(String path) throws Exception {
        return SseSocket.open(server.port(), path, "Authorization: Bearer " + desk);
    }

    private int status(String path, String token) throws Exception {
        try (SseSocket socket =
                SseSocket.open(server.port(), path, "Authorization: Bearer " + token)) {
            return socket.status();
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
