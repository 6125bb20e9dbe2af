package dev.tanaw.desktop.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tanaw.desktop.simulate.SimulatedStation.Post;
import dev.tanaw.stream.http.StreamConfig;
import dev.tanaw.stream.http.StreamServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Stations that nobody stands at.
@Timeout(60)
class SimulationTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Recording> recordings() {
        return Recording.all();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void aRecordingIsAWholeSessionThatSaysThatItIsSimulatedAndShowsNoName(Recording recording) {
        assertThat(recording.lines().getFirst().type()).isEqualTo("session_started");
        assertThat(recording.lines().getFirst().data().path("simulated").asBoolean()).isTrue();
        assertThat(recording.lines().getLast().type()).isEqualTo("session_ended");
        assertThat(recording.lines()).extracting(Recording.Line::at).isSorted();
        assertThat(
                        recording.lines().stream()
                                .map(Recording.Line::data)
                                .filter(data -> data.path("field").asText().endsWith("_name"))
                                .map(data -> data.path("value").asText()))
                .allSatisfy(value -> assertThat(value).contains("•"));
    }

    @Test
    void aStationBeatsAndServesOneSessionAfterTheOther() {
        List<Post> posts = run(0, Duration.ofMinutes(4));

        assertThat(posts.getFirst().body()).contains("station_status", "\"simulated\":true");
        assertThat(posts.stream().filter(post -> post.body().contains("station_beat"))).hasSize(48);
        List<String> sessions =
                posts.stream().map(Post::session).filter(id -> !id.isEmpty()).distinct().toList();
        assertThat(sessions).hasSizeGreaterThan(2);
        assertThat(body(posts, sessions.getFirst()))
                .startsWith("{\"type\":\"session_started\"")
                .contains("session_ended");
        assertThat(body(posts, sessions.get(1))).startsWith("{\"type\":\"session_started\"");
    }

    @Test
    void troubleMakesAStationLoseItsCameraOrFallSilentAndComeBack() {
        List<Post> posts = run(1, Duration.ofMinutes(30));

        assertThat(posts.stream().map(Post::body).filter(body -> body.contains("camera_lost")))
                .isNotEmpty();
        assertThat(posts.stream().map(Post::body).filter(body -> body.contains("camera_found")))
                .isNotEmpty();
        assertThat(posts.stream().map(Post::body).filter(body -> body.contains("station_status")))
                .hasSizeGreaterThan(1);
    }

    @Test
    void theSameSeedSaysTheSame() {
        assertThat(run(0.5, Duration.ofMinutes(5))).isEqualTo(run(0.5, Duration.ofMinutes(5)));
    }

    @Test
    void whatIsPublishedArrivesAtAHubOverHttp() throws Exception {
        List<String> complaints = new CopyOnWriteArrayList<>();
        try (StreamServer hub = StreamServer.start(StreamConfig.onPort(0).opened());
                HttpClient client = HttpClient.newHttpClient()) {
            URI url = URI.create("http://127.0.0.1:" + hub.port());
            try (Simulation simulation =
                    new Simulation(
                            url, Optional.empty(), 40, 0, Clock.systemUTC(), complaints::add)) {
                simulation.start();

                await().atMost(Duration.ofSeconds(30))
                        .until(() -> simulation.published() > 80 && sessions(client, url) > 2);
            }
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void aHubThatAsksForATokenIsSaidOnce() {
        List<String> complaints = new CopyOnWriteArrayList<>();
        try (StreamServer hub = StreamServer.start(StreamConfig.onPort(0));
                Simulation simulation =
                        new Simulation(
                                URI.create("http://127.0.0.1:" + hub.port()),
                                Optional.empty(),
                                3,
                                0,
                                Clock.systemUTC(),
                                complaints::add)) {
            simulation.start();

            await().until(() -> !complaints.isEmpty());
        }
        assertThat(complaints.getFirst()).contains("401");
    }

    private static int sessions(HttpClient client, URI hub) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(hub.resolve("/face/sessions")).build();
        JsonNode answer = JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
        return answer.path("sessions").size();
    }

    private static String body(List<Post> posts, String session) {
        StringBuilder all = new StringBuilder();
        posts.stream()
                .filter(post -> post.session().equals(session))
                .forEach(post -> all.append(post.body()));
        return all.toString();
    }

    private static List<Post> run(double trouble, Duration time) {
        AtomicInteger ids = new AtomicInteger();
        SimulatedStation station =
                new SimulatedStation(
                        "sim-001",
                        "Manila",
                        Recording.all(),
                        () -> "session-" + ids.incrementAndGet(),
                        7,
                        trouble,
                        START);
        List<Post> posts = new ArrayList<>();
        for (Instant now = START; now.isBefore(START.plus(time)); now = now.plusMillis(100)) {
            posts.addAll(station.due(now));
        }
        return posts;
    }
}
