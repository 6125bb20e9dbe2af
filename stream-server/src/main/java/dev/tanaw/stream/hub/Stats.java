package dev.tanaw.stream.hub;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.tanaw.stream.log.EventLog;
import dev.tanaw.stream.log.Position;

/// The registry in numbers, read from the registry itself.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Stats(
        String head,
        int connections,
        int connectionsAll,
        int connectionsSession,
        int sessions,
        int sessionsLive,
        int heldEvents,
        long heldBytes,
        long published,
        long opened,
        long coalesced,
        long gaps,
        long resets,
        long stalled,
        long writes,
        long bytesWritten) {
    static Stats of(EventLog log, Counters counters, int all, int connections) {
        var sessions = log.sessions();
        return new Stats(
                new Position(log.epoch(), log.head()).toString(),
                connections,
                all,
                connections - all,
                sessions.size(),
                (int) sessions.stream().filter(each -> each.ended().isEmpty()).count(),
                log.heldEvents(),
                log.heldBytes(),
                counters.published.sum(),
                counters.opened.sum(),
                counters.coalesced.sum(),
                counters.gaps.sum(),
                counters.resets.sum(),
                counters.stalled.sum(),
                counters.writes.sum(),
                counters.bytes.sum());
    }
}
