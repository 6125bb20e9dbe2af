package dev.tanaw.stream.log;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All events of this process in the order of their offsets, in memory. One lock guards the ring of
/// everything, the sessions and their rings; it is held for copies of references only and never
/// while calling out. Each log has an epoch of its own, because a new log has lost the old history.
public final class EventLog implements Feed {
    /// Sessions held at a time; beyond that the ended and then the quietest go first.
    static final int MAX_SESSIONS = 4096;

    private final Object lock = new Object();
    private final String epoch;
    private final Bound perSession;
    private final Ring ring;
    private final Map<String, SessionLog> sessions = new LinkedHashMap<>();
    private final Latest stations = new Latest();
    private final Receipts receipts = new Receipts();
    private volatile long head;
    private long evicted;

    public EventLog(String epoch, Bound perSession, Bound total) {
        this.epoch = new Position(epoch, 0).epoch();
        this.perSession = perSession;
        this.ring = new Ring(total, 0);
    }

    /// Milliseconds keep epochs apart in time, the random part keeps two logs of one moment apart.
    public static String newEpoch(Instant now) {
        String millis = Long.toString(now.toEpochMilli(), 36);
        String random = Integer.toString(new SecureRandom().nextInt(36 * 36 * 36, 36 << 11), 36);
        String epoch = millis + random;
        return epoch.substring(Math.max(0, epoch.length() - 12));
    }

    public Position append(Message message, Instant at) {
        synchronized (lock) {
            long offset = head + 1;
            Frame frame = Frame.encode(epoch, offset, message);
            ring.add(frame);
            message.session()
                    .ifPresentOrElse(
                            id ->
                                    session(id, message.station(), offset, at)
                                            .add(frame, message.key(), at),
                            () -> stations.put(message.station(), message.key(), frame));
            trim();
            head = offset;
            return new Position(epoch, offset);
        }
    }

    /// Numbers the events and appends them, or none of them. A session that is new begins.
    public Admission append(Submission submission, Instant at) {
        synchronized (lock) {
            Optional<SessionLog> known = session(submission.session());
            if (known.isEmpty() && isFull()) {
                return new Admission.Refused(Admission.Reason.FULL);
            }
            SessionLog session =
                    known.orElseGet(() ->
                            session(submission.session(), submission.station(), head + 1, at));
            return submission
                    .once()
                    .flatMap(once -> receipts.of(session, once))
                    .or(() -> objection(submission, session))
                    .orElseGet(() -> take(submission, session, at));
        }
    }

    private static Optional<Admission> objection(Submission submission, SessionLog session) {
        if (!session.isNumberedFor(submission.station())) {
            return Optional.of(new Admission.Refused(Admission.Reason.OTHER_PRODUCER));
        }
        return session.hasEnded()
                ? Optional.of(new Admission.Refused(Admission.Reason.ENDED))
                : Optional.empty();
    }

    private Admission take(Submission submission, SessionLog session, Instant at) {
        Position first = new Position(epoch, head + 1);
        for (Draft draft : submission.drafts()) {
            long offset = head + 1;
            Frame frame = session.number(epoch, offset, submission, draft, at);
            ring.add(frame);
            session.add(frame, draft.key(), at);
            trim();
            head = offset;
        }
        if (submission.then() == Submission.Then.ENDS) {
            session.end(at);
        }
        int count = submission.drafts().size();
        submission.once().ifPresent(once -> receipts.put(session, once, first, count));
        return new Admission.Taken(first, count);
    }

    /// Strangers may not push out the live sessions of others; [#expire] makes room.
    private boolean isFull() {
        return sessions.size() >= 2 * MAX_SESSIONS
                || (sessions.size() >= MAX_SESSIONS
                        && sessions.values().stream().noneMatch(SessionLog::hasEnded));
    }

    private void trim() {
        while (ring.isOverfull()) {
            forget(ring.removeOldest());
        }
    }

