package dev.tanaw.stream.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tanaw.stream.hub.Hub;
import dev.tanaw.stream.log.Draft;
import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.Position;
import dev.tanaw.stream.log.Retention;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stations in other processes tell of themselves, outside any session. Makes the envelopes
/// and counts per station. Knows at most [#MAX_STATIONS]: the one that was silent longest is
/// forgotten and counts from 1 when it comes back.
final class StationDesk {
    static final int MAX_STATIONS = 4096;

    private final Hub hub;
    private final InstantSource clock;
    private final Map<String, Voice> voices = new LinkedHashMap<>(64, 0.75f, true);

    private record Voice(Instant since, long seq, long lasting) {}

    StationDesk(Hub hub, InstantSource clock) {
        this.hub = hub;
        this.clock = clock;
    }

    /// In a row, in their order.
    synchronized List<Position> publish(String station, List<Draft> drafts) {
        return drafts.stream().map(draft -> hub.publish(message(station, draft))).toList();
    }

    private Message message(String station, Draft draft) {
        Instant now = clock.instant();
        Voice before = voices.getOrDefault(station, new Voice(now, 0, 0));
        long seq = before.seq() + 1;
        boolean lasting = draft.retention() == Retention.LASTING;
        voices.put(station, new Voice(before.since(), seq, lasting ? seq : before.lasting()));
        if (voices.size() > MAX_STATIONS) {
            voices.remove(voices.keySet().iterator().next());
        }
        String head =
                "{\"v\":1,\"station\":\"%s\",\"seq\":%d,\"prev\":%d,\"type\":\"%s\",\"time\":\"%s\",\"elapsed_ms\":%d,\"data\":"
                        .formatted(
                                station,
                                seq,
                                before.lasting(),
                                draft.type(),
                                now.truncatedTo(ChronoUnit.MILLIS),
                                Math.max(0, before.since().until(now, ChronoUnit.MILLIS)));
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        json.writeBytes(head.getBytes(UTF_8));
        json.writeBytes(draft.data());
        json.write('}');
        return new Message(
                station,
                Optional.empty(),
                draft.type(),
                draft.retention(),
                draft.key(),
                json.toByteArray());
    }
}
