package dev.tanaw.stream.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The events of one session. Its ring holds the same frames as the log of everything and never one
/// that the latter has let go, so the total bound is a real bound.
public final class SessionLog implements Feed {
    private final Object lock;
    private final String id;
    private final String station;
    private final Instant started;
    private final long born;
    private final Ring ring;
    private final Latest latest = new Latest();
    private volatile long head;
    private Optional<Instant> ended = Optional.empty();
    private Instant touched;
    private long events;

    /// The numbering of the events that came without, and the clock that only goes forward.
    private long seq;

    private long prev;
    private long elapsedMillis;

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

    /// Under the log's lock.
    void add(Frame frame, String key, Instant at) {
        ring.add(frame);
        while (ring.isOverfull()) {
            ring.removeOldest();
        }
        latest.put(id, key, frame);
        events++;
        touched = at;
        head = frame.offset();
    }

    /// The envelope of the next event, whose `seq` and `prev` follow from those before.
    Frame number(String epoch, long offset, Submission submission, Draft draft, Instant at) {
        seq++;
        elapsedMillis = Math.max(elapsedMillis, started.until(at, ChronoUnit.MILLIS));
        Frame frame =
                Frame.encode(
                        epoch,
                        offset,
                        submission,
                        draft,
                        new Frame.Numbered(
                                seq,
                                prev,
                                at.truncatedTo(ChronoUnit.MILLIS).toString(),
                                elapsedMillis));
        if (frame.isLasting()) {
            prev = seq;
        }
        return frame;
    }

    /// Whether all of its events were this station's and numbered by [#number].
    boolean isNumberedFor(String station) {
        return seq == events && this.station.equals(station);
    }

    long born() {
        return born;
    }

    void forgetThrough(long offset) {
        ring.forgetThrough(offset);
    }

    void end(Instant at) {
        if (ended.isEmpty()) {
            ended = Optional.of(at);
        }
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
            return ring.read(after, upTo, filter, pace);
        }
    }

    @Override
    public Snapshot snapshot(Filter filter) {
        synchronized (lock) {
            return new Snapshot(head, latest.frames().stream().filter(filter::wants).toList());
        }
    }
}
