package dev.tanaw.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.camera.CameraDriver.Format;
import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.camera.FramePool;
import dev.tanaw.capture.camera.replay.ReplayCamera;
import dev.tanaw.capture.camera.replay.ReplayStage;
import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import dev.tanaw.capture.camera.replay.Scenario;
import dev.tanaw.capture.camera.replay.Tempo;
import dev.tanaw.capture.specimen.Specimens;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `./tanaw replay`: what it prints, and how it ends.
final class ReplayCommandTest {
    private static final String APPROACH =
            """
            "things": {"card": {"document": "id_card", "seed": 3}},
            "steps": [{"do": "approach", "what": "card"}, {"do": "hold", "s": 0.5}]
            """;

    @TempDir private Path folder = Path.of("target");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void endsWellWhenAllGoesAsExpected() throws IOException {
        Path file = situation("\"expect\": [{\"event\": \"state_change\", \"to\": \"locked\"}]");

        assertThat(replay(file)).isZero();
        assertThat(out.toString())
                .contains("session_started", "searching -> locked (front)", "steady")
                .contains("as expected");
    }

    @Test
    void saysWhatDidNotGoAsExpectedAndEndsBadly() throws IOException {
        Path file = situation("\"never\": [{\"event\": \"state_change\", \"to\": \"locked\"}]");

        assertThat(replay(file)).isEqualTo(1);
        assertThat(out.toString()).contains("NOT AS EXPECTED  never: state_change");
    }

    @Test
    void aGapThatIsKnownIsSaidAndOneThatIsClosedToo() throws IOException {
        String gap = ", \"known_gap\": \"it sees too much\"";
        Path open = situation("\"never\": [{\"event\": \"session_started\"}]" + gap);

        assertThat(replay(open)).isZero();
        assertThat(out.toString()).contains("known gap: it sees too much");

        Path closed = situation("\"expect\": [{\"event\": \"session_started\"}]" + gap);

        assertThat(replay(closed)).isEqualTo(1);
        assertThat(out.toString()).contains("the gap is closed");
    }

    @Test
    void aBadFileIsNamedAndTheOthersArePlayed() throws IOException {
        Path bad = folder.resolve("bad.json");
        Files.writeString(bad, "{\"about\": 1}");

        assertThat(replay(bad, situation("\"never\": []"))).isEqualTo(2);
        assertThat(err.toString()).contains(bad.toString(), "about");
        assertThat(out.toString()).contains("session_started", "nothing was expected");
    }

    @Test
    void framesArePlayedInTheirOwnTime() throws Exception {
        Path frames = frames();

        assertThat(replay(frames)).isZero();
        assertThat(out.toString()).contains("session_started", "capture_complete", "abandoned");
    }

    /// Two seconds of a card that is brought and held.
    private Path frames() throws Exception {
        Path frames = Files.createDirectory(folder.resolve("frames"));
        List<String> times = new ArrayList<>();
        ReplayStage stage = new ReplayStage();
        Prop card = Prop.of(Specimens.idCard(3).getFirst());
        stage.play(Scenario.empty(Duration.ZERO).approach(card).hold(Duration.ofSeconds(3)));
        try (FramePool pool = new FramePool();
                ReplayCamera camera =
                        new ReplayCamera(stage, new Format(1280, 720, 15), new Tempo.Counted())) {
            for (int i = 0; i < 50; i++) {
                try (Frame frame = camera.read(pool)) {
                    times.add(Double.toString(frame.takenNanos() / 1e6));
                    opencv_imgcodecs.imwrite(
                            frames.resolve("frame%03d.jpg".formatted(i)).toString(),
                            frame.pixels());
                }
            }
        }
        card.picture().close();
        Files.write(frames.resolve("timestamps.txt"), times);
        return frames;
    }

    private Path situation(String expectations) throws IOException {
        Path file = Files.createTempFile(folder, "situation", ".json");
        Files.writeString(
                file,
                "{\"about\": \"A card is brought.\", %s, %s}".formatted(APPROACH, expectations));
        return file;
    }

    private int replay(Path... files) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        List<String> arguments = new ArrayList<>(List.of("replay"));
        for (Path file : files) {
            arguments.add(file.toString());
        }
        return line.execute(arguments.toArray(String[]::new));
    }
}
