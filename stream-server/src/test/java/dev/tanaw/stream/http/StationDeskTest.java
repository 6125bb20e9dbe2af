package dev.tanaw.stream.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a station in another process tells of itself.
@Timeout(60)
class StationDeskTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATUS =
            "{\"type\":\"station_status\",\"data\":{\"site\":\"Manila\"}}";
    private static final String BEAT = "{\"type\":\"station_beat\",\"data\":{\"every_ms\":5000}}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final StreamServer server = StreamServer.start(StreamConfig.onPort(0).opened());

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void aStationIsHeardWithoutASessionAndItsEventsAreCounted() throws Exception {
        try (SseSocket all = SseSocket.open(server.port(), "/stations/stream")) {
            all.next(each -> each.is("snapshot"));
            HttpResponse<String> answer = send("?station=kiosk-1", STATUS + "\n" + BEAT);
            send("?station=kiosk-2", BEAT);
            SseEvent status = all.next();
            JsonNode first = JSON.readTree(status.data());
            JsonNode second = JSON.readTree(all.next().data());
            JsonNode other = JSON.readTree(all.next().data());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(JSON.readTree(answer.body()).path("positions").path(0).textValue())
                    .isEqualTo(status.id().orElseThrow());
            assertThat(first.path("station").textValue()).isEqualTo("kiosk-1");
            assertThat(first.has("session")).isFalse();
            assertThat(first.path("data").path("site").textValue()).isEqualTo("Manila");
            assertThat(second.path("seq").intValue()).isEqualTo(2);
            assertThat(second.path("prev").intValue()).isEqualTo(1);
            assertThat(other.path("seq").intValue()).isEqualTo(1);
        }
    }

    @Test
    void whoComesLaterLearnsOfTheStationsFromTheSnapshot() throws Exception {
        send("?station=kiosk-1", STATUS + "\n" + BEAT + "\n" + BEAT);
        try (SseSocket all = SseSocket.open(server.port(), "/stations/stream")) {
            String snapshot = all.next(each -> each.is("snapshot")).data();

            assertThat(snapshot).contains("Manila").containsOnlyOnce("station_beat");
        }
    }

    @Test
    void aNameThatIsNoIdIsRefused() throws Exception {
        assertThat(send("?station=a%20b", BEAT).statusCode()).isEqualTo(400);
        assertThat(send("", "{}").statusCode()).isEqualTo(422);
    }

    private HttpResponse<String> send(String query, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:"
                                                + server.port()
                                                + "/stations/events"
                                                + query))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
