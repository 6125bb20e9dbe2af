package dev.tanaw.desktop.app;

import dev.tanaw.desktop.simulate.Simulation;
import dev.tanaw.stream.http.PortInUse;
import dev.tanaw.stream.http.StreamConfig;
import dev.tanaw.stream.http.StreamServer;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Many stations that nobody stands at, to see and to try a supervisor's wall.
@Command(
        name = "simulate",
        description = {
            "Plays recorded sessions of many stations over HTTP, as other producers publish.",
            "Everything they tell says that it is simulated."
        },
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    private static final int MOST = 1000;

    @Option(names = "--stations", description = "how many, 1 to 1000 (12)")
    private int stations = 12;

    @Option(
            names = "--to",
            paramLabel = "URL",
            description =
                    "a hub or station that takes their events; without it a hub is started here")
    private @Nullable URI to;

    @Option(
            names = "--token",
            description =
                    "of the role admin, which speaks for any station; not needed where the hub is"
                            + " open")
    private @Nullable String token;

    @Option(
            names = "--trouble",
            description = "how often a station loses its camera or goes away, 0 to 1 (0.06)")
    private double trouble = 0.06;

    @Option(names = "--port", description = "of the hub that is started here (7070)")
    private int port = 7070;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        if (stations < 1 || stations > MOST) {
            throw new ParameterException(spec.commandLine(), "--stations: 1 to " + MOST);
        }
        if (!(trouble >= 0 && trouble <= 1)) {
            throw new ParameterException(spec.commandLine(), "--trouble: 0 to 1");
        }
        if (to != null) {
            return play(to);
        }
        try (StreamServer hub = StreamServer.start(StreamConfig.onPort(port).opened())) {
            return play(URI.create("http://127.0.0.1:" + hub.port()));
        } catch (PortInUse e) {
            throw new StartFailure(
                    "STREAM-01: port %d is in use. Publish there with --to http://127.0.0.1:%d, or give another with --port."
                            .formatted(port, port),
                    e);
        }
    }

    private int play(URI url) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (Simulation simulation =
                new Simulation(
                        url,
                        Optional.ofNullable(token),
                        stations,
                        trouble,
                        Clock.systemUTC(),
                        what -> {
                            out.println("Not taken: " + what);
                            out.flush();
                        })) {
            simulation.start();
            out.printf("%d simulated stations publish to %s%n", stations, url);
            out.printf("Watch them at %s%n", url.resolve("/"));
            out.flush();
            new CountDownLatch(1).await(); // until the program is stopped
        }
        return 0;
    }
}
