package dev.tanaw.desktop.app;

import dev.tanaw.capture.camera.CameraException;
import dev.tanaw.capture.camera.replay.RecordedCamera;
import dev.tanaw.capture.face.FaceMeasurer;
import dev.tanaw.capture.session.Journey;
import dev.tanaw.desktop.replay.Performance;
import dev.tanaw.desktop.replay.SignalFile;
import dev.tanaw.desktop.replay.Situation;
import dev.tanaw.desktop.replay.UnusableFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Plays sessions again through the station's own pipeline, without a window, a server or waiting.
@Command(
        name = "replay",
        description = {
            "Plays recorded or written-down sessions through the station's own pipeline.",
            "Ends with 0 when all went as expected, 1 when something did not, 2 for a bad file."
        },
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    private static final int NOT_AS_EXPECTED = 1;
    private static final int UNUSABLE = 2;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "a situation (.json), a folder of frames with timestamps.txt, or the signals of"
                            + " a session (.signals.jsonl)")
    private List<Path> files = List.of();

    @Option(names = "--quiet", description = "only what became of each file, not its events")
    private boolean quiet;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws StartFailure, InterruptedException {
        int worst = 0;
        for (Path file : files) {
            try {
                worst = Math.max(worst, SignalFile.isOne(file) ? signals(file) : situation(file));
            } catch (UnusableFile e) {
                spec.commandLine().getErr().println(e.getMessage());
                worst = UNUSABLE;
            }
        }
        return worst;
    }

    private int signals(Path file) throws UnusableFile {
        SignalFile record = SignalFile.read(file);
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                "%s: %d signals, %d events"
                        .formatted(file, record.signals().size(), record.told().size()));
        Optional<String> difference = record.play(new ReplayPrinter(out, quiet)::print);
        out.println(
                difference
                        .map("NOT AS RECORDED  "::concat)
                        .orElse(
                                record.told().isEmpty()
                                        ? "played; no events were recorded"
                                        : "as recorded"));
        out.flush();
        return difference.isPresent() ? NOT_AS_EXPECTED : 0;
    }

    private int situation(Path file) throws UnusableFile, StartFailure, InterruptedException {
        Situation situation =
                RecordedCamera.isRecording(file)
                        ? Situation.ofFrames(
                                file, Journey.unattended(), LocalDate.now(Clock.systemUTC()))
                        : Situation.read(file);
        PrintWriter out = spec.commandLine().getOut();
        out.println(situation.about().isEmpty() ? file : file + ": " + situation.about());
        ReplayPrinter printer = new ReplayPrinter(out, quiet);
        Optional<FaceMeasurer> faces = Readers.faces(situation.journey());
        try (Performance performance =
                new Performance(
                        situation, Readers.shipped(situation.wall()), faces, printer::print)) {
            return verdict(situation, performance.play(), out);
        } catch (CameraException e) {
            throw new UnusableFile("%s: %s".formatted(file, e.getMessage()), e);
        } finally {
            faces.ifPresent(FaceMeasurer::close);
            out.flush();
        }
    }

    /// A gap that is known is no news; one that has been closed is.
    private static int verdict(Situation situation, Performance.Outcome outcome, PrintWriter out) {
        outcome.missed().forEach(missed -> out.println("NOT AS EXPECTED  " + missed));
        if (outcome.missed().isEmpty() && situation.knownGap().isEmpty()) {
            out.println(situation.expects() ? "as expected" : "played; nothing was expected");
            return 0;
        }
        if (situation.knownGap().isEmpty()) {
            return NOT_AS_EXPECTED;
        }
        if (outcome.missed().isEmpty()) {
            out.println("as expected, so the gap is closed: take known_gap out of the file");
            return NOT_AS_EXPECTED;
        }
        out.println("known gap: " + situation.knownGap().get());
        return 0;
    }
}
