package dev.tanaw.stream.log;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// All events of this process in the order of their offsets, in memory. One lock guards the ring of
/// everything, the sessions and their rings; it is held for copies of references only and never
/// while calling out. Each log has an epoch of its own, because a new log has lost the old history.
///
/// With a journal an event is accepted first, which gives it its offset, and shown when it has been
/// written: nobody ever sees what the next start would not know.
public final class EventLog implements Feed {
    private final Object lock = new Object();
    private final String epoch;
    private final Ring ring;
    private final Sessions sessions;
    private final Latest stations = new Latest();
    private final Receipts receipts = new Receipts();
    private final Outbox outbox = new Outbox(lock, this::head);

    /// The newest offset given away.
    private long assigned;

    private volatile long head;
    private long evicted;

    public EventLog(String epoch, Bound perSession, Bound total) {
        this.epoch = new Position(epoch, 0).epoch();
        this.sessions = new Sessions(lock, perSession);
        this.ring = new Ring(total, 0);
    }

    /// Begins with what the journal holds.
    EventLog(Journal journal, String fresh, Bound perSession, Bound total) throws IOException {
        this.sessions = new Sessions(lock, perSession);
        this.ring = new Ring(total, journal.base() - 1);
        Kept kept = journal.replay(fresh);
        this.epoch = kept.epoch();
        restore(kept);
        head = Math.max(assigned, journal.base() - 1);
        assigned = head;
        outbox.open();
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
            return append(message, at, session -> session.accept(message.retention()));
        }
    }

    /// Takes over an event of another log as it is. Empty when the session has it already, or is
    /// over here: the number that its station gave it tells.
    public Optional<Position> relay(Message message, Numbered number, Instant at) {
        synchronized (lock) {
            boolean known =
                    message.session()
                            .flatMap(sessions::get)
                            .filter(each -> each.isEnding() || each.accepted() >= number.seq())
                            .isPresent();
            return known
                    ? Optional.empty()
                    : Optional.of(
                            append(
                                    message,
                                    at,
                                    session -> session.accept(number, message.retention())));
        }
    }

    /// The number of the last event of a session; 0 when there is no such session.
    public long numbered(String session) {
        synchronized (lock) {
            return sessions.get(session).map(SessionLog::accepted).orElse(0L);
        }
    }

    private Position append(
            Message message, Instant at, Function<SessionLog, Entry.Place> counting) {
        long offset = ++assigned;
        Frame frame = Frame.encode(epoch, offset, message);
        Optional<SessionLog> session =
                message.session().map(id -> sessions.of(id, message.station(), offset, at));
        Added added =
                new Added(
                        frame,
                        message.key(),
                        new Entry.Origin(
                                message.station(),
                                message.session(),
                                at,
                                session.filter(SessionLog::isNew).isPresent(),
                                session.map(counting)),
                        session);
        settle(List.of(added), List.of(), () -> {});
        return new Position(epoch, offset);
    }

    /// An event on its way from being accepted to being shown.
    private record Added(
            Frame frame, String key, Entry.Origin origin, Optional<SessionLog> session) {
        Entry entry() {
            return frame.isLasting()
                    ? frame.entry(key, origin)
                    : new Entry.Passed(frame.offset(), origin);
        }
    }

    private void settle(List<Added> added, List<Entry> beside, Runnable then) {
        Runnable show =
                () -> {
                    added.forEach(this::show);
                    then.run();
                };
        if (outbox.isKeeping()) {
            outbox.add(Stream.concat(added.stream().map(Added::entry), beside.stream()), show);
        } else {
            show.run();
        }
    }

    private void show(Added added) {
        Frame frame = added.frame();
        ring.add(frame);
        added.session()
                .ifPresentOrElse(
                        session -> session.add(frame, added.key(), added.origin().at()),
                        () -> stations.put(frame.station(), added.key(), frame));
        while (ring.isOverfull()) {
            forget(ring.removeOldest());
        }
        head = frame.offset();
    }

    /// Numbers the events and appends them, or none of them. A session that is new begins.
    public Admission append(Submission submission, Instant at) {
        synchronized (lock) {
            Optional<SessionLog> known = session(submission.session());
            if (known.isEmpty() && sessions.isFull()) {
                return new Admission.Refused(Admission.Reason.FULL);
            }
            SessionLog session =
                    known.orElseGet(() ->
                            sessions.of(
                                    submission.session(), submission.station(), assigned + 1, at));
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
        return session.isEnding()
                ? Optional.of(new Admission.Refused(Admission.Reason.ENDED))
                : Optional.empty();
    }

    private Admission take(Submission submission, SessionLog session, Instant at) {
        long first = assigned + 1;
        List<Added> added = new ArrayList<>(submission.drafts().size());
        for (Draft draft : submission.drafts()) {
            boolean begins = session.isNew();
            Entry.Place number = session.number(draft.retention(), at);
            Frame frame = Frame.encode(epoch, ++assigned, submission, draft, number, at);
            Entry.Origin origin =
                    new Entry.Origin(
                            submission.station(),
                            Optional.of(session.id()),
                            at,
                            begins,
                            Optional.of(number));
            added.add(new Added(frame, draft.key(), origin, Optional.of(session)));
        }
        List<Entry> beside = new ArrayList<>();
        int count = submission.drafts().size();
        submission
                .once()
                .ifPresent(once -> {
                    receipts.put(session, once, new Position(epoch, first), count);
                    beside.add(new Entry.Taken(session.id(), once, first, count));
                });
        boolean ends = submission.then() == Submission.Then.ENDS;
        if (ends) {
            session.close();
            beside.add(new Entry.Ended(session.id(), at));
        }
        settle(
                added,
                beside,
                () -> {
                    if (ends) {
                        session.end(at);
                    }
                });
        return new Admission.Taken(new Position(epoch, first), count);
    }

    /// The live sessions whose station numbers its events itself.
    public List<SessionSummary> orphans() {
        synchronized (lock) {
            return sessions.all()
                    .filter(session -> !session.isEnding())
                    .filter(session -> !session.isNumberedFor(session.station()))
                    .map(SessionLog::summary)
                    .toList();
        }
    }

    /// The last words of a session in place of a station that is gone.
    public void conclude(Submission last, Instant at) {
        synchronized (lock) {
            session(last.session()).ifPresent(session -> take(last, session, at));
        }
    }

    private void forget(Frame oldest) {
        evicted++;
        oldest.session()
                .flatMap(sessions::get)
                .ifPresent(session -> session.forgetThrough(oldest.offset()));
    }

    /// The newest events that a station told of itself, one of each kind.
    public List<Frame> ofStation(String station) {
        synchronized (lock) {
            return stations.frames().stream()
                    .filter(frame -> frame.station().equals(station))
                    .toList();
        }
    }

    public Optional<SessionLog> session(String id) {
        synchronized (lock) {
            return sessions.get(id);
        }
    }

    public List<SessionSummary> sessions() {
        synchronized (lock) {
            return sessions.all().map(SessionLog::summary).toList();
        }
    }

    /// Marks a session as over; it stays readable until [#expire] takes it away.
    public void end(String id, Instant at) {
        synchronized (lock) {
            session(id)
                    .filter(session -> !session.isEnding())
                    .ifPresent(session -> {
                        session.close();
                        settle(List.of(), List.of(new Entry.Ended(id, at)), () -> session.end(at));
                    });
        }
    }

    /// The clock was set by `jump`, to `now`. No session may get older or younger by that.
    public void move(Duration jump, Instant now) {
        synchronized (lock) {
            sessions.all().forEach(session -> session.move(jump, now));
        }
    }

    /// The live sessions without an event for `idle`, or begun longer than `lifetime` ago.
    public List<SessionSummary> forgotten(Instant now, Duration idle, Duration lifetime) {
        synchronized (lock) {
            return sessions.forgotten(now, idle, lifetime).map(SessionLog::summary).toList();
        }
    }

    /// Lets go of sessions that ended longer than `retention` ago, and of the ones above the limit;
    /// returns their ids.
    public List<String> expire(Instant now, Duration retention) {
        synchronized (lock) {
            return sessions.expire(now, retention);
        }
    }

    private void restore(Kept kept) {
        kept.standing().forEach(each -> sessions.stand(each, epoch));
        for (Entry entry : kept.entries()) {
            switch (entry) {
                case Entry.Lasting lasting when lasting.offset() > assigned -> {
                    Optional<SessionLog> session =
                            sessions.goOn(lasting.origin(), lasting.offset(), Retention.LASTING);
                    assigned = lasting.offset();
                    Frame frame = Frame.restored(epoch, lasting);
                    show(new Added(frame, lasting.key(), lasting.origin(), session));
                }
                case Entry.Passed(long offset, Entry.Origin origin) when offset > assigned -> {
                    var _ = sessions.goOn(origin, offset, Retention.PASSING);
                    assigned = offset;
                }
                case Entry.Ended(String id, Instant at) ->
                        sessions.get(id).ifPresent(session -> session.end(at));
                case Entry.Taken(String id, Submission.Once once, long first, int count) ->
                        sessions.get(id)
                                .ifPresent(session ->
                                        receipts.put(
                                                session, once, new Position(epoch, first), count));
                case Entry.Status(Entry.Lasting lasting) ->
                        stations.put(
                                lasting.origin().station(),
                                lasting.key(),
                                Frame.restored(epoch, lasting));
                // What stands was taken over above; what came twice is known.
                case Entry.Lasting _, Entry.Passed _, Entry.Standing _ -> {}
            }
        }
    }

    /// What the journal must say again when everything through `offset` is dropped from it.
    List<Entry> standing(long offset) {
        synchronized (lock) {
            List<Entry> standing = new ArrayList<>();
            stations.standing(offset).forEach(each -> standing.add(new Entry.Status(each)));
            sessions.all()
                    .filter(session -> !session.hasEnded() && session.born() < offset)
                    .map(session -> session.standing(offset))
                    .forEach(standing::add);
            return standing;
        }
    }

    /// What the journal still has to write.
    Outbox outbox() {
        return outbox;
    }

    /// Calls `then` when the event with this offset can be seen: at once on this thread, or later
    /// on another.
    public void whenShown(long offset, Runnable then) {
        outbox.whenShown(offset, then);
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
            return ring.read(after, Math.min(upTo, head), filter, pace);
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
            sessions.all().map(EventLog::present).forEach(frames::addAll);
        }
        return new Snapshot(
                offset,
                frames.stream()
                        .filter(filter::wants)
                        .sorted(Comparator.comparingLong(Frame::offset))
                        .toList());
    }

    private static Collection<Frame> present(SessionLog session) {
        return session.isEnding()
                ? session.latest().lastWord().stream().toList()
                : session.latest().frames();
    }
}
