package dev.tanaw.stream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tanaw.stream.log.Bound;
import dev.tanaw.stream.log.Position;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is fetched rather than followed.
class PlainRequestTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final StreamServer server =
            StreamServer.start(
                    StreamConfig.onPort(0).holding(new Bound(3, 1 << 20), new Bound(100, 1 << 20)));

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void theListOfSessionsSaysWhichAreLive() throws Exception {
        server.publish(Events.lasting("a", 1));
        Position head = server.publish(Events.lasting("b", 2));
        server.end("a");
        JsonNode sessions = json("/face/sessions").get("sessions");

        assertThat(sessions).hasSize(2);
        assertThat(sessions.get(0).get("session").textValue()).isEqualTo("a");
        assertThat(sessions.get(0).get("live").booleanValue()).isFalse();
        assertThat(sessions.get(1).get("live").booleanValue()).isTrue();
        assertThat(sessions.get(1).get("head").textValue()).isEqualTo(head.toString());
        assertThat(sessions.get(1).get("station").textValue()).isEqualTo("kiosk-01");
    }

    @Test
    void aSnapshotHasTheNewestEventOfEachKeyInTheOrderOfTheirOffsets() throws Exception {
        server.publish(Events.lasting("a", 1));
        server.publish(Events.passing("a", 2));
        Position head = server.publish(Events.lasting("a", 3));
        JsonNode state = json("/face/sessions/a");

        assertThat(state.get("offset").textValue()).isEqualTo(head.toString());
        assertThat(state.get("events").findValuesAsText("n")).containsExactly("2", "3");
    }

    @Test
    void theHistoryIsOneEnvelopeALineAndSaysWhereToGoOn() throws Exception {
        Position first = server.publish(Events.lasting("a", 1));
        server.publish(Events.lasting("b", 2));
        Position last = server.publish(Events.lasting("a", 3));
        HttpResponse<String> all = get("/face/sessions/a/events");
        HttpResponse<String> rest = get("/face/sessions/a/events?after=" + first);

        assertThat(all.headers().firstValue("Content-Type")).contains("application/x-ndjson");
        assertThat(all.body().lines())
                .containsExactly(
                        "{\"who\":\"a\",\"pad\":\"\",\"n\":1}",
                        "{\"who\":\"a\",\"pad\":\"\",\"n\":3}");
        assertThat(rest.body().lines()).hasSize(1);
        assertThat(rest.headers().firstValue("Stream-Position")).contains(last.toString());
        assertThat(get("/face/sessions/a/events?after=" + last).body()).isEmpty();
    }

    @Test
    void historyThatIsNoLongerHeldIsSaidToBeGone() throws Exception {
        Position first = server.publish(Events.lasting("a", 1));
        for (int n = 2; n < 10; n++) {
            server.publish(Events.lasting("a", n));
        }
        assertThat(get("/face/sessions/a/events?after=" + first).statusCode()).isEqualTo(410);
        assertThat(get("/face/sessions/a/events").body().lines()).hasSize(3);
    }

    @Test
    void theStatisticsAreNotTakenForASession() throws Exception {
        server.publish(Events.lasting("a", 1));
        JsonNode before = json("/face/stream/stats");
        try (SseSocket one = SseSocket.open(server.port(), "/face/stream/a");
                SseSocket all = SseSocket.open(server.port(), "/stations/stream")) {
            one.next(each -> each.is("snapshot"));
            all.next(each -> each.is("snapshot"));
            JsonNode during = json("/face/stream/stats");

            assertThat(before.get("connections").intValue()).isZero();
            assertThat(during.get("connections_all").intValue()).isEqualTo(1);
            assertThat(during.get("connections_session").intValue()).isEqualTo(1);
            assertThat(during.get("published").longValue()).isEqualTo(1);
        }
    }

    @Test
    void theServerSaysThatItIsAliveAndReady() throws Exception {
        assertThat(json("/health/live").get("status").textValue()).isEqualTo("up");
        assertThat(json("/health/ready").get("status").textValue()).isEqualTo("ready");
    }

    @Test
    void theMetricsCountWhatHappenedAndNameNobody() throws Exception {
        server.publish(Events.lasting("session-1", 1));
        try (SseSocket one = SseSocket.open(server.port(), "/face/stream/session-1")) {
            one.next(each -> each.is("snapshot"));
            server.publish(Events.lasting("session-1", 2));
            assertThat(one.next().n()).isEqualTo(2);
            HttpResponse<String> metrics = get("/metrics");

            assertThat(metrics.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/plain");
            assertThat(metrics.body().lines())
                    .contains(
                            "tanaw_stream_connections 1.0",
                            "tanaw_stream_opened_total 1.0",
                            "tanaw_stream_lag{quantile=\"1.0\"} 0.0",
                            "tanaw_stream_events_total{type=\"state_change\"} 2.0",
                            "tanaw_stream_publish_to_socket_seconds_count 1");
            assertThat(metrics.body()).doesNotContain("session-1", "kiosk-01");
        }
    }

    @Test
    void everyAnswerForbidsSniffingAndForeignScripts() throws Exception {
        for (String path :
                new String[] {"/", "/health/live", "/face/sessions/x", "/asyncapi.yaml"}) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'self'");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        assertThatThrownBy(() -> StreamServer.start(StreamConfig.onPort(server.port())))
                .isInstanceOfSatisfying(
                        PortInUse.class, e -> assertThat(e.port()).isEqualTo(server.port()))
                .hasMessageContaining(Integer.toString(server.port()));
    }

    @Test
    void listeningBeyondLoopbackIsRefusedWithTheReason() {
        StreamConfig config = StreamConfig.onPort(0);
        assertThatThrownBy(() -> config.on("0.0.0.0"))
                .hasMessageContaining("0.0.0.0 is not an address of this machine alone")
                .hasMessageContaining("TLS");
    }

    private JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(get(path).body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
