package dev.tanaw.stream.bench;

import dev.tanaw.stream.http.StreamConfig;
import dev.tanaw.stream.http.StreamServer;
import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.Retention;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The stream server with its ordinary settings.
final class StreamTarget implements Target {
    private final StreamServer server;

    StreamTarget() {
        this(StreamConfig.onPort(0));
    }

    private StreamTarget(StreamConfig config) {
        server = StreamServer.start(config);
    }

    /// With its history on disk.
    static StreamTarget durable() {
        try {
            Path folder = Files.createTempDirectory("durable");
            return new StreamTarget(StreamConfig.onPort(0).keeping(folder, _ -> {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public void publish(String session, byte[] json) {
        server.publish(
                new Message(
                        "bench",
                        Optional.of(session),
                        "state_change",
                        Retention.LASTING,
                        "state",
                        json));
    }

    void end(String session) {
        server.end(session);
    }

    @Override
    public void close() {
        server.close();
    }
}
