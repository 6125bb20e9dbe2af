package dev.tanaw.stream.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.Retention;
import java.util.Optional;

/// Envelopes as a station makes them.
public final class Told {
    private Told() {}

    public static Message lasting(String station, String session, long seq) {
        return message(station, session, "state_change", Retention.LASTING, seq);
    }

    public static Message passing(String station, String session, long seq) {
        return message(station, session, "quality_update", Retention.PASSING, seq);
    }

    public static Message message(
            String station, String session, String type, Retention retention, long seq) {
        return new Message(
                station,
                Optional.of(session),
                type,
                retention,
                type,
                "{\"v\":1,\"station\":\"%s\",\"session\":\"%s\",\"seq\":%d,\"prev\":%d,\"type\":\"%s\",\"time\":\"2026-11-22T10:15:30.123Z\",\"elapsed_ms\":%d,\"data\":{\"name\":\"Peña\"}}"
                        .formatted(station, session, seq, seq - 1, type, seq * 10)
                        .getBytes(UTF_8));
    }

    /// Of the station itself, told at this second.
    public static Message status(String station, long seq, int second) {
        return new Message(
                station,
                Optional.empty(),
                "station_status",
                Retention.LASTING,
                "station_status",
                "{\"v\":1,\"station\":\"%s\",\"seq\":%d,\"prev\":%d,\"type\":\"station_status\",\"time\":\"2026-11-22T10:15:%02d.000Z\",\"elapsed_ms\":%d,\"data\":{}}"
                        .formatted(station, seq, seq - 1, second, seq)
                        .getBytes(UTF_8));
    }
}
