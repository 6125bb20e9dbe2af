package dev.tanaw.stream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tanaw.stream.access.Role;
import dev.tanaw.stream.access.Tokens;
import dev.tanaw.stream.hub.Pulse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may do what, with which token.
@Timeout(60)
class AccessTest {
    private static final String EVENT = "{\"type\":\"x\",\"data\":{}}";

    @TempDir private Path folder = Path.of("target");
    private final HttpClient client = HttpClient.newHttpClient();
    private Tokens tokens = Tokens.none();
    private StreamServer server;

    @BeforeEach
    void start() {
        tokens = Tokens.in(folder.resolve("tokens.json"));
        server = start(StreamConfig.onPort(0).locked());
    }

    private StreamServer start(StreamConfig config) {
        return StreamServer.start(
                config.trusting(tokens)
                        .pulsing(
                                new Pulse(
                                        Duration.ofMillis(200),
                                        Duration.ofSeconds(5),
                                        Duration.ofMinutes(1))));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    /// What is registered anywhere must be in the list of routes that names what it takes.
    @Test
    void everyAddressNamesWhatItTakes() {
        List<String> inFront =
                List.of(
                        "GET /face/stream/{id}",
                        "GET /face/socket/{id}",
                        "GET /stations/stream",
                        "GET /stations/socket",
                        "POST /face/sessions/{id}/events",
                        "PUT /face/sessions/{id}/events",
                        "POST /stations/events",
                        "PUT /stations/events");

        assertThat(server.served()).isNotEmpty().allMatch(AccessTest::isListed);
        assertThat(inFront).allMatch(AccessTest::isListed);
        assertThat(isListed("GET /face/secrets")).isFalse();
    }

    private static boolean isListed(String served) {
        String[] words = served.split(" ", -1);
        return Route.of(words[0], words[1].replaceAll("\\{[a-z]+}", "x")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        ", 401, 401",
        "VIEWER, 200, 403",
        "SUPERVISOR, 200, 403",
        "STATION, 403, 200",
        "ADMIN, 200, 200"
    })
    void eachRoleMayDoItsOwn(Role role, int reading, int publishing) throws Exception {
        Optional<String> token = Optional.empty();
        if (role != null) {
            token = Optional.of(tokens.add("kiosk-07", role, Instant.EPOCH).token());
        }
        for (String path : List.of("/face/sessions", "/face/stream/stats", "/", "/asyncapi.yaml")) {
            assertThat(get(path, token).statusCode()).as(path).isEqualTo(reading);
        }
        assertThat(post("/face/sessions/s/events", EVENT, token).statusCode())
                .isEqualTo(publishing);
        assertThat(streamStatus("/stations/stream", token)).isEqualTo(reading);
        assertThat(get("/health/live", token).statusCode()).isEqualTo(200);
    }

    @Test
    void aStationPublishesInItsOwnNameOnly() throws Exception {
        Optional<String> token =
                Optional.of(tokens.add("kiosk-07", Role.STATION, Instant.EPOCH).token());
        post("/face/sessions/s/events?station=kiosk-01", EVENT, token);
        Optional<String> admin = Optional.of(tokens.add("root", Role.ADMIN, Instant.EPOCH).token());

        assertThat(get("/face/sessions", admin).body()).contains("\"station\":\"kiosk-07\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer x",
                "Bearer tanaw_",
                "Bearer tanaw_ab_cd",
                "Basic dXNlcjpwYXNz",
                "Bearer tanaw__"
            })
    void whatIsNoTokenIsRefusedEvenWhereNoneIsNeeded(String header) throws Exception {
        server.close();
        server = start(StreamConfig.onPort(0));
        HttpRequest request =
                HttpRequest.newBuilder(uri("/face/sessions"))
                        .header("Authorization", header)
                        .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("wrong_token");
        assertThat(get("/face/sessions", Optional.empty()).statusCode()).isEqualTo(200);
    }

    @Test
    void guessingIsSlowedDownAndTheRightTokenStillWorks() throws Exception {
        String token = tokens.add("wall", Role.VIEWER, Instant.EPOCH).token();
        for (int i = 0; i < 20; i++) {
            assertThat(get("/face/sessions", Optional.of(token + i)).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> more = get("/face/sessions", Optional.of(token + "x"));

        assertThat(more.statusCode()).isEqualTo(429);
        assertThat(more.headers().firstValue("Retry-After")).isPresent();
        assertThat(get("/face/sessions", Optional.of(token)).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenThatIsRevokedByAnotherProcessEndsTheStreamsItOpened() throws Exception {
        Tokens.Made made = tokens.add("wall", Role.VIEWER, Instant.EPOCH);
        try (SseSocket reader =
                SseSocket.open(
                        server.port(),
                        "/stations/stream",
                        "Authorization: Bearer " + made.token())) {
            reader.next(each -> each.is("snapshot"));
            Tokens.in(folder.resolve("tokens.json")).revoke(made.credential().id());

            assertThat(reader.next(each -> each.is("stream_bye")).data()).contains("revoked");
        }
        assertThat(get("/face/sessions", Optional.of(made.token())).statusCode()).isEqualTo(401);
        await().until(() -> server.stats().connections() == 0);
    }

    @Test
    void theFileHasNoTokenAndNobodyElseMayReadIt() throws Exception {
        Tokens.Made made = tokens.add("wall", Role.VIEWER, Instant.EPOCH);
        Path file = folder.resolve("tokens.json");

        assertThat(Files.readString(file))
                .contains(made.credential().id())
                .doesNotContain(made.token().substring(made.token().lastIndexOf('_') + 1));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Tokens.in(file).of(made.token())).contains(made.credential());
        Files.writeString(file, "nonsense");
        assertThat(Tokens.in(file).of(made.token())).isEmpty();
    }

    @Test
    void aBrowserLogsInOnceAndOutAgain() throws Exception {
        String token = tokens.add("wall", Role.SUPERVISOR, Instant.EPOCH).token();
        HttpResponse<String> sent = page("/", "");
        HttpResponse<String> wrong = form("token=nonsense");
        HttpResponse<String> right = form("token=" + token);
        String cookie = right.headers().firstValue("Set-Cookie").orElseThrow();
        String pair = cookie.substring(0, cookie.indexOf(';'));

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        assertThat(get("/login", Optional.empty()).body()).contains("<form");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain(token);
        assertThat(page("/", pair).statusCode()).isEqualTo(200);
        assertThat(page("/face/sessions", pair).statusCode()).isEqualTo(200);
        HttpRequest out =
                HttpRequest.newBuilder(uri("/logout"))
                        .header("Cookie", pair)
                        .POST(BodyPublishers.noBody())
                        .build();
        client.send(out, BodyHandlers.ofString());
        assertThat(page("/face/sessions", pair).statusCode()).isEqualTo(401);
    }

    @Test
    void aBrowserIsLetInByACodeToReadAndForNothingElse() throws Exception {
        String digits = tokens.pairing().begin(Instant.now()).digits();
        HttpResponse<String> right =
                form("token=" + digits.substring(0, 3) + "+" + digits.substring(3));
        HttpResponse<String> again = form("token=" + digits);
        String cookie = right.headers().firstValue("Set-Cookie").orElseThrow();
        String pair = cookie.substring(0, cookie.indexOf(';'));

        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(cookie).contains("Max-Age=43200", "HttpOnly");
        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(page("/face/sessions", pair).statusCode()).isEqualTo(200);
        HttpRequest publishing =
                HttpRequest.newBuilder(uri("/face/sessions/s/events"))
                        .header("Cookie", pair)
                        .POST(BodyPublishers.ofString(EVENT))
                        .build();
        assertThat(client.send(publishing, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
        try (SseSocket reader =
                SseSocket.open(server.port(), "/stations/stream", "Cookie: " + pair)) {
            reader.next(each -> each.is("snapshot"));
            HttpRequest out =
                    HttpRequest.newBuilder(uri("/logout"))
                            .header("Cookie", pair)
                            .POST(BodyPublishers.noBody())
                            .build();
            client.send(out, BodyHandlers.ofString());
            assertThat(reader.next(each -> each.is("stream_bye")).data()).contains("revoked");
        }
    }

    @Test
    void whoGuessesACodeUsesItUpAndThenIsNotHeard() throws Exception {
        String digits = tokens.pairing().begin(Instant.now()).digits();
        String wrong = digits.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            assertThat(form("token=" + wrong).statusCode()).isEqualTo(401);
        }
        assertThat(form("token=" + digits).statusCode()).isEqualTo(401);

        String next = tokens.pairing().begin(Instant.now()).digits();
        assertThat(form("token=" + next).statusCode()).isEqualTo(401);
        assertThat(tokens.pairing().redeem(next, Instant.now())).as("was not spent").isTrue();
    }

    private HttpResponse<String> form(String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(uri("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> page(String path, String cookie) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path)).header("Accept", "text/html");
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private int streamStatus(String path, Optional<String> token) throws IOException {
        String[] headers =
                token.map(text -> new String[] {"Authorization: Bearer " + text})
                        .orElse(new String[0]);
        try (SseSocket socket = SseSocket.open(server.port(), path, headers)) {
            return socket.status();
        }
    }

    private HttpResponse<String> get(String path, Optional<String> token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body, Optional<String> token)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(body));
        token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
