package dev.tanaw.desktop.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tanaw.desktop.wire.WireEvent;
import java.io.PrintWriter;
import java.util.StringJoiner;

/// Prints what happens for a person without a screen: one line per lasting event, masked as on the
/// wire, because a terminal is easily kept and copied.
final class EventPrinter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintWriter out;

    EventPrinter(PrintWriter out) {
        this.out = out;
    }

    void print(WireEvent event) {
        if (!event.lasting()) {
            return;
        }
        try {
            out.println(line(JSON.readTree(event.json())));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own event is not JSON", e);
        }
    }

    static String line(JsonNode envelope) {
        JsonNode data = envelope.path("data");
        String type = envelope.path("type").asText();
        return "%8.3f s  %-20s %s"
                .formatted(
                        envelope.path("elapsed_ms").asLong() / 1000.0,
                        type,
                        switch (type) {
                            case "state_change" -> stateChange(data);
                            case "extraction_field" -> field(data);
                            case "quality_gate_passed", "quality_gate_failed" -> gate(data);
                            default -> flat(data);
                        });
    }

    private static String stateChange(JsonNode data) {
        String side = data.has("side") ? " (" + data.path("side").asText() + ")" : "";
        String reason = data.has("reason") ? ", because " + data.path("reason").asText() : "";
        return data.path("from").asText() + " -> " + data.path("to").asText() + side + reason;
    }

    private static String field(JsonNode data) {
        return "%-16s %-28s %3.0f %% %s, %s"
                .formatted(
                        data.path("field").asText(),
                        data.path("value").asText(),
                        data.path("confidence").asDouble() * 100,
                        data.path("band").asText(),
                        data.path("source").asText());
    }

    private static String gate(JsonNode data) {
        return "%s %s %s (limit %s)"
                .formatted(
                        data.path("gate").asText(),
                        data.path("value").asText(),
                        data.path("unit").asText(),
                        data.path("limit").asText());
    }

    private static String flat(JsonNode data) {
        StringJoiner line = new StringJoiner(", ");
        data.properties().stream()
                .filter(entry -> entry.getValue().isValueNode())
                .forEach(entry -> line.add(entry.getKey() + " " + entry.getValue().asText()));
        return line.toString();
    }
}
