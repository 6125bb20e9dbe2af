package dev.tanaw.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tanaw.capture.event.CameraRole;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.Outcome;
import dev.tanaw.capture.event.Resemblance;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.session.Journey;
import dev.tanaw.capture.specimen.Specimen;
import dev.tanaw.capture.specimen.Specimens;
import dev.tanaw.stream.access.Role;
import dev.tanaw.stream.access.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /// With one camera, and with one for documents and one for faces.
    @ParameterizedTest
    @ValueSource(strings = {"", "replay"})
    void thePersonsFaceIsCapturedAfterTheDocument(String faceCamera) throws Exception {
        Cameras.Chosen chosen = Cameras.choose("replay", faceCamera);
        Journey journey = Journey.of(EnumSet.of(Journey.Stop.CONSENT, Journey.Stop.FACE));
        List<CaptureEvent> events = new CopyOnWriteArrayList<>();
        try (Station station = new Station(config(0, journey), chosen.source(), chosen.face());
                Player player = chosen.player().orElseThrow()) {
            station.listen(player::happened);
            station.listen(recorded -> events.add(recorded.event()));
            player.presses(station.capture()::send);
            station.start();
            player.start();
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> events.contains(new CaptureEvent.SessionEnded(Outcome.COMPLETE)));
        }

        assertThat(events)
                .filteredOn(CaptureEvent.CameraFound.class::isInstance)
                .extracting(event -> ((CaptureEvent.CameraFound) event).role())
                .containsExactlyInAnyOrderElementsOf(
                        faceCamera.isEmpty()
                                ? List.of(CameraRole.BOTH)
                                : List.of(CameraRole.DOCUMENT, CameraRole.FACE));
        List<CaptureEvent.CaptureCompleted> taken =
                events.stream()
                        .filter(CaptureEvent.CaptureCompleted.class::isInstance)
                        .map(CaptureEvent.CaptureCompleted.class::cast)
                        .toList();
        assertThat(taken)
                .extracting(CaptureEvent.CaptureCompleted::side)
                .containsExactly(Side.FRONT, Side.FACE);
        CaptureEvent.CaptureCompleted face = taken.getLast();
        assertThat(face.components()).hasSize(20);
        assertThat(face.gates())
                .filteredOn(reading -> reading.gate() != Gate.STABILITY)
                .allSatisfy(reading -> assertThat(reading.pass()).as(reading.toString()).isTrue());
        // Only women's specimens carry the photograph of the person who comes; others a drawing.
        boolean same = Specimens.passport(0).fields().getOrDefault("sex", "").startsWith("F");
        assertThat(events)
                .filteredOn(CaptureEvent.FacesCompared.class::isInstance)
                .singleElement()
                .satisfies(event ->
                        assertThat(((CaptureEvent.FacesCompared) event).resemblance())
                                .isIn(
                                        same
                                                ? Set.of(Resemblance.ALIKE)
                                                : Set.of(
                                                        Resemblance.UNLIKE, Resemblance.NOT_SEEN)));
        assertThat(events.indexOf(face))
                .isGreaterThan(
                        events.indexOf(
                                events.stream()
                                        .filter(CaptureEvent.ConsentAnswered.class::isInstance)
                                        .findFirst()
                                        .orElseThrow()));
    }

    @Test
    void aLostFaceCameraDoesNotStopTheDocument() throws Exception {
        List<CaptureEvent> events = new CopyOnWriteArrayList<>();
        NetworkCamera gone = NetworkCamera.showing(_ -> NetworkCamera.plain(90));
        String address = gone.address();
        gone.close();
        Cameras.Chosen chosen = Cameras.choose("replay", address);
        try (Station station = new Station(config(0), chosen.source(), chosen.face());
                Player player = chosen.player().orElseThrow()) {
            station.listen(player::happened);
            station.listen(recorded -> events.add(recorded.event()));
            station.start();
            player.start();
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> events.contains(new CaptureEvent.SessionEnded(Outcome.COMPLETE)));
        }

        assertThat(events)
                .filteredOn(CaptureEvent.CameraLost.class::isInstance)
                .isNotEmpty()
                .allSatisfy(event ->
                        assertThat(((CaptureEvent.CameraLost) event).role())
                                .isEqualTo(CameraRole.FACE));
    }

    @Test
    void theSameCameraIsNotTakenForTwo() throws Exception {
        try (NetworkCamera one = NetworkCamera.showing(_ -> NetworkCamera.plain(90))) {
            assertThatThrownBy(() -> Cameras.choose(one.address(), one.address()))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("CAM-04")
                    .hasMessageContaining("same camera");
            assertThatThrownBy(() -> Cameras.choose(one.address(), "replay"))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("CAM-04");
            assertThatThrownBy(() -> Cameras.choose("replay", "no-such-camera"))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("no-such-camera");
        }
    }

    @Test
    void aFaceIsNotCapturedWithoutConsent() {
        assertThat(Main.commandLine().execute("run", "--headless", "--face", "on")).isEqualTo(2);
        assertThat(Main.commandLine().execute("run", "--headless", "--face", "maybe")).isEqualTo(2);
        assertThat(Main.commandLine().execute("run", "--headless", "--ask", "face")).isEqualTo(2);
    }

    /// The station says so before the first value is seen, in an event like any other.
    @Test
    void aSupervisorWithAReasonSeesTheValuesOfTheRunningSession() throws Exception {
        Specimen passport = Specimens.passport(0);
        Cameras.Chosen chosen = Cameras.choose("replay");
        String token =
                Tokens.in(TokenCommand.file(data))
                        .add("desk", Role.SUPERVISOR, Instant.EPOCH)
                        .token();
        List<String> full = new CopyOnWriteArrayList<>();
        List<Boolean> watched = new CopyOnWriteArrayList<>();
        CompletableFuture<String> session = new CompletableFuture<>();
        try (Station station = new Station(config(0), chosen.source());
                Player player = chosen.player().orElseThrow()) {
            station.listen(player::happened);
            station.listen(recorded -> {
                if (!recorded.session().isEmpty()) {
                    session.complete(recorded.session());
                }
            });
            station.onWatched(watched::add);
            station.start();
            player.start();
            String id = session.get(1, TimeUnit.MINUTES);
            String grant = unmask(station.port(), id, token);
            String path = "/face/stream/%s?from=start&grant=%s".formatted(id, grant);
            Thread.ofVirtual().start(() -> follow(station.port(), path, full, token));
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> full.stream().anyMatch(line -> line.contains("capture_complete")));
            await().until(() -> watched.contains(true));
            await().atMost(Duration.ofMinutes(1))
                    .until(() ->
                            full.stream().anyMatch(line -> line.contains("\"extraction_field\"")));
        }

        assertThat(full)
                .anyMatch(line -> line.contains("\"values_shown\"") && line.contains("desk"));
        assertThat(full)
                .filteredOn(line -> line.contains("\"extraction_field\""))
                .isNotEmpty()
                .anyMatch(line -> passport.fields().values().stream().anyMatch(line::contains))
                .noneMatch(line -> line.contains("\"masked\":true"));
    }

    private static String unmask(int port, String session, String token) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String body =
                    client.send(
                                    HttpRequest.newBuilder(
                                                    URI.create(
                                                            "http://127.0.0.1:%d/face/sessions/%s/unmask"
                                                                    .formatted(port, session)))
                                            .header("Authorization", "Bearer " + token)
                                            .POST(
                                                    HttpRequest.BodyPublishers.ofString(
                                                            "{\"reason\":\"the photo is worn\"}"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
            return body.replaceAll(".*\"grant\":\"([^\"]+)\".*", "$1");
        }
    }

    /// What a supervisor does is answered by the session itself, and stands in its log.
    @Test
    void aSupervisorActsOnTheRunningSession() throws Exception {
        Cameras.Chosen chosen = Cameras.choose("replay");
        String token =
                Tokens.in(TokenCommand.file(data))
                        .add("desk", Role.SUPERVISOR, Instant.EPOCH)
                        .token();
        List<CaptureEvent.SupervisorActed> acted = new CopyOnWriteArrayList<>();
        List<String> wires = new CopyOnWriteArrayList<>();
        CompletableFuture<String> session = new CompletableFuture<>();
        try (Station station = new Station(config(0), chosen.source());
                Player player = chosen.player().orElseThrow()) {
            station.listen(player::happened);
            station.listenMasked(wire -> wires.add(wire.json()));
            station.listen(recorded -> {
                if (!recorded.session().isEmpty()) {
                    session.complete(recorded.session());
                }
                if (recorded.event() instanceof CaptureEvent.SupervisorActed one) {
                    acted.add(one);
                }
            });
            station.start();
            player.start();
            String id = session.get(1, TimeUnit.MINUTES);

            assertThat(act(station.port(), id, token, "claim", "").statusCode()).isEqualTo(200);
            assertThat(act(station.port(), id, token, "message", "Check the date.").body())
                    .contains("\"outcome\":\"done\"");
            HttpResponse<String> again = act(station.port(), id, token, "claim", "");
            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(again.body()).contains("\"code\":\"claimed\"");
            assertThat(act(station.port(), id, token, "approve", "I know it").body())
                    .contains("not_asked");
            assertThat(act(station.port(), id, token, "message", "").statusCode()).isEqualTo(400);
            assertThat(act(station.port(), id, token, "dance", "").statusCode()).isEqualTo(400);
        }

        assertThat(acted)
                .extracting(CaptureEvent.SupervisorActed::name)
                .containsExactly("desk", "desk", "desk", "desk");
        assertThat(wires)
                .anyMatch(line ->
                        line.contains("\"supervisor_action\"")
                                && line.contains("Check the date.")
                                && line.contains("\"role\":\"supervisor\""));
    }

    private static HttpResponse<String> act(
            int port, String session, String token, String action, String text) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:%d/face/sessions/%s/actions"
                                                    .formatted(port, session)))
                            .header("Authorization", "Bearer " + token)
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            "{\"action\":\"%s\",\"text\":\"%s\"}"
                                                    .formatted(action, text)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
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
        return config(port, Journey.unattended());
    }

    private StationConfig config(int port, Journey journey) {
        return new StationConfig(
                "test-1",
                "replay",
                "",
                "127.0.0.1",
                port,
                Locale.ENGLISH,
                data,
                false,
                0,
                "Manila",
                journey,
                Optional.empty());
    }

    private static List<String> fields(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains("\"extraction_field\""))
                .map(line -> line.replaceAll(".*\"field\":\"([a-z_]+)\".*", "$1"))
                .distinct()
                .toList();
    }

    private static void follow(int port, String path, List<String> lines, String... token) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("Accept", "text/event-stream");
            for (String each : token) {
                request.header("Authorization", "Bearer " + each);
            }
            client.send(request.build(), HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .forEach(lines::add);
        } catch (java.io.IOException | java.io.UncheckedIOException ended) {
            lines.add("ended");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
