package dev.tanaw.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.event.Recovery;
import dev.tanaw.capture.session.Journey;
import dev.tanaw.capture.session.Moment;
import dev.tanaw.capture.session.Signal;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program is killed in the middle of a session and started again.
class InterruptedStationTest {
    private static final String NAME = "killed-1";

    @TempDir private Path data = Path.of("target");

    @Test
    void theSessionIsEndedWithoutAHoleAndThePersonGoesOn() throws Exception {
        String left = sessionOfAKilledStation();
        List<Recorded> events = new CopyOnWriteArrayList<>();
        Cameras.Chosen chosen = Cameras.choose("replay");
        List<JsonNode> stream;
        try (Station station = new Station(config(), chosen.source())) {
            station.listen(events::add);
            assertThat(station.lastEnd()).isPresent();
            station.start();
            await().until(() -> told(events).contains(Recovery.ASKED));
            station.capture().send(new Signal.TakeUp(Moment.now()));
            await().until(() -> resumed(events).isPresent());
            stream = stream(station.port(), left);
        }

        assertThat(told(events)).containsExactly(Recovery.ASKED, Recovery.RESUMED);
        assertThat(resumed(events)).contains(left);
        assertThat(stream.getFirst().path("type").asText()).isEqualTo("session_started");
        assertThat(stream.getLast().path("type").asText()).isEqualTo("session_ended");
        assertThat(stream.getLast().at("/data/outcome").asText()).isEqualTo("abandoned");
        chained(stream);
    }

    @Test
    void whereNobodyCanBeAskedItIsClosed() throws Exception {
        String left = sessionOfAKilledStation();
        List<Recorded> events = new CopyOnWriteArrayList<>();
        try (Station station = new Station(config(), Cameras.choose("replay").source())) {
            station.listen(events::add);
            station.start();
            station.askNobody();
            await().until(() -> told(events).contains(Recovery.DISCARDED));
        }
        try (Station station = new Station(config(), Cameras.choose("replay").source())) {
            assertThat(station.lastEnd()).isEmpty();
            assertThat(stream(station.port(), left)).isNotEmpty();
        }
    }

    /// Proof that nothing lasting is missing, see docs/events.md.
    private static void chained(List<JsonNode> stream) {
        long last = 0;
        for (JsonNode event : stream) {
            assertThat(event.path("prev").asLong()).as(event.toString()).isEqualTo(last);
            last = event.path("seq").asLong();
        }
    }

    private static List<Recovery> told(List<Recorded> events) {
        return events.stream()
                .map(Recorded::event)
                .filter(CaptureEvent.SessionInterrupted.class::isInstance)
                .map(event -> ((CaptureEvent.SessionInterrupted) event).recovery())
                .toList();
    }

    private static Optional<String> resumed(List<Recorded> events) {
        return events.stream()
                .map(Recorded::event)
                .filter(CaptureEvent.SessionStarted.class::isInstance)
                .flatMap(event -> ((CaptureEvent.SessionStarted) event).resumes().stream())
                .findFirst();
    }

    /// @return the session that it was in
    private String sessionOfAKilledStation() throws IOException, InterruptedException {
        Process station =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "run",
                                "--headless",
                                "--durable",
                                "--camera",
                                "replay",
                                "--port",
                                "0",
                                "--name",
                                NAME,
                                "--data",
                                data.toString())
                        .redirectErrorStream(true)
                        .start();
        try (BufferedReader out = station.inputReader()) {
            String line = out.readLine();
            while (line != null && !line.contains("locked")) {
                line = out.readLine();
            }
            assertThat(line).as("the station ended by itself").isNotNull();
            OpenSessionFile file = new OpenSessionFile(data, NAME);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> file.read() instanceof OpenSessionFile.Kept);
            station.destroyForcibly().waitFor();
            assertThat(file.read()).isInstanceOf(OpenSessionFile.Kept.class);
            return ((OpenSessionFile.Kept) file.read()).session().id();
        } finally {
            station.destroyForcibly();
        }
    }

    private static List<JsonNode> stream(int port, String session) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:%d/face/stream/%s?from=start"
                                                    .formatted(port, session)))
                            .build();
            List<JsonNode> lasting = new CopyOnWriteArrayList<>();
            JsonMapper json = new JsonMapper();
            for (String line :
                    (Iterable<String>)
                            client.send(request, HttpResponse.BodyHandlers.ofLines()).body()
                                    ::iterator) {
                if (line.startsWith("data: ") && line.contains("\"session\":\"" + session)) {
                    JsonNode event = json.readTree(line.substring("data: ".length()));
                    if (!PASSING.contains(event.path("type").asText()) && event.has("seq")) {
                        lasting.add(event);
                    }
                    if (event.path("type").asText().equals("session_ended")) {
                        break;
                    }
                }
            }
            client.shutdownNow(); // the stream itself goes on
            return lasting;
        }
    }

    private static final List<String> PASSING =
            List.of("quality_update", "capture_progress", "extraction_progress");

    private StationConfig config() {
        return new StationConfig(
                NAME,
                "replay",
                "",
                "127.0.0.1",
                0,
                Locale.ENGLISH,
                data,
                true,
                0,
                "",
                Journey.of(EnumSet.of(Journey.Stop.CONSENT)),
                Optional.empty());
    }
}
