package dev.tanaw.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The command as it is typed, with real cameras behind it: the replay camera and one on the
/// network.
final class CalibrateCommandTest {
    @TempDir private Path data = Path.of("target");

    private final StringWriter said = new StringWriter();

    private int tanaw(String command, String... options) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(said, true));
        line.setErr(new PrintWriter(said, true));
        List<String> words = new ArrayList<>(List.of(command, "--data", data.toString()));
        words.addAll(List.of(options));
        return line.execute(words.toArray(String[]::new));
    }

    private int calibrate(String camera, String... options) {
        return tanaw(
                "calibrate",
                Stream.concat(Stream.of("--headless", "--camera", camera), Stream.of(options))
                        .toArray(String[]::new));
    }

    private Path profile() {
        return data.resolve("site-profile.json");
    }

    @Test
    void theReplayCameraIsMeasuredAndTheStationKnowsItAtItsStart() throws IOException {
        assertThat(calibrate("replay", "--moving", "8")).as(said.toString()).isZero();

        assertThat(said.toString())
                .contains("This is a demonstration", "The empty desk:", "The card:", "Kept in")
                .containsPattern("camera +1280x720, \\d+\\.\\d frames a second")
                .containsPattern("pass +flicker")
                .containsPattern("pass +banding")
                .containsPattern("pass +sharpness")
                .containsPattern("\\d+ pixels wide, \\d+ dpi, sharpness 0\\.\\d\\d");
        JsonNode kept = new ObjectMapper().readTree(profile().toFile());
        assertThat(kept.at("/version").asInt()).isEqualTo(1);
        assertThat(kept.at("/camera/demonstration").asBoolean()).isTrue();
        assertThat(kept.at("/card/best_width_px").asDouble()).isBetween(600.0, 1100.0);
        assertThat(kept.at("/card/nearest_width_px").asDouble())
                .as("held at 0.66 of the width and brought nearer by a fifth")
                .isCloseTo(0.66 * 1280 * Math.exp(0.2), Percentage.withPercentage(4));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(profile())))
                .isEqualTo("rw-------");

        said.getBuffer().setLength(0);
        run();
        assertThat(said.toString())
                .contains("Calibrated for Replay camera on ")
                .doesNotContain("SITE-");
    }

    /// Until one session has been completed.
    private void run() {
        int code =
                tanaw("run", "--headless", "--camera", "replay", "--port", "0", "--sessions", "1");
        assertThat(code).as(said.toString()).isZero();
    }

    @Test
    void aDamagedProfileIsSaidAndTheStationWorks() throws IOException {
        Files.writeString(profile(), "{\"version\":1,");

        run();

        assertThat(said.toString()).contains("SITE-01", profile().toString(), "complete");
    }

    @Test
    void aDarkRoomIsSaidWithWhatToDoAndNothingIsKept() throws IOException {
        byte[] dark = NetworkCamera.plain(6);
        try (NetworkCamera camera = NetworkCamera.showing(_ -> dark)) {
            assertThat(calibrate(camera.address(), "--wait", "1")).isEqualTo(1);
        }

        assertThat(said.toString())
                .contains("too dark: 0.02, wanted 0.10 to 0.97; add a lamp")
                .contains("SITE-04");
        assertThat(profile()).doesNotExist();
    }

    @Test
    void whereNoCardComesItEndsInTime() throws IOException {
        byte[] desk = NetworkCamera.plain(120);
        try (NetworkCamera camera = NetworkCamera.showing(_ -> desk)) {
            assertThat(calibrate(camera.address(), "--wait", "2")).isEqualTo(1);
        }

        assertThat(said.toString())
                .containsPattern("pass +light +0\\.47 of the scale")
                .contains("no card is seen")
                .contains("SITE-04: no card was seen well enough within 2 seconds");
        assertThat(profile()).doesNotExist();
    }

    @Test
    void aLampThatFlickersIsSaid() throws IOException {
        byte[] bright = NetworkCamera.plain(140);
        byte[] dim = NetworkCamera.plain(100);
        try (NetworkCamera camera =
                NetworkCamera.showing(number -> number % 5 < 2 ? dim : bright)) {
            assertThat(calibrate(camera.address(), "--wait", "1")).isEqualTo(1);
        }

        assertThat(said.toString()).containsPattern("WARN +flicker +1\\d\\.\\d %");
    }

    @Test
    void aCameraThatIsPulledOutIsSaidAndWhatWasKeptBeforeStays() throws IOException {
        Files.writeString(profile(), "of before");
        byte[] desk = NetworkCamera.plain(120);
        try (NetworkCamera camera =
                NetworkCamera.showing(number -> number < 60 ? desk : new byte[0])) {
            assertThat(calibrate(camera.address())).isEqualTo(1);
        }

        assertThat(said.toString()).contains("CAM-01", "Nothing was kept");
        assertThat(Files.readString(profile())).isEqualTo("of before");
    }

    @Test
    void aCameraThatIsNotThereIsSaid() throws IOException {
        String gone;
        try (NetworkCamera camera = NetworkCamera.showing(_ -> new byte[0])) {
            gone = camera.address();
        }

        assertThat(calibrate(gone)).isEqualTo(1);
        assertThat(said.toString()).contains("CAM-09");
    }

    @Test
    void noTimeAtAllIsRefused() {
        assertThat(calibrate("replay", "--wait", "0")).isEqualTo(2);
    }
}
