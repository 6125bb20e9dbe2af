package dev.tanaw.stream.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Events of a producer in another process.
@Timeout(60)
class PublishTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ONE = "{\"type\":\"state_change\",\"data\":{\"to\":\"aiming\"}}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final StreamServer server = StreamServer.start(StreamConfig.onPort(0).opened());

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT"})
    void anEventReachesTheReadersInAnEnvelopeAtThePositionThatWasAnswered(String method)
            throws Exception {
        try (SseSocket all = SseSocket.open(server.port(), "/stations/stream")) {
            all.next(each -> each.is("snapshot"));
            HttpResponse<String> answer =
                    send(method, "s-1", "{\"type\":\"warning\",\"data\":{\"code\":\"CAM-01\"}}");
            SseEvent event = all.next();
            JsonNode envelope = JSON.readTree(event.data());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(event.event()).isEqualTo("warning");
            assertThat(event.id()).contains(positions(answer).getFirst());
            assertThat(envelope.path("v").intValue()).isEqualTo(1);
            assertThat(envelope.path("station").textValue()).isEqualTo("open");
            assertThat(envelope.path("session").textValue()).isEqualTo("s-1");
            assertThat(envelope.path("seq").intValue()).isEqualTo(1);
            assertThat(envelope.path("prev").intValue()).isZero();
            assertThat(envelope.path("type").textValue()).isEqualTo("warning");
            assertThat(envelope.path("time").textValue()).endsWith("Z");
            assertThat(envelope.path("elapsed_ms").isIntegralNumber()).isTrue();
            assertThat(envelope.path("data").toString()).isEqualTo("{\"code\":\"CAM-01\"}");
        }
    }

    @Test
    void manyEventsAreTakenInTheirOrderAndCountedWithoutHoles() throws Exception {
        String lines =
                """
                {"type":"session_started","data":{"n":1}}
                {"data":{"n":2},"type":"quality_update"}

                {"type":"quality_update","data":{"n":3},"extra":[1,{"data":{}}]}
                {"type":"never_heard_of","data":{"n":4}}
                """;
        HttpResponse<String> answer = send("POST", "s", lines);
        HttpResponse<String> more = send("POST", "s", ONE);

        assertThat(positions(answer)).hasSize(4).doesNotHaveDuplicates();
        assertThat(history("s").map(each -> each.path("seq").asText() + each.path("prev").asText()))
                .containsExactly("10", "21", "31", "41", "54");
        assertThat(positions(more)).hasSize(1);
    }

    @Test
    void anEventMayBeSpreadOverLinesAndStillIsOneLineOnTheWire() throws Exception {
        try (SseSocket all = SseSocket.open(server.port(), "/stations/stream")) {
            all.next(each -> each.is("snapshot"));
            send(
                    "POST",
                    "s",
                    "{\r\n \"type\": \"x\",\r\n \"data\": {\r\n  \"a\": \"é\\n\"\n }\n}\n");

            assertThat(JSON.readTree(all.next().data()).path("data").path("a").textValue())
                    .isEqualTo("é\n");
        }
    }

    @Test
    void theTypeDecidesWhatASlowReaderIsSparedAndTheDataWhatASnapshotKeepsApart() throws Exception {
        send(
                "POST",
                "s",
                """
                {"type":"quality_update","data":{"n":1}}
                {"type":"quality_update","data":{"n":2}}
                {"type":"extraction_field","data":{"side":"front","field":"last_name","n":3}}
                {"type":"extraction_field","data":{"side":"front","field":"first_name","n":4}}
                {"type":"quality_gate_failed","data":{"side":"front","gate":"blur","n":5}}
                {"type":"quality_gate_passed","data":{"side":"front","gate":"blur","n":6}}
                """);
        JsonNode state = JSON.readTree(get("/face/sessions/s").body());

        assertThat(state.path("events").findValuesAsText("n")).containsExactly("2", "3", "4", "6");
    }

    @Test
    void aSecondTryWithTheSameKeyIsAnsweredAndNotPublished() throws Exception {
        HttpResponse<String> first = send("POST", "s", ONE, "Idempotency-Key", "k-1");
        HttpResponse<String> second = send("PUT", "s", ONE, "Idempotency-Key", "k-1");
        HttpResponse<String> other = send("POST", "s", ONE, "Idempotency-Key", "k-2");
        HttpResponse<String> elsewhere = send("POST", "t", ONE, "Idempotency-Key", "k-1");
        HttpResponse<String> misuse =
                send("POST", "s", ONE.replace("aiming", "idle"), "Idempotency-Key", "k-1");

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotent-Replay")).contains("true");
        assertThat(Set.of(first.body(), other.body(), elsewhere.body())).hasSize(3);
        assertThat(server.stats().published()).isEqualTo(3);
        assertProblem(misuse, 422, "key_reused");
    }

    @Test
    void aSessionThatHasEndedTakesNoMoreButAnswersASecondTry() throws Exception {
        String end = "{\"type\":\"session_ended\",\"data\":{\"outcome\":\"complete\"}}";
        HttpResponse<String> first = send("POST", "s", ONE + "\n" + end, "Idempotency-Key", "k");

        assertProblem(send("POST", "s", ONE), 409, "session_ended");
        assertThat(send("POST", "s", ONE + "\n" + end, "Idempotency-Key", "k").body())
                .isEqualTo(first.body());
        assertProblem(send("POST", "t", end + ONE), 422, "after_the_end");
        assertThat(JSON.readTree(get("/face/sessions").body()).findValuesAsText("live"))
                .containsExactly("false");
    }

    @Test
    void nobodyPublishesIntoASessionOfAnotherStation() throws Exception {
        server.publish(Events.lasting("inside", 1));
        send("POST", "outside?station=kiosk-07", ONE);

        assertProblem(send("POST", "inside", ONE), 409, "other_producer");
        assertProblem(send("POST", "inside?station=kiosk-01", ONE), 409, "other_producer");
        assertProblem(send("POST", "outside", ONE), 409, "other_producer");
        assertThat(send("POST", "outside?station=kiosk-07", ONE).statusCode()).isEqualTo(200);
        assertProblem(send("POST", "s?station=a.b", ONE), 400, "malformed_id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"type\":\"x\",\"data\":{}|400|malformed_json",
                "{\"type\":\"x\",\"data\":{\"a\":}}|400|malformed_json",
                "nonsense|400|malformed_json",
                "{\"type\":\"x\",\"data\":{\"a\":\"\\u00g0\"}}|400|malformed_json",
                "[]|422|not_an_event",
                "[{\"type\":\"x\",\"data\":{}}]|422|not_an_event",
                "7|422|not_an_event",
                "{}|422|event_type",
                "{\"type\":7,\"data\":{}}|422|event_type",
                "{\"type\":\"X\",\"data\":{}}|422|event_type",
                "{\"type\":\"a b\",\"data\":{}}|422|event_type",
                "{\"type\":\"a\\nb\",\"data\":{}}|422|event_type",
                "{\"type\":\"a\\rb\",\"data\":{}}|422|event_type",
                "{\"type\":\"a\\u0000\",\"data\":{}}|422|event_type",
                "{\"type\":\"stream_bye\",\"data\":{}}|422|event_type",
                "{\"type\":\"snapshot\",\"data\":{}}|422|event_type",
                "{\"type\":\"message\",\"data\":{}}|422|event_type",
                "{\"type\":\"x\"}|422|event_data",
                "{\"type\":\"x\",\"data\":null}|422|event_data",
                "{\"type\":\"x\",\"data\":[1]}|422|event_data",
                "{\"type\":\"x\",\"data\":{}} {\"type\":\"x\"}|422|event_data",
            })
    void whatIsNoEventIsRefusedWhole(String body, int status, String code) throws Exception {
        assertProblem(send("POST", "s", body), status, code);
        assertThat(server.stats().published()).isZero();
        assertThat(server.stats().sessions()).isZero();
    }

    @Test
    void emptyTornAndUnquotedBodiesAreRefused() throws Exception {
        assertProblem(send("POST", "s", ""), 422, "no_event");
        assertProblem(send("POST", "s", "\n\n"), 422, "no_event");
        assertProblem(
                send("POST", "s", "{\"type\":\"x\",\"data\":{\"a\":\"\n\"}}"),
                400,
                "malformed_json");
        assertProblem(
                send("POST", "s", "{\"type\":\"x\",\"data\":{\"a\":\"\0\"}}"),
                400,
                "malformed_json");
        assertProblem(send("POST", "s", "[".repeat(20_000)), 422, "not_an_event");
        assertProblem(
                send("POST", "s", "{\"type\":\"x\",\"data\":" + "{\"a\":".repeat(20_000)),
                400,
                "malformed_json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00ff", // never in UTF-8
                "\u00c0\u00af", // longer than need be
                "\u00ed\u00a0\u0080", // half a pair
                "\u00e2\u0082" // torn
            })
    void whatIsNotUtf8IsRefused(String bytes) throws Exception {
        byte[] body = ("{\"type\":\"x\",\"data\":{\"a\":\"" + bytes + "\"}}").getBytes(ISO_8859_1);
        HttpRequest request =
                HttpRequest.newBuilder(uri("/face/sessions/s/events"))
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();

        assertProblem(client.send(request, BodyHandlers.ofString()), 400, "malformed_text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "a%20b", "stats", "a/b", "%C3%A9"})
    void whatIsNoSessionIdIsRefused(String id) throws Exception {
        assertProblem(send("POST", id, ONE), 400, "malformed_id");
    }

    @Test
    void aBodyAnEventOrAKeyThatIsTooLargeIsRefused() throws Exception {
        String large = "{\"type\":\"x\",\"data\":{\"a\":\"" + "x".repeat(300_000) + "\"}}";

        assertProblem(send("POST", "s", large), 413, "too_large");
        assertProblem(send("POST", "s", " ".repeat(1 << 20) + ONE), 413, "too_large");
        assertProblem(send("POST", "s", (ONE + "\n").repeat(1001)), 422, "too_many_events");
        assertProblem(
                send("POST", "s", ONE, "Idempotency-Key", "k".repeat(129)), 400, "malformed_key");
        assertThat(
                        exchange(
                                "POST /face/sessions/s/events HTTP/1.1\r\nHost: localhost\r\n"
                                        + "Content-Length: 999999999\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
        assertThat(
                        exchange(
                                "POST /face/sessions/s/events HTTP/1.1\r\nHost: localhost\r\n"
                                        + "Transfer-Encoding: chunked\r\n\r\n"
                                        + ("fffff\r\n" + " ".repeat(0xfffff) + "\r\n").repeat(2)
                                        + "0\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void aBodyThatArrivesInPiecesIsTaken() throws Exception {
        String body = ONE + "\n" + ONE;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            String head =
                    "POST /face/sessions/s/events HTTP/1.1\r\nHost: localhost\r\n"
                            + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(UTF_8));
            for (byte each : body.getBytes(UTF_8)) {
                socket.getOutputStream().write(("1\r\n" + (char) each + "\r\n").getBytes(UTF_8));
            }
            socket.getOutputStream().write("0\r\n\r\n".getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 200").contains("-1\"", "-2\"");
        }
    }

    @Test
    void aBodyThatIsCutOffPublishesNothing() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write(
                            ("POST /face/sessions/s/events HTTP/1.1\r\nHost: localhost\r\n"
                                            + "Content-Length: 500\r\n\r\n"
                                            + ONE)
                                    .getBytes(UTF_8));
            socket.shutdownOutput();
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .matches("(?s)|HTTP/1.1 400.*");
        }
        assertThat(server.stats().published()).isZero();
    }

    @Test
    void withoutACredentialAServerThatIsNotOpenTakesNothing() throws Exception {
        try (StreamServer closed = StreamServer.start(StreamConfig.onPort(0))) {
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:%d/face/sessions/s/events"
                                                    .formatted(closed.port())))
                            .POST(BodyPublishers.ofString(ONE))
                            .build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

            assertProblem(answer, 401, "credential_required");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        }
    }

    @Test
    void producersAtOneTimeAreAllTakenOnceAndEachSessionIsCountedWithoutHoles() throws Exception {
        int producers = 8;
        int each = 200;
        List<Callable<List<String>>> tasks = new ArrayList<>();
        for (int producer = 0; producer < producers; producer++) {
            int number = producer;
            tasks.add(() -> {
                List<String> positions = new ArrayList<>();
                for (int n = 0; n < each; n++) {
                    String key = number + "-" + n;
                    positions.addAll(
                            positions(send("POST", "s" + n % 3, ONE, "Idempotency-Key", key)));
                }
                return positions;
            });
        }
        List<String> positions = new ArrayList<>();
        try (SseSocket all = SseSocket.open(server.port(), "/stations/stream");
                ExecutorService pool = Executors.newFixedThreadPool(producers)) {
            all.next(event -> event.is("snapshot"));
            for (Future<List<String>> done : pool.invokeAll(tasks)) {
                positions.addAll(done.get());
            }
            List<SseEvent> heard = all.take(producers * each);
            Map<String, List<Long>> seqs = new TreeMap<>();
            for (SseEvent event : heard) {
                JsonNode envelope = JSON.readTree(event.data());
                seqs.computeIfAbsent(envelope.path("session").asText(), _ -> new ArrayList<>())
                        .add(envelope.path("seq").asLong());
            }
            assertThat(new HashSet<>(positions))
                    .hasSize(producers * each)
                    .isEqualTo(
                            heard.stream()
                                    .map(event -> event.id().orElseThrow())
                                    .collect(Collectors.toSet()));
            assertThat(seqs.values())
                    .hasSize(3)
                    .allSatisfy(list ->
                            assertThat(list)
                                    .containsExactlyElementsOf(
                                            LongStream.rangeClosed(1, list.size())
                                                    .boxed()
                                                    .toList()));
        }
    }

    private static List<String> positions(HttpResponse<String> answer) throws IOException {
        JsonNode positions = JSON.readTree(answer.body()).path("positions");
        return IntStream.range(0, positions.size())
                .mapToObj(i -> positions.path(i).textValue())
                .toList();
    }

    private Stream<JsonNode> history(String session) throws Exception {
        List<JsonNode> events = new ArrayList<>();
        for (String line : get("/face/sessions/" + session + "/events").body().lines().toList()) {
            events.add(JSON.readTree(line));
        }
        return events.stream();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
    }

    private HttpResponse<String> send(String method, String session, String body, String... headers)
            throws Exception {
        int query = session.indexOf('?');
        String path =
                query < 0
                        ? session + "/events"
                        : session.substring(0, query) + "/events" + session.substring(query);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri("/face/sessions/" + path))
                        .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            try {
                socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            } catch (IOException e) {
                // refused before all was said; the answer is there all the same
            }
            byte[] start = new byte[12];
            int count = socket.getInputStream().readNBytes(start, 0, 12);
            return new String(start, 0, count, ISO_8859_1);
        }
    }
}
