package dev.tanaw.stream.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.Retention;
import java.util.Optional;

/// Envelopes for the tests; `n` tells them apart.
final class Events {
    private Events() {}

    static Message lasting(String session, long n) {
        return message(session, "state_change", Retention.LASTING, "state", n, 0);
    }

    static Message passing(String session, long n) {
        return message(session, "quality_update", Retention.PASSING, "quality", n, 0);
    }

    static Message sized(String session, long n, int bytes) {
        return message(session, "state_change", Retention.LASTING, "state", n, bytes);
    }

    static Message message(
            String session, String type, Retention retention, String key, long n, int padding) {
        return new Message(
                "kiosk-01", Optional.of(session), type, retention, key, json(session, n, padding));
    }

    static Message station(String station, long n) {
        return new Message(
                station,
                Optional.empty(),
                "station_status",
                Retention.LASTING,
                "status",
                json(station, n, 0));
    }

    private static byte[] json(String who, long n, int padding) {
        return "{\"who\":\"%s\",\"pad\":\"%s\",\"n\":%d}"
                .formatted(who, "x".repeat(padding), n)
                .getBytes(UTF_8);
    }
}
