package dev.tanaw.desktop.app;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Side;
import dev.tanaw.desktop.bench.StartBench;
import dev.tanaw.desktop.kiosk.PulseListener;
import dev.tanaw.desktop.site.Site;
import dev.tanaw.stream.http.Outside;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Starts the station and stays until it is closed.
@Command(
        name = "run",
        description = "Starts the station: kiosk window, camera, stream server.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private static final int PATIENCE_SECONDS = 8;

    @Option(
            names = "--camera",
            defaultValue = "${env:TANAW_CAMERA:-auto}",
            description =
                    "auto, replay, replay:FOLDER, http://… or a webcam's id (${DEFAULT-VALUE})")
    private String camera = "auto";

    @Option(
            names = "--face-camera",
            defaultValue = "${env:TANAW_FACE_CAMERA:-}",
            description =
                    "a second camera for faces: auto, replay, http://… or a webcam's id; without it one camera is for everything")
    private String faceCamera = "";

    @Option(names = "--headless", description = "no window; events are printed")
    private boolean headless;

    @Option(
            names = "--port",
            defaultValue = "${env:TANAW_PORT:-7070}",
            description = "of the stream server, 0 for any free one (${DEFAULT-VALUE})")
    private int port = 7070;

    @Option(names = "--port-file", description = "write the port there once the server listens")
    private @Nullable Path portFile;

    @Option(
            names = "--name",
            defaultValue = "${env:TANAW_NAME:-station-1}",
            description = "of this station in every event (${DEFAULT-VALUE})")
    private String name = "station-1";

    @Option(
            names = "--site",
            defaultValue = "${env:TANAW_SITE:-}",
            description = "where this station stands; supervisors group by it")
    private String site = "";

    @Option(
            names = "--language",
            defaultValue = "${env:TANAW_LANGUAGE:-fil}",
            description = "fil or en (${DEFAULT-VALUE})")
    private Locale language = Locale.of("fil");

    @Mixin private ListenOptions listening = new ListenOptions();

    @Mixin private LookOptions looks = new LookOptions();

    @Mixin private JourneyOptions stops = new JourneyOptions();

    @Option(names = "--data", description = "folder for what is kept between starts")
    private Path data = DataFolder.usual();

    @Option(names = "--durable", description = History.WORDS)
    private boolean durable;

    @Option(
            names = "--sessions",
            defaultValue = "0",
            description = "end after so many completed sessions, 0 for never")
    private int sessions;

    @Option(names = "--record", paramLabel = "FOLDER", description = RecordOption.WORDS)
    private @Nullable Path record;

    @Option(
            names = "--live-picture",
            description =
                    "let those who watch see the camera's picture, so coarse that nothing can be read and nobody recognised in it")
    private boolean livePicture;

    @Option(names = "--timings", hidden = true, description = "for ./tanaw bench start")
    private boolean timings;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        boolean window = !headless && Display.present();
        StationConfig config = config(window);
        if (!headless && !window) {
            out.println("No display was found: running headless, events are printed below.");
        }
        while (true) {
            try {
                DataFolder.open(config.data());
                serve(out, config, window);
                return 0;
            } catch (StartFailure failure) {
                if (!window || failure.trouble().isEmpty() || !again(out, failure, config)) {
                    throw failure;
                }
            }
        }
    }

    /// Whoever stands before a kiosk sees no terminal: said in both places.
    private boolean again(PrintWriter out, StartFailure failure, StationConfig config)
            throws InterruptedException {
        out.println(failure.getMessage());
        out.flush();
        return Refusal.show(
                failure.trouble().orElseThrow(),
                Objects.requireNonNullElse(failure.getMessage(), ""),
                looks.plain(config.language()));
    }

    private void serve(PrintWriter out, StationConfig config, boolean window) throws Exception {
        Cameras.Chosen chosen = Cameras.choose(config.camera(), config.faceCamera());
        CountDownLatch closed = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform().name("closing").unstarted(() -> close(closed, gone)));
        try (RecordOption recording = RecordOption.of(record, config, out);
                Station station = new Station(config, chosen.source(), chosen.face())) {
            recording.hear(station);
            writePort(station.port());
            timing(out, StartBench.LISTENING);
            greet(out, config, chosen, station);
            station.lastEnd().ifPresent(out::println);
            tellOfSite(out, Site.of(config.data(), chosen.source()), station);
            station.countSessions(config.sessions(), closed::countDown);
            chosen.player().ifPresent(player -> connect(player, station));
            if (window) {
                AtomicBoolean first = new AtomicBoolean(true);
                PulseListener pulses =
                        (_, _, shown) -> {
                            if (shown != PulseListener.NO_FRAME && first.getAndSet(false)) {
                                timing(out, StartBench.PICTURE);
                            }
                        };
                Window.open(station, looks.of(config, chosen.source(), pulses), closed::countDown);
            } else {
                station.listenMasked(new EventPrinter(out)::print);
            }
            if (livePicture) {
                station.showPictures();
            }
            station.start();
            if (!window) {
                station.askNobody();
            }
            chosen.player().ifPresent(Player::start);
            closed.await();
        } finally {
            chosen.player().ifPresent(Player::close);
            gone.countDown();
        }
    }

    /// What was measured here, and what of it no longer holds.
    private static void tellOfSite(PrintWriter out, Site site, Station station) {
        site.words(Clock.systemUTC().instant()).forEach(out::println);
        out.flush();
        station.listen(recorded -> {
            if (recorded.event() instanceof CaptureEvent.CameraFound found
                    && found.role().takes(Side.FRONT)) {
                site.words(found.width(), found.height()).ifPresent(out::println);
                out.flush();
            }
        });
    }

    /// On a signal the process ends when its hooks do: they wait until the station has said
    /// goodbye.
    private static void close(CountDownLatch closed, CountDownLatch gone) {
        closed.countDown();
        try {
            var _ = gone.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void connect(Player player, Station station) {
        station.listen(player::happened);
        player.presses(station.capture()::send);
    }

    private void timing(PrintWriter out, String what) {
        if (timings) {
            out.println(what);
            out.flush();
        }
    }

    private StationConfig config(boolean window) {
        try {
            return new StationConfig(
                    name,
                    camera,
                    faceCamera,
                    "127.0.0.1",
                    port,
                    language,
                    data,
                    durable,
                    sessions,
                    site,
                    stops.journey(window),
                    outside());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /// A station works for the person before it, whoever else may watch.
    private Optional<Outside> outside() {
        try {
            return listening.outside(data);
        } catch (IOException e) {
            spec.commandLine().getErr().println(Station.notServed(e));
            return Optional.empty();
        }
    }

    private static void greet(
            PrintWriter out, StationConfig config, Cameras.Chosen chosen, Station station) {
        out.printf("Station %s, camera: %s%n", config.name(), chosen.source().name());
        chosen.face()
                .ifPresent(face -> out.printf("  for documents, and for faces: %s%n", face.name()));
        if (chosen.source().demonstration()) {
            out.println(
                    config.camera().equals("auto")
                            ? "No webcam was found: this is a demonstration with fictional documents."
                            : "This is a demonstration: the camera's pictures are not of this moment.");
        }
        out.printf("Watch it at http://127.0.0.1:%d/ or with%n", station.port());
        out.printf("  curl -N http://127.0.0.1:%d/stations/stream%n", station.port());
        ListenOptions.greet(out, station.server());
        out.flush();
    }

    /// Written aside and moved, so that a reader finds the whole number or nothing.
    private void writePort(int listening) throws IOException {
        if (portFile != null) {
            Path aside = portFile.resolveSibling(portFile.getFileName() + ".part");
            Files.writeString(aside, Integer.toString(listening));
            Files.move(aside, portFile, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
