package dev.tanaw.stream.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tanaw.stream.http.StreamConfig;
import dev.tanaw.stream.http.StreamServer;
import dev.tanaw.stream.hub.Pulse;
import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.Retention;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the running server sends, against what the contract says that it sends.
class SpokenTest {
    private static final Contract CONTRACT = Contract.read();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private StreamServer server;

    @BeforeEach
    void start() {
        server =
                StreamServer.start(
                        StreamConfig.onPort(0)
                                .pulsing(
                                        new Pulse(
                                                Duration.ofMillis(50),
                                                Duration.ofSeconds(5),
                                                Duration.ofMinutes(1))));
        for (String type : Contract.goldenTypes()) {
            publish(type, Contract.golden(type));
        }
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private void publish(String type, ObjectNode envelope) {
        server.publish(
                new Message(
                        envelope.path("station").asText(),
                        Optional.ofNullable(envelope.get("session")).map(JsonNode::asText),
                        type,
                        Retention.LASTING,
                        type,
                        envelope.toString().getBytes(UTF_8)));
    }

    @Test
    void whatTheServerSaysOfTheStreamIsAsDescribed() throws Exception {
        Map<String, JsonNode> first = hear("/stations/stream", "stream_beat");
        Map<String, JsonNode> reset = hear("/stations/stream?last_event_id=zz-7", "snapshot");
        Map<String, JsonNode> replay = hear("/stations/stream?from=start", "warning");

        assertThat(first.keySet()).containsExactly("stream_open", "snapshot", "stream_beat");
        assertThat(reset.keySet()).containsExactly("stream_open", "stream_reset", "snapshot");
        assertThat(replay.keySet()).containsAll(Contract.goldenTypes());
        assertThat(List.of(first, reset, replay)).allSatisfy(SpokenTest::asDescribed);
        assertThat(said(first, "snapshot").path("events")).hasSize(Contract.goldenTypes().size());
    }

    @Test
    void whoWatchesIsToldAsDescribed() throws Exception {
        Map<String, JsonNode> heard = hear("/stations/stream?viewers=true", "stream_viewers");

        assertThat(heard).satisfies(SpokenTest::asDescribed);
        assertThat(said(heard, "stream_viewers").toString())
                .isEqualTo("{\"count\":1,\"viewers\":[{\"name\":\"local\",\"role\":\"viewer\"}]}");
    }

    @Test
    void theServerHandsOutTheContract() throws Exception {
        HttpResponse<InputStream> answer = open("/asyncapi.yaml");

        assertThat(answer.statusCode()).isEqualTo(200);
        try (InputStream body = answer.body()) {
            assertThat(new String(body.readAllBytes(), UTF_8)).isEqualTo(Contract.text());
        }
    }

    @Test
    void theGoodbyeIsAsDescribed() throws Exception {
        HttpResponse<InputStream> answer = open("/stations/stream");
        server.close();

        Map<String, JsonNode> heard = hear(answer, "stream_bye");

        assertThat(heard).containsKey("stream_bye").satisfies(SpokenTest::asDescribed);
        assertThat(said(heard, "stream_bye").path("code").asText()).isEqualTo("drain");
    }

    @Test
    void theAnswerToAProducerIsAsDescribed() throws Exception {
        String draft = "{\"type\":\"state_change\",\"data\":{\"to\":\"locked\"}}";
        JsonNode answer;
        try (StreamServer open = StreamServer.start(StreamConfig.onPort(0).opened())) {
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:%d/face/sessions/made-up/events"
                                                    .formatted(open.port())))
                            .POST(HttpRequest.BodyPublishers.ofString(draft + "\n" + draft))
                            .build();
            answer =
                    JSON.readTree(
                            client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        }

        assertThat(CONTRACT.faultsAt("#/components/schemas/Draft", JSON.readTree(draft))).isEmpty();
        assertThat(CONTRACT.faultsAt("#/components/schemas/Published", answer)).isEmpty();
        assertThat(answer.path("positions")).hasSize(2);
    }

    @Test
    void aCommandThatIsNoneIsNotDescribed() throws Exception {
        String place = "#/components/schemas/Command";

        assertThat(CONTRACT.faultsAt(place, JSON.readTree("{\"command\":\"ping\"}"))).isEmpty();
        assertThat(
                        CONTRACT.faultsAt(
                                place,
                                JSON.readTree(
                                        "{\"command\":\"subscribe\",\"type\":[\"warning\"]}")))
                .isEmpty();
        assertThat(CONTRACT.faultsAt(place, JSON.readTree("{\"command\":\"shout\"}"))).isNotEmpty();
        assertThat(
                        CONTRACT.faultsAt(
                                place, JSON.readTree("{\"command\":\"subscribe\",\"type\":[7]}")))
                .isNotEmpty();
    }

    private static JsonNode said(Map<String, JsonNode> heard, String type) {
        return heard.getOrDefault(type, MissingNode.getInstance());
    }

    private static void asDescribed(Map<String, JsonNode> heard) {
        List<String> faults = new ArrayList<>();
        heard.forEach((type, data) -> faults.addAll(CONTRACT.faults(type, data)));
        assertThat(faults).isEmpty();
    }

    private Map<String, JsonNode> hear(String path, String last) throws Exception {
        return hear(open(path), last);
    }

    private HttpResponse<InputStream> open(String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.port() + path);
        return client.send(
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    /// Data by type, up to and including the first of type `last`.
    private static Map<String, JsonNode> hear(HttpResponse<InputStream> answer, String last)
            throws IOException {
        Map<String, JsonNode> heard = new LinkedHashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
            String type = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    type = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    heard.put(type, JSON.readTree(line.substring("data: ".length())));
                    if (type.equals(last)) {
                        return heard;
                    }
                }
            }
        }
        return heard;
    }
}
