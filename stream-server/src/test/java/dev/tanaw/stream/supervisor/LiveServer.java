package dev.tanaw.stream.supervisor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tanaw.stream.http.LivePicture;
import dev.tanaw.stream.http.StreamConfig;
import dev.tanaw.stream.http.StreamServer;
import dev.tanaw.stream.hub.Pulse;
import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.Retention;
import java.time.Duration;
import java.util.Optional;

/// The real server, told of envelopes as the station's encoder would.
final class LiveServer implements AutoCloseable {
    private final StreamServer server;

    private LiveServer(StreamServer server) {
        this.server = server;
    }

    static LiveServer start(int port, Duration heartbeat) {
        return new LiveServer(
                StreamServer.start(
                        StreamConfig.onPort(port)
                                .pulsing(
                                        new Pulse(
                                                heartbeat,
                                                Duration.ofSeconds(10),
                                                Duration.ofMinutes(30)))));
    }

    int port() {
        return server.port();
    }

    void show(LivePicture picture) {
        server.show(picture);
    }

    /// Connections to the stream of all stations.
    int readers() {
        return server.stats().connectionsAll();
    }

    void publish(ObjectNode envelope) {
        String type = envelope.path("type").asText();
        server.publish(
                new Message(
                        id(envelope.path("station")),
                        Optional.of(envelope.path("session").asText()).filter(id -> !id.isEmpty()),
                        type,
                        Tale.PASSING.contains(type) ? Retention.PASSING : Retention.LASTING,
                        key(type, envelope.path("data")),
                        envelope.toString().getBytes(UTF_8)));
    }

    /// What an envelope claims is not what the server goes by.
    private static String id(JsonNode claimed) {
        return Message.isId(claimed.asText()) ? claimed.asText() : "kiosk-66";
    }

    private static String key(String type, JsonNode data) {
        return switch (type) {
            case "extraction_field" -> type + data.path("side") + data.path("field").hashCode();
            case "quality_gate_passed", "quality_gate_failed" ->
                    "gate" + data.path("side") + data.path("gate");
            case "problem", "warning" -> type + data.path("code").hashCode();
            case "camera_lost", "camera_found" -> "camera";
            case "quality_update", "state_change" -> type;
            default -> type + data.path("side");
        };
    }

    @Override
    public void close() {
        server.close();
    }
}
