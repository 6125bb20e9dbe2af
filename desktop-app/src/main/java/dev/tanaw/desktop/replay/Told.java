package dev.tanaw.desktop.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tanaw.desktop.wire.WireEvent;

/// An event as it was told, masked as on the wire.
///
/// @param seconds since the replay began
public record Told(double seconds, WireEvent event, JsonNode envelope) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Told of(double seconds, WireEvent event) {
        return new Told(seconds, event, tree(event.json()));
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own event is not JSON", e);
        }
    }

    String type() {
        return event.type();
    }

    JsonNode data() {
        return envelope.path("data");
    }

    /// What is the same whenever it is played: without the time of day, and without the place among
    /// the station's own events, which depends on how long it had been running.
    static JsonNode same(JsonNode envelope) {
        ObjectNode same = envelope.deepCopy();
        same.remove("time");
        if (!same.has("session")) {
            same.remove("seq");
            same.remove("prev");
            same.remove("elapsed_ms");
        }
        return same;
    }
}
