package dev.tanaw.desktop.app;

import dev.tanaw.capture.camera.CameraException;
import dev.tanaw.capture.camera.replay.ReplayStage;
import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import dev.tanaw.capture.camera.replay.Scenario;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.specimen.Specimens;
import dev.tanaw.desktop.site.Calibration;
import dev.tanaw.desktop.site.ProfileFile;
import dev.tanaw.desktop.site.SiteProfile;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Measures light, camera and focus where a station stands, and keeps what was found for it.
@Command(
        name = "calibrate",
        description =
                "Measures light, camera and focus at this site and keeps them for the station.",
        mixinStandardHelpOptions = true)
final class CalibrateCommand implements Callable<Integer> {
    @Option(
            names = "--camera",
            defaultValue = "${env:TANAW_CAMERA:-auto}",
            description =
                    "auto, replay, replay:FOLDER, http://… or a webcam's id (${DEFAULT-VALUE})")
    private String camera = "auto";

    @Option(names = "--data", description = "folder of the station")
    private Path data = DataFolder.usual();

    @Option(
            names = "--headless",
            description = "asks nobody: the desk is measured at once, then a card is waited for")
    private boolean headless;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "for a card to be shown (${DEFAULT-VALUE})")
    private int wait = 30;

    @Option(
            names = "--moving",
            paramLabel = "SECONDS",
            defaultValue = "12",
            description = "for which the card is moved nearer and farther (${DEFAULT-VALUE})")
    private int moving = 12;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Calibration.Patience patience = patience();
        DataFolder.open(data);
        Cameras.Chosen chosen = Cameras.choose(camera);
        say("Camera: " + chosen.source().name());
        if (chosen.source().demonstration()) {
            say("This is a demonstration: what is measured is a drawing, not this site.");
        }
        Optional<ReplayStage> stage = chosen.player().map(Player::stage);
        Calibration.Technician technician =
                stage.isPresent() ? new Drawn(stage.get(), patience.moving()) : new Person();
        try {
            SiteProfile profile =
                    new Calibration(chosen.source(), patience, technician, this::say)
                            .run(Clock.systemUTC(), Version.current())
                            .orElseThrow(() -> noCard(patience));
            say("Kept in %s for ./tanaw run.".formatted(ProfileFile.write(profile, data)));
            return 0;
        } catch (CameraException e) {
            Trouble trouble = Trouble.ofCamera(e.fault().name());
            throw new StartFailure(
                    trouble,
                    "%s: %s. Nothing was kept. Check the camera and its cable, and calibrate again."
                            .formatted(trouble.code(), e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new StartFailure(
                    Trouble.DATA_FOLDER,
                    "DATA-01: the profile cannot be kept in %s: %s".formatted(data, e.getMessage()),
                    e);
        } finally {
            chosen.player().ifPresent(Player::close);
        }
    }

    private Calibration.Patience patience() {
        try {
            return new Calibration.Patience(Duration.ofSeconds(wait), Duration.ofSeconds(moving));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "--wait and --moving: 1 second or more", e);
        }
    }

    private static StartFailure noCard(Calibration.Patience patience) {
        return new StartFailure(
                "SITE-04: no card was seen well enough within %d seconds. Nothing was kept. Hold a card of the size of a driving licence, or a printed picture of ./tanaw specimens, before the camera."
                        .formatted(patience.card().toSeconds()));
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    /// Who stands before the camera; asked only where there is a terminal to answer on.
    private final class Person implements Calibration.Technician {
        private final Optional<Console> terminal =
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .filter(_ -> !headless);

        @Override
        public void clearDesk() {
            ask("Take everything from the desk, and stand aside.");
        }

        @Override
        public void bringCard() {
            ask("Hold a card (of the size of a driving licence) where it will be shown.");
        }

        private void ask(String wish) {
            say(wish);
            terminal.ifPresent(console -> console.readLine("Press Enter when it is so. "));
        }
    }

    /// Before the replay camera: a drawn card that moves once nearer and farther.
    private record Drawn(ReplayStage stage, Duration moving) implements Calibration.Technician {
        @Override
        public void clearDesk() {
            stage.remove();
        }

        @Override
        public void bringCard() {
            Prop card = Prop.of(Specimens.idCard(1).getFirst());
            stage.play(new Scenario(List.of()).approach(card).sweep(moving));
        }
    }
}
