package dev.tanaw.desktop.app;

import dev.tanaw.capture.camera.CameraDriver.CameraInfo;
import dev.tanaw.capture.camera.CameraDriver.Format;
import dev.tanaw.capture.camera.CameraDriver.Kind;
import dev.tanaw.capture.camera.CameraException;
import dev.tanaw.capture.camera.CameraSource;
import dev.tanaw.capture.camera.ip.MjpegDriver;
import dev.tanaw.capture.camera.replay.Pictures;
import dev.tanaw.capture.camera.replay.RecordedCamera;
import dev.tanaw.capture.camera.replay.ReplayCamera;
import dev.tanaw.capture.camera.replay.ReplayStage;
import dev.tanaw.capture.camera.webcam.WebcamDriver;
import dev.tanaw.capture.event.Trouble;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which camera the setting means.
final class Cameras {
    private static final Logger LOG = LoggerFactory.getLogger(Cameras.class);
    private static final Duration SEARCH = Duration.ofSeconds(4);

    private Cameras() {}

    /// A camera, and who plays the person before it when it is the replay camera.
    record Chosen(CameraSource source, Optional<Player> player) {}

    static Chosen choose(String wish) throws StartFailure, InterruptedException {
        if (wish.equals("replay")) {
            return replay(Player.ofSpecimens(new ReplayStage()));
        }
        if (wish.startsWith("replay:")) {
            String name = wish.substring("replay:".length());
            if (name.isBlank()) {
                throw new StartFailure(
                        Trouble.CAMERA_NO_PICTURES,
                        "CAM-03: after replay: the name of a folder is missing. Give one with pictures of documents, or --camera replay for the built-in specimens.");
            }
            Path folder = Path.of(name);
            return RecordedCamera.isRecording(folder)
                    ? new Chosen(recording(folder), Optional.empty())
                    : replay(folder(folder));
        }
        if (wish.startsWith("http://") || wish.startsWith("https://")) {
            return new Chosen(network(wish), Optional.empty());
        }
        List<CameraInfo> webcams = found();
        if (wish.equals("auto")) {
            return webcams.isEmpty()
                    ? replay(Player.ofSpecimens(new ReplayStage()))
                    : new Chosen(webcam(webcams.getFirst()), Optional.empty());
        }
        CameraInfo named =
                webcams.stream()
                        .filter(camera -> camera.id().equals(wish))
                        .findFirst()
                        .orElseThrow(() -> unknown(wish, webcams));
        return new Chosen(webcam(named), Optional.empty());
    }

    static List<String> webcams(Duration limit) throws InterruptedException {
        try {
            return new WebcamDriver().list(limit).stream().map(CameraInfo::name).toList();
        } catch (CameraException e) {
            LOG.info("no webcams: {}", e.getMessage());
            return List.of();
        }
    }

    private static List<CameraInfo> found() throws InterruptedException {
        try {
            return new WebcamDriver().list(SEARCH);
        } catch (CameraException e) {
            LOG.info("no webcams: {}", e.getMessage());
            return List.of();
        }
    }

    private static CameraSource webcam(CameraInfo camera) {
        return new CameraSource(
                camera.id(),
                camera.name(),
                Kind.WEBCAM,
                () -> new WebcamDriver().open(camera, Format.HD));
    }

    private static CameraSource network(String url) throws StartFailure {
        try {
            CameraInfo camera = MjpegDriver.camera(URI.create(url));
            MjpegDriver driver = new MjpegDriver(List.of(URI.create(url)));
            return new CameraSource(
                    camera.name(), Kind.NETWORK, () -> driver.open(camera, Format.HD));
        } catch (IllegalArgumentException e) {
            throw new StartFailure(
                    Trouble.CAMERA_ADDRESS, "CAM-02: '%s' is not a web address.".formatted(url), e);
        }
    }

    private static Chosen replay(Player player) {
        CameraSource source =
                new CameraSource(
                        "Replay camera",
                        Kind.REPLAY,
                        () -> new ReplayCamera(player.stage(), Format.HD));
        return new Chosen(source, Optional.of(player));
    }

    private static CameraSource recording(Path folder) {
        return new CameraSource(
                "Replay camera",
                Kind.REPLAY,
                () -> RecordedCamera.open(folder, RecordedCamera.Ending.LOOP));
    }

    private static Player folder(Path folder) throws StartFailure {
        try {
            return Player.ofPictures(new ReplayStage(), Pictures.in(folder));
        } catch (CameraException e) {
            throw new StartFailure(
                    Trouble.CAMERA_NO_PICTURES,
                    "CAM-03: %s. Give a folder with pictures of documents, or --camera replay for the built-in specimens."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static StartFailure unknown(String wish, List<CameraInfo> webcams) {
        String there =
                webcams.isEmpty()
                        ? "no webcam is connected"
                        : "there are: "
                                + String.join(", ", webcams.stream().map(CameraInfo::id).toList());
        return new StartFailure(
                Trouble.CAMERA_UNKNOWN,
                "CAM-04: no camera '%s'; %s. Or use auto, replay, replay:FOLDER or http://…"
                        .formatted(wish, there));
    }
}
