package dev.tanaw.stream.bench;

import dev.tanaw.stream.http.StreamConfig;
import dev.tanaw.stream.http.StreamServer;
import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.Retention;
import java.util.Optional;

/// The stream server with its ordinary settings.
final class StreamTarget implements Target {
    private final StreamServer server = StreamServer.start(StreamConfig.onPort(0));

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
