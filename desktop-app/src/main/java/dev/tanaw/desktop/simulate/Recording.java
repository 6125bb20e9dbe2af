package dev.tanaw.desktop.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// One session as a station told it, with the times between its events. Made by real stations on
/// fictional documents; values were masked when it was recorded.
record Recording(String name, List<Line> lines) {
    private static final JsonMapper JSON = new JsonMapper();

    /// How sessions go, and how often: most are well.
    private static final List<String> ALL =
            List.of("passport", "card", "licence", "retaken", "cancelled");

    /// @param at since the session began
    record Line(Duration at, String type, JsonNode data) {
        /// As the body of a publishing request.
        String draft() {
            ObjectNode draft = JSON.createObjectNode().put("type", type);
            draft.set("data", data);
            return draft.toString();
        }
    }

    Recording {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("recording " + name + " is empty");
        }
    }

    static List<Recording> all() {
        return ALL.stream().map(Recording::read).toList();
    }

    private static Recording read(String name) {
        try (InputStream file = Recording.class.getResourceAsStream(name + ".ndjson.gz")) {
            if (file == null) {
                throw new IllegalStateException("recording " + name + " is missing");
            }
            List<Line> lines = new ArrayList<>();
            BufferedReader reader =
                    new BufferedReader(
                            new InputStreamReader(
                                    new GZIPInputStream(file), StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line(JSON.readTree(line)));
            }
            return new Recording(name, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(JsonNode envelope) {
        String type = envelope.path("type").asText();
        ObjectNode data = (ObjectNode) envelope.path("data");
        if (type.equals("session_started")) {
            data.put("simulated", true);
        }
        return new Line(Duration.ofMillis(envelope.path("elapsed_ms").asLong()), type, data);
    }
}