    private SessionLog session(String id, String station, long offset, Instant at) {
        // A position before the first event of a session may stem from an earlier life of its id.
        return sessions.computeIfAbsent(
                id, _ -> new SessionLog(lock, id, station, at, new Ring(perSession, offset - 1)));
    }

    private void forget(Frame oldest) {
        evicted++;
        oldest.session()
                .map(sessions::get)
                .ifPresent(session -> session.forgetThrough(oldest.offset()));
    }

    public Optional<SessionLog> session(String id) {
        synchronized (lock) {
            return Optional.ofNullable(sessions.get(id));
        }
    }

    public List<SessionSummary> sessions() {
        synchronized (lock) {
            return sessions.values().stream().map(SessionLog::summary).toList();
        }
    }

    /// Marks a session as over; it stays readable until [#expire] takes it away.
    public void end(String id, Instant at) {
        synchronized (lock) {
            session(id).ifPresent(session -> session.end(at));
        }
    }

    /// The live sessions without an event for `idle`, or begun longer than `lifetime` ago.
    public List<SessionSummary> forgotten(Instant now, Duration idle, Duration lifetime) {
        synchronized (lock) {
            return sessions.values().stream()
                    .filter(session -> !session.hasEnded())
                    .filter(session ->
                            !session.touched().plus(idle).isAfter(now)
                                    || !session.started().plus(lifetime).isAfter(now))
                    .map(SessionLog::summary)
                    .toList();
        }
    }

    /// Lets go of sessions that ended longer than `retention` ago, and of the ones above the limit;
    /// returns their ids.
    public List<String> expire(Instant now, Duration retention) {
        synchronized (lock) {
            List<String> gone = new ArrayList<>();
            for (SessionLog session : sessions.values()) {
                if (session.ended().filter(at -> !at.plus(retention).isAfter(now)).isPresent()) {
                    gone.add(session.id());
                }
            }
            gone.forEach(sessions::remove);
            List<String> surplus =
                    sessions.values().stream()
                            .sorted(
                                    Comparator.comparing((SessionLog each) -> !each.hasEnded())
                                            .thenComparing(SessionLog::touched))
                            .limit(Math.max(0, sessions.size() - MAX_SESSIONS))
                            .map(SessionLog::id)
                            .toList();
            surplus.forEach(sessions::remove);
            gone.addAll(surplus);
            return gone;
        }
    }

    public String epoch() {
        return epoch;
    }

    /// Events that made room for newer ones.
    public long evicted() {
        synchronized (lock) {
            return evicted;
        }
    }

    public int heldEvents() {
        synchronized (lock) {
            return ring.count();
        }
    }

    public long heldBytes() {
        synchronized (lock) {
            return ring.bytes();
        }
    }

    @Override
    public long head() {
        return head;
    }

    @Override
    public long lostThrough() {
        synchronized (lock) {
            return ring.lostThrough();
        }
    }

    @Override
    public Slice read(long after, long upTo, Filter filter, Pace pace) {
        synchronized (lock) {
            return ring.read(after, upTo, filter, pace);
        }
    }

    /// The state of all stations and live sessions. Of a session that has ended only the last
    /// lasting event is told: enough to know that it is over and how.
    @Override
    public Snapshot snapshot(Filter filter) {
        long offset;
        List<Frame> frames;
        synchronized (lock) {
            offset = head;
            frames = new ArrayList<>(stations.frames());
            for (SessionLog session : sessions.values()) {
                frames.addAll(present(session));
            }
        }
        return new Snapshot(
                offset,
                frames.stream()
                        .filter(filter::wants)
                        .sorted(Comparator.comparingLong(Frame::offset))
                        .toList());
    }

    private static Collection<Frame> present(SessionLog session) {
        return session.hasEnded()
                ? session.latest().lastWord().stream().toList()
                : session.latest().frames();
    }
}
