package dev.tanaw.stream.http;

import dev.tanaw.stream.access.Tokens;
import dev.tanaw.stream.hub.Pulse;
import dev.tanaw.stream.log.Bound;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Where the server listens and how much it holds. Only loopback for now: to listen elsewhere takes
/// TLS and at least one supervisor credential.
public record StreamConfig(
        String host,
        int port,
        Bound perSession,
        Bound total,
        Pulse pulse,
        InstantSource clock,
        Door door,
        Tokens tokens,
        Limits limits,
        Optional<Keep> keep) {
    /// Where the history is kept over the end of the process, and what to do when it no longer can
    /// be. The latter is called once, by a thread of the server.
    public record Keep(Path folder, Consumer<StreamServer> whenLost) {}

    /// What loopback may do without a credential.
    public enum Door {
        /// Nothing.
        LOGIN,
        READING,
        /// Also publishing: for trials and measurements.
        OPEN
    }

    static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    public StreamConfig {
        if (!isLoopback(host)) {
            throw new IllegalArgumentException(
                    "listening on " + host + " needs TLS and a supervisor credential");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port);
        }
    }

    public static boolean isLoopback(String host) {
        return LOOPBACK.contains(host);
    }

    /// 64 MiB of history in all: some 150,000 events of 400 bytes.
    public static StreamConfig onPort(int port) {
        return new StreamConfig(
                "127.0.0.1",
                port,
                new Bound(10_000, 4L << 20),
                new Bound(200_000, 64L << 20),
                new Pulse(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofMinutes(30)),
                InstantSource.system(),
                Door.READING,
                Tokens.none(),
                Limits.USUAL,
                Optional.empty());
    }

    public StreamConfig holding(Bound perSession, Bound total) {
        return new StreamConfig(
                host, port, perSession, total, pulse, clock, door, tokens, limits, keep);
    }

    public StreamConfig pulsing(Pulse pulse) {
        return new StreamConfig(
                host, port, perSession, total, pulse, clock, door, tokens, limits, keep);
    }

    public StreamConfig telling(InstantSource clock) {
        return new StreamConfig(
                host, port, perSession, total, pulse, clock, door, tokens, limits, keep);
    }

    public StreamConfig on(String host) {
        return new StreamConfig(
                host, port, perSession, total, pulse, clock, door, tokens, limits, keep);
    }

    public StreamConfig opened() {
        return new StreamConfig(
                host, port, perSession, total, pulse, clock, Door.OPEN, tokens, limits, keep);
    }

    /// Nothing without a token, not even reading.
    public StreamConfig locked() {
        return new StreamConfig(
                host, port, perSession, total, pulse, clock, Door.LOGIN, tokens, limits, keep);
    }

    public StreamConfig trusting(Tokens tokens) {
        return new StreamConfig(
                host, port, perSession, total, pulse, clock, door, tokens, limits, keep);
    }

    public StreamConfig limited(Limits limits) {
        return new StreamConfig(
                host, port, perSession, total, pulse, clock, door, tokens, limits, keep);
    }

    /// In memory only when this is not said.
    public StreamConfig keeping(Path folder, Consumer<StreamServer> whenLost) {
        return new StreamConfig(
                host,
                port,
                perSession,
                total,
                pulse,
                clock,
                door,
                tokens,
                limits,
                Optional.of(new Keep(folder, whenLost)));
    }
}
