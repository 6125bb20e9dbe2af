package dev.tanaw.stream.hub;

import dev.tanaw.stream.log.Filter;
import dev.tanaw.stream.log.Pace;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// One reader's place in a feed: all that the server remembers of a connection. It pulls; nothing
/// is ever queued for it, so a reader that stops reading costs what one write holds. [#next] is
/// called by one thread at a time; the rest by any.
public final class Cursor {
    private final Topic topic;
    private final Filter filter;
    private final ControlFrames control;
    private final Counters counters;
    private final Deque<ByteBuffer> pending = new ArrayDeque<>();

    /// Up to here a resumed reader gets every event, passing ones included.
    private final long exactThrough;

    private long offset;
    private int beats;
    private boolean over;
    private volatile boolean beatDue;
    private volatile Optional<String> farewell = Optional.empty();

    Cursor(
            Topic topic,
            Filter filter,
            Resume resume,
            ByteBuffer opening,
            ControlFrames control,
            Counters counters) {
        this.topic = topic;
        this.filter = filter;
        this.control = control;
        this.counters = counters;
        this.offset = resume.openingOffset();
        this.exactThrough = topic.feed().head();
        pending.add(opening);
        switch (resume) {
            case Resume.Live _, Resume.Replay _ -> {}
            case Resume.Fresh _ -> catchUp();
            case Resume.Gap _ -> gap();
            case Resume.Reset _ -> {
                counters.resets.increment();
                pending.add(control.reset());
                catchUp();
            }
        }
    }

    public Topic topic() {
        return topic;
    }

    /// What to send next; empty when the reader has everything.
    public Optional<ByteBuffer> next() {
        ByteBuffer first = pending.poll();
        if (first != null) {
            return Optional.of(first);
        }
        while (offset < topic.feed().head()) {
            Optional<Topic.Batch> batch = topic.batch(offset, filter, pace());
            if (batch.isEmpty()) {
                gap();
                return Optional.of(pending.remove());
            }
            offset = batch.get().through();
            counters.coalesced.add(batch.get().skipped());
            if (batch.get().bytes().hasRemaining()) {
                return Optional.of(batch.get().bytes().duplicate());
            }
        }
        return aside();
    }

    /// After the last bytes of [#next].
    public boolean isOver() {
        return over;
    }

    public void beat() {
        beatDue = true;
    }

    public void sayGoodbye(String code) {
        farewell = Optional.of(code);
    }

    private Optional<ByteBuffer> aside() {
        if (farewell.isPresent() && !over) {
            over = true;
            return Optional.of(control.bye(farewell.get()));
        }
        if (beatDue) {
            beatDue = false;
            beats++;
            return Optional.of(
                    beats % topic.heartbeatsPerBeat() == 0
                            ? control.beat(offset)
                            : control.comment());
        }
        return Optional.empty();
    }

    private Pace pace() {
        return offset < exactThrough ? Pace.EXACT : Pace.LIVE;
    }

    private void gap() {
        counters.gaps.increment();
        Topic.Encoded snapshot = topic.snapshot(filter);
        pending.add(control.gap(offset, snapshot.offset()));
        pending.add(snapshot.bytes().duplicate());
        offset = snapshot.offset();
    }

    private void catchUp() {
        Topic.Encoded snapshot = topic.snapshot(filter);
        pending.add(snapshot.bytes().duplicate());
        offset = snapshot.offset();
    }
}
