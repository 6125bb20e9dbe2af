package dev.tanaw.stream.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The sessions that a log holds, in the order in which they began. Not thread-safe: guarded by its
/// log's lock.
final class Sessions {
    /// Held at a time; beyond that the ended and then the quietest go first.
    static final int MAX = 4096;

    private final Object lock;
    private final Bound bound;
    private final Map<String, SessionLog> byId = new LinkedHashMap<>();

    Sessions(Object lock, Bound bound) {
        this.lock = lock;
        this.bound = bound;
    }

    Optional<SessionLog> get(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Stream<SessionLog> all() {
        return byId.values().stream();
    }

    /// Begins with this offset when it is new. A position before that may stem from an earlier life
    /// of its id.
    SessionLog of(String id, String station, long offset, Instant at) {
        return byId.computeIfAbsent(
                id, _ -> new SessionLog(lock, id, station, at, new Ring(bound, offset - 1)));
    }

    /// Strangers may not push out the live sessions of others; [#expire] makes room.
    boolean isFull() {
        return byId.size() >= 2 * MAX
                || (byId.size() >= MAX && all().noneMatch(SessionLog::hasEnded));
    }

    /// The live ones without an event for `idle`, or begun longer than `lifetime` ago. One that is
    /// followed elsewhere goes on when the line to it does.
    Stream<SessionLog> forgotten(Instant now, Duration idle, Duration lifetime) {
        return all().filter(session -> !session.hasEnded())
                .filter(session ->
                        (!session.isRelayed() && !session.touched().plus(idle).isAfter(now))
                                || !session.started().plus(lifetime).isAfter(now));
    }

    /// Lets go of those that ended longer than `retention` ago, and of the ones above the limit;
    /// returns their ids.
    List<String> expire(Instant now, Duration retention) {
        List<String> gone =
                new ArrayList<>(
                        all().filter(session ->
                                        session.ended()
                                                .filter(at -> !at.plus(retention).isAfter(now))
                                                .isPresent())
                                .map(SessionLog::id)
                                .toList());
        gone.forEach(byId::remove);
        List<String> surplus =
                all().sorted(
                                Comparator.comparing((SessionLog each) -> !each.hasEnded())
                                        .thenComparing(SessionLog::touched))
                        .limit(Math.max(0, byId.size() - MAX))
                        .map(SessionLog::id)
                        .toList();
        surplus.forEach(byId::remove);
        gone.addAll(surplus);
        return gone;
    }

    /// Takes over the state of a session whose older events are gone.
    void stand(Entry.Standing standing, String epoch) {
        SessionLog session =
                new SessionLog(
                        lock,
                        standing.session(),
                        standing.station(),
                        standing.started(),
                        new Ring(bound, standing.through()));
        session.stand(standing, epoch);
        byId.put(standing.session(), session);
    }

    /// The session of an event of an earlier run, which it has counted; empty for a station's own.
    Optional<SessionLog> goOn(Entry.Origin origin, long offset, Retention retention) {
        if (origin.begins()) {
            origin.session().ifPresent(byId::remove); // an earlier life of the id
        }
        Optional<SessionLog> session =
                origin.session().map(id -> of(id, origin.station(), offset, origin.at()));
        session.ifPresent(each ->
                origin.place().ifPresent(place -> each.goOn(place, retention, origin.at())));
        return session;
    }
}
