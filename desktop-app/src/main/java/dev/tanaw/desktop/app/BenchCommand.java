package dev.tanaw.desktop.app;

import dev.tanaw.capture.read.mrz.MrzReader;
import dev.tanaw.desktop.bench.CaptureBench;
import dev.tanaw.desktop.bench.Report;
import dev.tanaw.desktop.bench.SessionBench;
import dev.tanaw.stream.bench.StreamBench;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Measures the real parts on this machine.
@Command(
        name = "bench",
        description = "Measures: capture, session, stream, or all.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    /// What can be measured.
    enum Bench {
        ALL,
        CAPTURE,
        SESSION,
        STREAM
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            defaultValue = "all",
            description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
    private Bench bench = Bench.ALL;

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Option(names = "--sessions", defaultValue = "4", description = "to run in session")
    private int sessions = 4;

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
        if (bench == Bench.ALL || bench == Bench.CAPTURE) {
            try (MrzReader reader = Readers.mrz()) {
                new CaptureBench(report).run(reader);
            }
        }
        if (bench == Bench.ALL || bench == Bench.SESSION) {
            session(report);
        }
        if (bench == Bench.ALL || bench == Bench.STREAM) {
            StreamBench.main(json ? new String[] {"--json"} : new String[0]);
        }
        return 0;
    }

    private void session(Report report) throws Exception {
        Cameras.Chosen chosen = Cameras.choose("replay");
        StationConfig config =
                new StationConfig("bench", "replay", "127.0.0.1", 0, Locale.ENGLISH, data, 0);
        try (Station station = new Station(config, chosen.source());
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
}
