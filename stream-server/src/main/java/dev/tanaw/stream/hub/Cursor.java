package dev.tanaw.stream.hub;

import dev.tanaw.stream.log.Filter;
import dev.tanaw.stream.log.Form;
import dev.tanaw.stream.log.Pace;
import dev.tanaw.stream.log.View;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// One reader's place in a feed: all that the server remembers of a connection. It pulls; no event
/// is ever queued for it, so a reader that stops reading costs what one write holds. [#next] is
/// called by one thread at a time; the rest by any.
public final class Cursor {
    /// Orders that may wait for a reader that does not read; beyond that it is sent away.
    static final int ORDERS = 64;

    private final Hub hub;
    private final Topic topic;
    private final Form form;
    private final View view;
    private final ControlFrames control;
    private final Counters counters;
    private final Optional<String> subscription;
    private final Viewer viewer;
    private final Instant since;
    private final Asked.Beside beside;
    private final Pace wanted;
    private final Deque<ByteBuffer> pending = new ArrayDeque<>(2);
    private final Queue<Order> orders = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final long begun = System.nanoTime();

    private volatile Optional<Filter> filter;
    private Optional<Turn> turn = Optional.empty();

    /// Up to here a resumed reader gets every event, passing ones included.
    private long exactThrough;

    private long offset;
    private int beats;
    private boolean over;
    private volatile boolean beatDue;

    /// Who watches: what was said last, and what is to be said next; only the newest counts.
    private volatile String viewersTold = "";

    private volatile Optional<String> viewersDue = Optional.empty();
    private volatile Optional<Farewell> farewell = Optional.empty();

    /// A new filter that applies behind `at`, and how things stood there under it: what came before
    /// is told by the old one, so that no event falls between the two.
    private record Turn(Optional<Filter> filter, long at, Optional<ByteBuffer> snapshot) {}

    Cursor(
            Hub hub,
            Topic topic,
            Asked asked,
            Optional<String> subscription,
            Viewer viewer,
            Instant since) {
        this.hub = hub;
        this.topic = topic;
        this.form = asked.form();
        this.view = asked.view();
        this.filter = Optional.of(asked.filter());
        this.subscription = subscription;
        this.viewer = viewer;
        this.since = since;
        this.beside = asked.beside();
        this.wanted = asked.pace();
        this.control = hub.control();
        this.counters = hub.counters();
        begin(asked);
    }

    private void begin(Asked asked) {
        Resume resume = hub.resume(topic, asked);
        offset = resume.openingOffset();
        exactThrough = topic.feed().head();
        pending.add(hub.opening(topic, form, view, resume, subscription));
        switch (resume) {
            case Resume.Live _ -> {}
            case Resume.Replay _ -> counters.replays.increment();
            case Resume.Fresh _ -> catchUp();
            case Resume.Gap _ -> gap();
            case Resume.Reset _ -> {
                counters.resets.increment();
                pending.add(control.reset(form));
                catchUp();
            }
        }
    }

    public Topic topic() {
        return topic;
    }

    Optional<String> subscription() {
        return subscription;
    }

    Viewer viewer() {
        return viewer;
    }

    /// When the stream was opened.
    Instant since() {
        return since;
    }

    /// What is followed; empty for nothing at all.
    Optional<Filter> filter() {
        return filter;
    }

    boolean wantsViewers() {
        return beside == Asked.Beside.VIEWERS;
    }

    /// True when this is news. Told once there is nothing more urgent.
    boolean tellViewers(String json) {
        if (json.equals(viewersTold)) {
            return false;
        }
        viewersTold = json;
        viewersDue = Optional.of(json);
        return true;
    }

    /// Events that have happened and were not yet taken.
    public long lag() {
        return Math.max(0, topic.feed().head() - offset);
    }

