package dev.tanaw.desktop.app;

import dev.tanaw.stream.access.Tokens;
import dev.tanaw.stream.client.Source;
import dev.tanaw.stream.follow.Following;
import dev.tanaw.stream.http.PortInUse;
import dev.tanaw.stream.http.StreamConfig;
import dev.tanaw.stream.http.StreamServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The stream server alone, without camera and window: producers publish over HTTP, and everybody
/// follows here.
@Command(
        name = "hub",
        description = "Runs the stream server alone, without camera and window.",
        mixinStandardHelpOptions = true)
final class HubCommand implements Callable<Integer> {
    private static final long FAREWELL_SECONDS = 5;

    @Option(
            names = "--port",
            defaultValue = "${env:TANAW_PORT:-7070}",
            description = "0 for any free one (${DEFAULT-VALUE})")
    private int port = 7070;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "the address to listen on (${DEFAULT-VALUE})")
    private String host = "127.0.0.1";

    @Option(
            names = "--open",
            description =
                    "everybody on this machine may publish, without a credential; for trials and"
                            + " measurements, on loopback only")
    private boolean open;

    @Option(names = "--login", description = "reading takes a token, too, or the login page")
    private boolean login;

    @Option(names = "--data", description = "folder for what is kept between starts")
    private Path data = DataFolder.usual();

    @Option(names = "--durable", description = History.WORDS)
    private boolean durable;

    @Mixin private ListenOptions listening = new ListenOptions();

    @Mixin private FollowOptions follow = new FollowOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (StreamServer server = start(config(), following())) {
            Runtime.getRuntime()
                    .addShutdownHook(
                            Thread.ofPlatform()
                                    .name("closing")
                                    .unstarted(() -> end(asked, closed)));
            greet(server);
            asked.await();
        } finally {
            closed.countDown();
        }
        return 0;
    }

    private StreamConfig config() throws StartFailure {
        if (open && !StreamConfig.isLoopback(host)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--open is for loopback only: on %s everybody in the network could publish. Leave out --open, or listen on 127.0.0.1."
                            .formatted(host));
        }
        if (open && login) {
            throw new ParameterException(
                    spec.commandLine(), "--open and --login contradict each other.");
        }
        try {
            StreamConfig config =
                    StreamConfig.onPort(port).on(host).trusting(Tokens.in(TokenCommand.file(data)));
            StreamConfig kept = durable ? History.kept(config, data, History::tell) : config;
            StreamConfig doors = open ? kept.opened() : login ? kept.locked() : kept;
            return listening.outside(data).map(doors::and).orElse(doors);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        } catch (IOException e) {
            throw new StartFailure(
                    "STREAM-02: other machines cannot be served. %s Nothing was changed."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private Optional<Following> following() {
        try {
            return follow.following();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static StreamServer start(StreamConfig config, Optional<Following> following)
            throws StartFailure {
        try {
            return following
                    .map(each -> StreamServer.start(config, each))
                    .orElseGet(() -> StreamServer.start(config));
        } catch (UncheckedIOException e) {
            throw History.failure(e);
        } catch (PortInUse e) {
            throw new StartFailure(
                    "STREAM-01: %s. Nothing was changed. Close the program that has it, perhaps a station, or give another."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private void greet(StreamServer server) {
        PrintWriter out = spec.commandLine().getOut();
        String url =
                "http://%s:%d"
                        .formatted(host.contains(":") ? "[" + host + "]" : host, server.port());
        out.printf("The hub listens at %s/%n", url);
        out.println(words());
        following()
                .ifPresent(each ->
                        out.printf(
                                "It follows %s and calls itself %s.%n",
                                each.sources().stream()
                                        .map(Source::host)
                                        .collect(Collectors.joining(", ")),
                                each.name()));
        out.printf("  curl -N %s/stations/stream%n", url);
        ListenOptions.greet(out, server);
        out.flush();
    }

    private String words() {
        if (open) {
            return "It is open: everybody on this machine may read and publish.";
        }
        return login
                ? "Reading and publishing take a token: ./tanaw token add"
                : "Everybody on this machine may read; publishing takes a token: ./tanaw token add";
    }

    /// The program may end only after the readers have been told.
    private static void end(CountDownLatch asked, CountDownLatch closed) {
        asked.countDown();
        try {
            var _ = closed.await(FAREWELL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
