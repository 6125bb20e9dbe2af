package dev.tanaw.stream.http;

import dev.tanaw.stream.access.Tokens;
import dev.tanaw.stream.hub.Clocks;
import dev.tanaw.stream.hub.Pulse;
import dev.tanaw.stream.log.Bound;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Where the server listens and how much it holds. Loopback without TLS; for other machines there
/// is [Outside], which takes at least one credential that can read.
public record StreamConfig(
        String host,
        int port,
        Bound perSession,
        Bound total,
        Pulse pulse,
        Clocks clocks,
        Door door,
        Tokens tokens,
        Limits limits,
        Optional<Keep> keep,
        Optional<Outside> outside) {
    /// Where the history is kept over the end of the process, and what to do when it no longer can
    /// be. The latter is called once, by a thread of the server.
    public record Keep(Path folder, Consumer<StreamServer> whenLost) {}

    /// What loopback may do without a credential. Others may do nothing.
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
                    "%s is not an address of this machine alone; others are served over TLS, with --listen."
                            .formatted(host));
        }
        if (outside.isPresent() && !tokens.letSomebodyRead()) {
            throw new IllegalArgumentException(
                    "Listening on %s takes a credential that can read, and there is none: ./tanaw token add supervisor NAME"
                            .formatted(outside.get().host()));
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
                Clocks.system(),
                Door.READING,
                Tokens.none(),
                Limits.USUAL,
                Optional.empty(),
                Optional.empty());
    }

    public StreamConfig holding(Bound perSession, Bound total) {
        return new StreamConfig(
                host, port, perSession, total, pulse, clocks, door, tokens, limits, keep, outside);
    }

    public StreamConfig pulsing(Pulse pulse) {
        return new StreamConfig(
                host, port, perSession, total, pulse, clocks, door, tokens, limits, keep, outside);
    }

    /// With clocks other than those of this machine.
    public StreamConfig telling(Clocks clocks) {
        return new StreamConfig(
                host, port, perSession, total, pulse, clocks, door, tokens, limits, keep, outside);
    }

    public StreamConfig on(String host) {
        return new StreamConfig(
                host, port, perSession, total, pulse, clocks, door, tokens, limits, keep, outside);
    }

    public StreamConfig opened() {
        return with(Door.OPEN);
    }

    /// Nothing without a token, not even reading.
    public StreamConfig locked() {
        return with(Door.LOGIN);
    }

    private StreamConfig with(Door door) {
        return new StreamConfig(
                host, port, perSession, total, pulse, clocks, door, tokens, limits, keep, outside);
    }

    public StreamConfig trusting(Tokens tokens) {
        return new StreamConfig(
                host, port, perSession, total, pulse, clocks, door, tokens, limits, keep, outside);
    }

    public StreamConfig limited(Limits limits) {
        return new StreamConfig(
                host, port, perSession, total, pulse, clocks, door, tokens, limits, keep, outside);
    }

    /// In memory only when this is not said.
    public StreamConfig keeping(Path folder, Consumer<StreamServer> whenLost) {
        return new StreamConfig(
                host,
                port,
                perSession,
                total,
                pulse,
                clocks,
                door,
                tokens,
                limits,
                Optional.of(new Keep(folder, whenLost)),
                outside);
    }

    /// Also for other machines. Throws [IllegalArgumentException] when nobody has a credential.
    public StreamConfig and(Outside outside) {
        return new StreamConfig(
                host,
                port,
                perSession,
                total,
                pulse,
                clocks,
                door,
                tokens,
                limits,
                keep,
                Optional.of(outside));
    }
}
