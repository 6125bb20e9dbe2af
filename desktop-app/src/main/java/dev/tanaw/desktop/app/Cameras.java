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

    /// The station's camera, or cameras, and who plays the person before the replay camera.
    ///
    /// @param face the one for faces; without it `source` is for everything
    record Chosen(CameraSource source, Optional<CameraSource> face, Optional<Player> player) {
        private static Chosen alone(CameraSource source) {
            return new Chosen(source, Optional.empty(), Optional.empty());
        }
    }

    /// @param faces what `--face-camera` says; empty for one camera for everything
    static Chosen choose(String wish, String faces) throws StartFailure, InterruptedException {
        Chosen first = choose(wish);
        if (faces.isEmpty()) {
            return first;
        }
        CameraSource face = face(faces, first);
        if (face.id().equals(first.source().id())) {
            throw new StartFailure(
                    Trouble.CAMERA_UNKNOWN,
                    "CAM-04: --camera and --face-camera are the same camera (%s). Give another one, or leave --face-camera out: one camera then serves for both."
                            .formatted(face.name()));
        }
        return new Chosen(first.source(), Optional.of(face), first.player());
    }

    private static CameraSource face(String wish, Chosen documents)
            throws StartFailure, InterruptedException {
        if (wish.equals("replay")) {
            ReplayStage people = new ReplayStage();
            documents.player().orElseThrow(Cameras::nobodyPlays).showFacesOn(people);
            return new CameraSource(
                    "Replay camera for faces",
                    Kind.REPLAY,
                    () -> new ReplayCamera(people, Format.HD));
        }
        if (isAddress(wish)) {
            return network(wish);
        }
        List<CameraInfo> others =
                found().stream()
                        .filter(camera -> !camera.id().equals(documents.source().id()))
                        .toList();
        if (wish.equals("auto") && !others.isEmpty()) {
            return webcam(others.getFirst());
        }
        // The same camera twice is told apart by whoever asks.
        return wish.equals(documents.source().id())
                ? documents.source()
                : webcam(named(wish, others));
    }

    private static StartFailure nobodyPlays() {
        return new StartFailure(
                Trouble.CAMERA_UNKNOWN,
                "CAM-04: --face-camera replay goes with --camera replay, or replay:FOLDER with pictures of documents.");
    }

    private static boolean isAddress(String wish) {
        return wish.startsWith("http://") || wish.startsWith("https://");
    }

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
                    ? Chosen.alone(recording(folder))
                    : replay(folder(folder));
        }
        if (isAddress(wish)) {
            return Chosen.alone(network(wish));
        }
        List<CameraInfo> webcams = found();
        if (wish.equals("auto")) {
            return webcams.isEmpty()
                    ? replay(Player.ofSpecimens(new ReplayStage()))
                    : Chosen.alone(webcam(webcams.getFirst()));
        }
        return Chosen.alone(webcam(named(wish, webcams)));
    }

    private static CameraInfo named(String wish, List<CameraInfo> webcams) throws StartFailure {
        return webcams.stream()
                .filter(camera -> camera.id().equals(wish))
                .findFirst()
                .orElseThrow(() -> unknown(wish, webcams));
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
        return new Chosen(source, Optional.empty(), Optional.of(player));
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
