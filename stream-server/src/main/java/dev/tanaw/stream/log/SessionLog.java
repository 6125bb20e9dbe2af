package dev.tanaw.stream.log;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The events of one session. Its ring holds the same frames as the log of everything and never one
/// that the latter has let go, so the total bound is a real bound.
public final class SessionLog implements Feed {
    private final Object lock;
    private final String id;
    private final String station;
    private Instant started;
    private final long born;
    private final Ring ring;
    private final Latest latest = new Latest();
    private volatile long head;
    private Optional<Instant> ended = Optional.empty();
    private Instant touched;
    private long events;

    /// What was accepted and perhaps not shown yet: all events, those that the log numbered, the
    /// last lasting one, the clock that only goes forward, and whether more may come.
    private long accepted;

    private long numbered;
    private long prev;
    private long elapsedMillis;
    private boolean ending;
    private boolean relayed;

    SessionLog(Object lock, String id, String station, Instant started, Ring ring) {
        this.lock = lock;
        this.id = id;
        this.station = station;
        this.started = started;
        this.touched = started;
        this.ring = ring;
        this.born = ring.lostThrough();
        this.head = born;
    }

    /// Makes an event visible. This and all that follows under the log's lock.
    void add(Frame frame, String key, Instant at) {
        ring.add(frame);
        while (ring.isOverfull()) {
            ring.removeOldest();
        }
        latest.put(id, key, frame);
        events++;
        touched = touched.isAfter(at) ? touched : at; // stamped before the clock was set
        head = frame.offset();
    }

    /// Counts an event that its station has numbered.
    Entry.Place accept(Retention retention) {
        accepted++;
        Entry.Place number = new Entry.Place(accepted, prev, elapsedMillis, false);
        if (retention == Retention.LASTING) {
            prev = accepted;
        }
        return number;
    }

    /// Counts an event of another log, by the number that it has there.
    Entry.Place accept(Numbered number, Retention retention) {
        relayed = true;
        accepted = number.seq();
        prev = retention == Retention.LASTING ? number.seq() : number.prev();
        elapsedMillis = number.elapsedMillis();
        return new Entry.Place(number.seq(), number.prev(), number.elapsedMillis(), false);
    }

    /// Whether another log may be asked for more of it: silence then says nothing of its producer.
    boolean isRelayed() {
        return relayed;
    }

    /// The number of the last event that was accepted.
    long accepted() {
        return accepted;
    }

    /// The number of the next event, which is not numbered yet. Stations count from 1 and leave
    /// nothing out, so this also goes on where a station has stopped.
    Entry.Place number(Retention retention, Instant at) {
        accepted++;
        numbered++;
        elapsedMillis = Math.max(elapsedMillis, started.until(at, ChronoUnit.MILLIS));
        Entry.Place number = new Entry.Place(accepted, prev, elapsedMillis, true);
        if (retention == Retention.LASTING) {
            prev = accepted;
        }
        return number;
    }

    /// Goes on behind an event of an earlier run; `number` is its own.
    void goOn(Entry.Place number, Retention retention, Instant at) {
        accepted = number.seq();
        numbered += number.byLog() ? 1 : 0;
        prev = retention == Retention.LASTING ? number.seq() : number.prev();
        elapsedMillis = number.elapsedMillis();
        touched = at;
        events = retention == Retention.LASTING ? accepted - 1 : accepted; // [#add] counts, too
    }

    /// Takes over the state of a session whose older events are gone.
    void stand(Entry.Standing standing, String epoch) {
        accepted = standing.place().seq();
        numbered = standing.place().byLog() ? accepted : 0;
        prev = standing.place().prev();
        elapsedMillis = standing.place().elapsedMillis();
        events = accepted;
        touched = standing.touched();
        for (Entry.Lasting each : standing.lasting()) {
            latest.put(id, each.key(), Frame.restored(epoch, each));
        }
    }

    /// What [#stand] takes over: the state as far as it was made through `offset`.
    Entry.Standing standing(long through) {
        return new Entry.Standing(
                id,
                station,
                started,
                touched,
                through,
                new Entry.Place(accepted, prev, elapsedMillis, numbered == accepted),
                latest.standing(through));
    }

    boolean isNew() {
        return accepted == 0;
    }

    /// Whether all of its events were this station's and numbered by [#number].
    boolean isNumberedFor(String station) {
        return numbered == accepted && this.station.equals(station);
    }

    /// Nothing more is accepted.
    void close() {
        ending = true;
    }

    boolean isEnding() {
        return ending;
    }

    long born() {
        return born;
    }

    void forgetThrough(long offset) {
        ring.forgetThrough(offset);
    }

    void end(Instant at) {
        ending = true;
        if (ended.isEmpty()) {
            ended = Optional.of(at);
        }
        ring.forgetValues();
        latest.frames().forEach(Frame::forgetValues);
    }

    /// The clock was set by `jump`, to `now`: what was stamped before it is moved along, so that it
    /// stays as long ago as it is.
    void move(Duration jump, Instant now) {
        started = moved(started, jump, now);
        touched = moved(touched, jump, now);
        ended = ended.map(at -> moved(at, jump, now));
    }

    /// Stamped with the old time, unless it is nearer to the new one.
    private static Instant moved(Instant at, Duration jump, Instant now) {
        Instant along = at.plus(jump);
        boolean isOld = jump.isPositive() ? !along.isAfter(now) : at.isAfter(now);
        return isOld ? along : at;
    }

    boolean hasEnded() {
        return ended.isPresent();
    }

    Optional<Instant> ended() {
        return ended;
    }

    Instant started() {
        return started;
    }

    Instant touched() {
        return touched;
    }

    Latest latest() {
        return latest;
    }

    String station() {
        return station;
    }

    public String id() {
        return id;
    }

    public SessionSummary summary() {
        synchronized (lock) {
            return new SessionSummary(id, station, started, ended, head, events, ring.count());
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

    @Override
    public Snapshot snapshot(Filter filter) {
        synchronized (lock) {
            return new Snapshot(head, latest.frames().stream().filter(filter::wants).toList());
        }
    }
}
