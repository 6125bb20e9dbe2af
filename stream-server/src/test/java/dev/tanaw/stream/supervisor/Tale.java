package dev.tanaw.stream.supervisor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;

/// What a station tells of one session, or of itself: numbers the envelopes as the contract asks.
/// Data is written with single quotes.
final class Tale {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();
    static final Set<String> PASSING =
            Set.of("quality_update", "capture_progress", "extraction_progress", "station_beat");

    private final String station;
    private final String session;
    private final Consumer<ObjectNode> publish;
    private final Instant startedAt;
    private long seq;
    private long lasting;

    /// @param session empty for what the station tells of itself
    /// @param age how long ago it began
    Tale(String station, String session, Duration age, Consumer<ObjectNode> publish) {
        this.station = station;
        this.session = session;
        this.publish = publish;
        this.startedAt = Instant.now().minus(age);
    }

    Tale tell(String type, String data) {
        return tell(type, data, Duration.between(startedAt, Instant.now()));
    }

    Tale tell(String type, String data, Duration elapsed) {
        publish.accept(next(type, data, elapsed));
        return this;
    }

    /// Counted, and never sent.
    Tale lose(String type, String data) {
        next(type, data, Duration.ZERO);
        return this;
    }

    private ObjectNode next(String type, String data, Duration elapsed) {
        ObjectNode envelope = JSON.createObjectNode();
        envelope.put("v", 1).put("station", station);
        if (!session.isEmpty()) {
            envelope.put("session", session);
        }
        envelope.put("seq", ++seq).put("prev", lasting).put("type", type);
        envelope.put("time", startedAt.plus(elapsed).toString());
        envelope.put("elapsed_ms", elapsed.toMillis());
        envelope.set("data", read(data));
        if (!PASSING.contains(type)) {
            lasting = seq;
        }
        return envelope;
    }

    static ObjectNode read(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