    Following following() {
        return new Following(
                topic.session().orElse("*"),
                form.name().toLowerCase(Locale.ROOT),
                lag(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }

    /// What to send next; empty when the reader has everything.
    public Optional<ByteBuffer> next() {
        while (true) {
            if (!over && farewell.filter(why -> !why.waits()).isPresent()) {
                return goodbye(farewell.get());
            }
            ByteBuffer first = pending.poll();
            if (first != null) {
                return Optional.of(first);
            }
            if (over) {
                return Optional.empty();
            }
            Order order = orders.poll();
            if (order != null) {
                waiting.decrementAndGet();
                carryOut(order);
                continue;
            }
            long upTo = turn.map(Turn::at).orElse(Long.MAX_VALUE);
            if (offset < Math.min(topic.feed().head(), upTo)) {
                Optional<ByteBuffer> events = events(upTo);
                if (events.isPresent()) {
                    return events;
                }
            } else if (turn.isPresent()) {
                turn(turn.get());
            } else {
                return aside();
            }
        }
    }

    private Optional<ByteBuffer> events(long upTo) {
        if (filter.isEmpty()) {
            offset = Math.min(topic.feed().head(), upTo);
            return Optional.empty();
        }
        Optional<Topic.Batch> batch = topic.batch(offset, upTo, filter.get(), pace(), form, view);
        if (batch.isEmpty()) {
            gap();
            return Optional.empty();
        }
        offset = batch.get().through();
        counters.coalesced.add(batch.get().skipped());
        if (!batch.get().bytes().hasRemaining()) {
            return Optional.empty();
        }
        if (offset > exactThrough) {
            counters.delayed(System.nanoTime() - batch.get().since());
        }
        return Optional.of(batch.get().bytes().duplicate());
    }

    /// True after the last bytes of [#next].
    public boolean isOver() {
        return over;
    }

    public void beat() {
        beatDue = true;
    }

    public void sayGoodbye(Farewell why) {
        if (farewell.isEmpty()) {
            farewell = Optional.of(why);
        }
    }

    /// False when too many wait already.
    public boolean order(Order order) {
        if (waiting.incrementAndGet() > ORDERS) {
            waiting.decrementAndGet();
            return false;
        }
        orders.add(order);
        return true;
    }

    private void carryOut(Order order) {
        switch (order) {
            case Order.Follow follow -> turn = Optional.of(toward(follow.filter()));
            case Order.Leave(Filter words) ->
                    turn.map(Turn::filter)
                            .orElse(filter)
                            .map(now -> without(now, words))
                            .ifPresent(rest -> turn = Optional.of(toward(rest)));
            case Order.Resume(String id) -> {
                turn = Optional.empty();
                begin(
                        new Asked(
                                Optional.of(id),
                                Asked.From.NOW,
                                filter.orElse(Filter.ALL),
                                beside,
                                wanted,
                                form,
                                view));
            }
            case Order.Ping _ -> pending.add(control.pong(form, offset));
            case Order.Unknown(String code) -> pending.add(control.error(form, code));
            case Order.Owed(ByteBuffer bytes) -> pending.add(bytes);
        }
    }

    private Turn toward(Optional<Filter> next) {
        Optional<Topic.Encoded> snapshot = next.map(each -> topic.snapshot(each, form, view));
        return new Turn(
                next,
                snapshot.map(Topic.Encoded::offset).orElseGet(topic.feed()::head),
                snapshot.map(Topic.Encoded::bytes));
    }

    /// Empty, which is nothing, when a list that named something no longer names anything.
    private static Optional<Filter> without(Filter now, Filter words) {
        Filter rest =
                new Filter(
                        minus(now.stations(), words.stations()),
                        minus(now.sessions(), words.sessions()),
                        minus(now.types(), words.types()));
        boolean emptied =
                rest.stations().isEmpty() != now.stations().isEmpty()
                        || rest.sessions().isEmpty() != now.sessions().isEmpty()
                        || rest.types().isEmpty() != now.types().isEmpty();
        return emptied ? Optional.empty() : Optional.of(rest);
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private void turn(Turn due) {
        boolean there = offset == due.at();
        filter = due.filter();
        turn = Optional.empty();
        pending.add(control.filter(form, filter));
        if (there) {
            due.snapshot().map(ByteBuffer::duplicate).ifPresent(pending::add);
        } else if (filter.isPresent()) {
            catchUp(); // it fell off the ring on the way
        }
    }

    private Optional<ByteBuffer> aside() {
        if (farewell.isPresent()) {
            return goodbye(farewell.get());
        }
        Optional<String> viewers = viewersDue;
        if (viewers.isPresent()) {
            viewersDue = Optional.empty();
            return viewers.map(json -> control.viewers(form, json));
        }
        if (beatDue) {
            beatDue = false;
            beats++;
            return Optional.of(
                    beats % topic.heartbeatsPerBeat() == 0
                            ? control.beat(form, offset)
                            : control.comment(form));
        }
        return Optional.empty();
    }

    private Optional<ByteBuffer> goodbye(Farewell why) {
        over = true;
        return Optional.of(control.bye(form, why));
    }

    private Pace pace() {
        return wanted == Pace.LIVE && offset < exactThrough ? Pace.EXACT : wanted;
    }

    private void gap() {
        counters.gaps.increment();
        Topic.Encoded snapshot = topic.snapshot(filter.orElse(Filter.ALL), form, view);
        pending.add(control.gap(form, offset, snapshot.offset()));
        pending.add(snapshot.bytes().duplicate());
        offset = snapshot.offset();
    }

    private void catchUp() {
        Topic.Encoded snapshot = topic.snapshot(filter.orElse(Filter.ALL), form, view);
        pending.add(snapshot.bytes().duplicate());
        offset = snapshot.offset();
    }
}
