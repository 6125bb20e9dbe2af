package dev.tanaw.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.session.Journey;
import dev.tanaw.capture.specimen.Specimen;
import dev.tanaw.capture.specimen.Specimens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole station on the replay camera: a passport is shown, found, judged, taken, read, and
/// followed over HTTP.
class StationTest {
    @TempDir private Path data = Path.of("target");

    @Test
    void aPassportShownToTheCameraIsReadAndStreamedMasked() throws Exception {
        Specimen passport = Specimens.passport(0);
        Cameras.Chosen chosen = Cameras.choose("replay");
        List<String> lines = new CopyOnWriteArrayList<>();
        try (Station station = new Station(config(0), chosen.source());
                Player player = chosen.player().orElseThrow()) {
            station.listen(player::happened);
            Thread reader =
                    Thread.ofVirtual()
                            .start(() -> follow(station.port(), "/stations/stream", lines));
            station.start();
            player.start();
            await().atMost(Duration.ofMinutes(3))
                    .until(() ->
                            lines.stream().anyMatch(l -> l.contains("\"outcome\":\"complete\"")));
            reader.interrupt();
        }

        assertThat(lines).anyMatch(line -> line.startsWith("id: "));
        assertThat(fields(lines))
                .contains("document_number", "date_of_birth", "last_name", "expiry_date");
        String wire = String.join("\n", lines);
        passport.fields().entrySet().stream()
                .filter(field -> field.getValue().length() > 4)
                .forEach(field ->
                        assertThat(wire)
                                .as(field.getKey())
                                .doesNotContainIgnoringCase(field.getValue()));
        passport.mrz().forEach(line -> assertThat(wire).doesNotContain(line.substring(0, 12)));
    }

    @Test
    void aPortInUseIsSaidWithWhatToDo() throws Exception {
        Cameras.Chosen chosen = Cameras.choose("replay");
        try (Station first = new Station(config(0), chosen.source())) {
            int taken = first.port();

            assertThatThrownBy(() -> new Station(config(taken), chosen.source()))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("STREAM-01")
                    .hasMessageContaining(Integer.toString(taken))
                    .hasMessageContaining("--port")
                    .extracting(failure -> ((StartFailure) failure).trouble())
                    .isEqualTo(Optional.of(Trouble.PORT_IN_USE));
        }
    }

    @Test
    void anEmptyReplayFolderIsSaidWithItsPath() {
        assertThatThrownBy(() -> Cameras.choose("replay:" + data))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(data.toString());
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidWithItsPath() throws Exception {
        Path file = java.nio.file.Files.createFile(data.resolve("file"));

        assertThatThrownBy(() -> DataFolder.open(file.resolve("below")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("DATA-01")
                .hasMessageContaining(file.toString());
    }

    @Test
    void anUnknownOptionAndAWrongValueEndWithTwo() {
        assertThat(Main.commandLine().execute("run", "--nonsense")).isEqualTo(2);
        assertThat(Main.commandLine().execute("run", "--port", "99999")).isEqualTo(2);
        assertThat(Main.commandLine().execute("run", "--name", "a b")).isEqualTo(2);
    }

    private StationConfig config(int port) {
        return new StationConfig(
                "test-1",
                "replay",
                "127.0.0.1",
                port,
                Locale.ENGLISH,
                data,
                false,
                0,
                "Manila",
                Journey.unattended(),
                Optional.empty());
    }

    private static List<String> fields(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains("\"extraction_field\""))
                .map(line -> line.replaceAll(".*\"field\":\"([a-z_]+)\".*", "$1"))
                .distinct()
                .toList();
    }

    private static void follow(int port, String path, List<String> lines) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .header("Accept", "text/event-stream")
                                    .build(),
                            HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .forEach(lines::add);
        } catch (java.io.IOException | java.io.UncheckedIOException ended) {
            lines.add("ended");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
