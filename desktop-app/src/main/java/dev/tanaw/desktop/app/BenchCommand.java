package dev.tanaw.desktop.app;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.tanaw.capture.face.FaceMeasurer;
import dev.tanaw.capture.read.mrz.MrzReader;
import dev.tanaw.capture.session.Journey;
import dev.tanaw.capture.session.Moment;
import dev.tanaw.capture.session.Signal;
import dev.tanaw.desktop.bench.CancelBench;
import dev.tanaw.desktop.bench.CaptureBench;
import dev.tanaw.desktop.bench.KioskBench;
import dev.tanaw.desktop.bench.Report;
import dev.tanaw.desktop.bench.SessionBench;
import dev.tanaw.desktop.bench.SoakBench;
import dev.tanaw.desktop.bench.StartBench;
import dev.tanaw.desktop.bench.WallBench;
import dev.tanaw.desktop.bench.WindowBench;
import dev.tanaw.desktop.kiosk.KioskOptions;
import dev.tanaw.desktop.kiosk.KioskWindow;
import dev.tanaw.stream.bench.StreamBench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Measures the real parts on this machine.
@Command(
        name = "bench",
        description =
                "Measures: capture, session, cancel, window, kiosk, start, stream, wall, soak, or"
                        + " all (but kiosk, wall and soak).",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    /// What can be measured.
    enum Bench {
        ALL,
        CAPTURE,
        SESSION,
        CANCEL,
        WINDOW,
        /// Only by name, because it takes as long as one says.
        KIOSK,
        START,
        STREAM,
        WALL,
        /// Only by name, because it takes as long as one says.
        SOAK
    }

    private static final int WARM_UP_SECONDS = 6;
    private static final int PHASE_SECONDS = 15;
    private static final int STARTS = 5;
    private static final List<Integer> WALLS = List.of(10, 120);

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            defaultValue = "all",
            description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
    private Bench bench = Bench.ALL;

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Option(
            names = "--sessions",
            defaultValue = "4",
            description = "to run in session, window and kiosk")
    private int sessions = 4;

    @Option(names = "--cancels", defaultValue = "30", description = "to provoke in cancel")
    private int cancels = 30;

    @Option(
            names = "--case",
            paramLabel = "A,B,...",
            description = "which cases of stream: A, B, C, D, E, H, I, J, L, M, P, R, S0, S (A,H)")
    private String cases = "A,H";

    @Option(
            names = "--against",
            paramLabel = "WHAT,...",
            description =
                    "beside the stream: naive (Javalin's own), durable; over HTTP hub, nchan, vertx, helidon; sqlite in J (naive)")
    private String against = "naive";

    @Option(
            names = "--minutes",
            defaultValue = "60",
            description = "of soak, at least 4, and of case L of stream")
    private int minutes = 60;

    @Option(names = "--stations", description = "on the wall (10, then 120)")
    private int stations;

    @Option(names = "--seconds", description = "of each case of stream and wall (10)")
    private int seconds = 10;

    @Option(
            names = "--warm-up",
            description = "seconds before each case of stream, until code is compiled (25)")
    private int warmUp = 25;

    @Option(names = "--data", description = "folder for what is kept between starts")
    private Path data = DataFolder.usual();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        DataFolder.open(data);
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.printf(
                    "%s %s, %d processors, Java %s%n",
                    System.getProperty("os.name"),
                    System.getProperty("os.arch"),
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.version());
        }
        Report report = new Report(out, json ? Report.Form.JSON : Report.Form.TABLE);
        List<Bench> wanted =
                bench == Bench.ALL
                        ? List.of(
                                Bench.CAPTURE,
                                Bench.SESSION,
                                Bench.CANCEL,
                                Bench.WINDOW,
                                Bench.START,
                                Bench.STREAM)
                        : List.of(bench);
        for (Bench one : wanted) {
            measure(one, report);
        }
        return 0;
    }

    private void measure(Bench one, Report report) throws Exception {
        switch (one) {
            case ALL -> throw new IllegalArgumentException("not one bench");
            case CAPTURE -> {
                try (MrzReader reader = Readers.mrz();
                        FaceMeasurer faces = Readers.faces()) {
                    new CaptureBench(report).run(reader, faces);
                }
            }
            case SESSION -> session(report);
            case CANCEL -> cancel(report);
            case WINDOW -> window(report);
            case KIOSK -> kiosk(report);
            case START -> new StartBench(report).run(Display.present(), STARTS);
            case STREAM -> stream();
            case WALL -> wall(report);
            case SOAK -> soak(report);
        }
    }

    private void wall(Report report) throws IOException, InterruptedException {
        WallBench measured = new WallBench(report, seconds);
        for (int each : stations > 0 ? List.of(stations) : WALLS) {
            measured.run(each);
        }
    }

    private void stream() throws IOException, InterruptedException {
        List<String> options =
                new ArrayList<>(
                        List.of(
                                "--case",
                                cases,
                                "--against",
                                against,
                                "--seconds",
                                Integer.toString(seconds),
                                "--warm-up",
                                Integer.toString(warmUp),
                                "--minutes",
                                Integer.toString(minutes)));
        if (json) {
            options.add("--json");
        }
        StreamBench.main(options.toArray(String[]::new));
    }

    private StationConfig config() {
        return config(Journey.unattended());
    }

    private StationConfig config(Journey journey) {
        return new StationConfig(
                "bench",
                "replay",
                "",
                "127.0.0.1",
                0,
                Locale.ENGLISH,
                data,
                false,
                0,
                "",
                journey,
                Optional.empty());
    }

    private void session(Report report) throws Exception {
        Cameras.Chosen chosen = Cameras.choose("replay");
        try (Station station = new Station(config(), chosen.source());
                Player player = chosen.player().orElseThrow()) {
            SessionBench measured = new SessionBench(sessions);
            station.listen(measured);
            station.listen(player::happened);
            station.start();
            player.start();
            measured.await();
            measured.print(report);
        }
    }

    private void soak(Report report) throws Exception {
        Cameras.Chosen chosen = Cameras.choose("replay");
        SoakBench measured = new SoakBench(report);
        try (Station station = new Station(config(), measured.counted(chosen.source()));
                Player player = chosen.player().orElseThrow()) {
            station.listen(measured);
            station.overhear(measured::heard);
            station.listen(player::happened);
            station.start();
            player.start();
            measured.run(Duration.ofMinutes(minutes));
        }
    }

    /// The whole station without a window; a hand that jolts instead of the usual player.
    private void cancel(Report report) throws Exception {
        Cameras.Chosen chosen = Cameras.choose("replay");
        try (Station station = new Station(config(), chosen.source());
                Player player = chosen.player().orElseThrow();
                CancelBench measured =
                        new CancelBench(
                                player.stage(),
                                side ->
                                        station.capture()
                                                .send(new Signal.Retake(Moment.now(), side)),
                                cancels)) {
            station.listen(measured);
            station.start();
            // A station has stood before an empty desk for a while when somebody comes.
            TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
            Moment began = Moment.now();
            String id = UuidCreator.getTimeOrderedEpoch().toString();
            station.capture().send(new Signal.Begin(began, id, "replay", true));
            measured.start(began.nanos());
            measured.await();
            measured.print(report);
        }
    }

    /// A whole session with consent and face, then the same one again and again.
    private void kiosk(Report report) throws Exception {
        boolean display = drawing();
        Cameras.Chosen chosen = Cameras.choose("replay");
        Journey journey =
                Journey.of(
                        EnumSet.of(Journey.Stop.CONSENT, Journey.Stop.FACE, Journey.Stop.SUMMARY));
        WindowBench pulses = new WindowBench(where(display));
        try (KioskBench measured = new KioskBench(report);
                Station station = new Station(config(journey), chosen.source());
                KioskWindow window =
                        Window.open(
                                station,
                                new KioskOptions(false, Locale.ENGLISH, true).hearing(pulses),
                                () -> {})) {
            station.listen(measured::happened);
            station.onKept(measured::kept);
            try (Player player = chosen.player().orElseThrow()) {
                station.listen(player::happened);
                player.presses(station.capture()::send);
                station.start();
                pulses.phase("a session");
                player.start();
                measured.await();
                pulses.print(report);
            }
            pulses.phase("sessions again");
            measured.run(sessions, window::accept, window::kept);
            pulses.print(report);
        }
    }

    private static boolean drawing() {
        boolean display = Display.present();
        if (!display) {
            Display.draw();
        }
        return display;
    }

    private static String where(boolean display) {
        return display ? "on the display" : "drawn in memory";
    }

    private void window(Report report) throws Exception {
        boolean display = drawing();
        Cameras.Chosen chosen = Cameras.choose("replay");
        WindowBench measured = new WindowBench(where(display));
        SessionBench done = new SessionBench(sessions);
        try (Station station = new Station(config(), chosen.source());
                Player player = chosen.player().orElseThrow();
                KioskWindow _ =
                        Window.open(
                                station,
                                new KioskOptions(false, Locale.ENGLISH, true).hearing(measured),
                                () -> {})) {
            station.listen(done);
            station.overhear(measured::heard);
            station.listen(measured::told);
            station.start();
            station.capture().begin();
            TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
            measured.phase("searching, nothing there");
            TimeUnit.SECONDS.sleep(PHASE_SECONDS);
            measured.print(report);
            station.listen(player::happened);
            player.start();
            measured.phase("sessions");
            done.await();
            measured.print(report);
        }
    }
}
