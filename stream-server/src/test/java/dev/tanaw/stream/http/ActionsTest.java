package dev.tanaw.stream.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.stream.access.Role;
import dev.tanaw.stream.access.Tokens;
import dev.tanaw.stream.http.Acting.Answer;
import dev.tanaw.stream.http.Acting.Verdict;
import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.Retention;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Commands of supervisors reach the station whole, and what it says reaches them.
@Timeout(60)
class ActionsTest {
    private static final String CLAIM = "{\"action\":\"claim\"}";

    @TempDir private Path folder = Path.of("target");
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Acting.Command> heard = new CopyOnWriteArrayList<>();
    private Tokens tokens = Tokens.none();
    private String desk = "";
    private StreamServer server;

    @BeforeEach
    void start() throws Exception {
        tokens = Tokens.in(folder.resolve("tokens.json"));
        desk = tokens.add("desk", Role.SUPERVISOR, Instant.EPOCH).token();
        server = StreamServer.start(StreamConfig.onPort(0).trusting(tokens));
        server.publish(
                new Message(
                        "kiosk-01",
                        Optional.of("s"),
                        "session_started",
                        Retention.LASTING,
                        "session_started",
                        "{}".getBytes(UTF_8)));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private void answering(Answer answer) {
        server.act(command -> {
            heard.add(command);
            return CompletableFuture.completedFuture(answer);
        });
    }

    @Test
    void aCommandReachesTheStationWithNameRoleAndText() throws Exception {
        answering(Answer.of(Verdict.DONE));

        HttpResponse<String> answer =
                ask("s", desk, "{\"action\":\"message\",\"text\":\" Check the date. \"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"session\":\"s\",\"action\":\"message\",\"outcome\":\"done\"}");
        assertThat(heard)
                .containsExactly(
                        new Acting.Command(
                                "s", "message", "Check the date.", "desk", "supervisor"));
        assertThat(heard.getFirst().toString()).doesNotContain("date");
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED, claimed, 409, claimed",
        "UNKNOWN, '', 400, unknown_action",
        "WORDLESS, '', 400, reason",
        "ELSEWHERE, '', 409, act_at_station"
    })
    void whatTheStationSaysIsHandedOn(Verdict verdict, String code, int status, String told)
            throws Exception {
        answering(new Answer(verdict, code));

        HttpResponse<String> answer = ask("s", desk, CLAIM);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + told + "\"");
    }

    @Test
    void aStationThatDoesNotAnswerIsNotWaitedForLong() throws Exception {
        server.act(_ -> new CompletableFuture<>());

        HttpResponse<String> answer = ask("s", desk, CLAIM);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("no_answer");
    }

    @Test
    void aHubSaysThatTheStationItselfHasToBeAsked() throws Exception {
        HttpResponse<String> answer = ask("s", desk, CLAIM);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("act_at_station");
        assertThat(me(desk)).contains("\"acts\":false");
    }

    @ParameterizedTest
    @CsvSource({
        "VIEWER, 403, false",
        "STATION, 403, ''",
        "SUPERVISOR, 200, true",
        "ADMIN, 200, true"
    })
    void onlyWhoSupervisesMayAct(Role role, int status, String acts) throws Exception {
        answering(Answer.of(Verdict.DONE));
        String token = tokens.add("somebody", role, Instant.EPOCH).token();

        assertThat(ask("s", token, CLAIM).statusCode()).isEqualTo(status);
        assertThat(ask("s", "", CLAIM).statusCode()).as("on loopback, too").isEqualTo(401);
        assertThat(heard).hasSize(status == 200 ? 1 : 0);
        if (!acts.isEmpty()) {
            assertThat(me(token)).contains("\"acts\":" + acts);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"text\":\"Hello there\"}",
                "{\"action\":\"Claim!\"}",
                "{\"action\":\"claim\",\"text\":7}",
                "{\"action\":\"claim\",\"text\":\"abc\"}",
                "{\"action\":\"claim\",\"text\":\"line\\nbreak\"}"
            })
    void whatIsNoCommandReachesNobody(String body) throws Exception {
        answering(Answer.of(Verdict.DONE));

        assertThat(ask("s", desk, body).statusCode()).isEqualTo(400);
        assertThat(heard).isEmpty();
    }

    @Test
    void tooLongATextReachesNobody() throws Exception {
        answering(Answer.of(Verdict.DONE));
        String fits = "x".repeat(200);

        assertThat(message(fits + "x")).isEqualTo(400);
        assertThat(message("x".repeat(5000))).isEqualTo(400);
        assertThat(heard).isEmpty();
        assertThat(message(fits)).isEqualTo(200);
    }

    private int message(String text) throws Exception {
        return ask("s", desk, "{\"action\":\"message\",\"text\":\"" + text + "\"}").statusCode();
    }

    @Test
    void aSessionThatIsUnknownOrOverIsNotActedUpon() throws Exception {
        answering(Answer.of(Verdict.DONE));

        assertThat(ask("unknown", desk, CLAIM).statusCode()).isEqualTo(404);
        assertThat(ask("a.b", desk, CLAIM).statusCode()).isEqualTo(400);
        server.end("s");
        HttpResponse<String> late = ask("s", desk, CLAIM);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("session_over");
        assertThat(heard).isEmpty();
    }

    private HttpResponse<String> ask(String session, String token, String body) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri("/face/sessions/" + session + "/actions"))
                        .POST(BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private String me(String token) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(uri("/me"))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
