package dev.tanaw.stream.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tanaw.stream.log.Admission;
import dev.tanaw.stream.log.Draft;
import dev.tanaw.stream.log.EventLog;
import dev.tanaw.stream.log.Filter;
import dev.tanaw.stream.log.Form;
import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.Numbered;
import dev.tanaw.stream.log.Position;
import dev.tanaw.stream.log.Retention;
import dev.tanaw.stream.log.SessionLog;
import dev.tanaw.stream.log.SessionSummary;
import dev.tanaw.stream.log.Submission;
import dev.tanaw.stream.log.View;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The middle of the server: takes events in, and knows every reader. Owns the threads `fan-out`
/// and `ticker`.
public final class Hub implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);

    private static final Draft ABANDONED =
            new Draft(
                    "session_ended",
                    Retention.LASTING,
                    "session_ended",
                    "{\"outcome\":\"abandoned\"}".getBytes(UTF_8));

    private static final SecureRandom RANDOM = new SecureRandom();

    private final EventLog log;
    private final Pulse pulse;
    private final Duration idle;
    private final Duration lifetime;
    private final Timekeeper time;
    private final List<Runnable> chores = new CopyOnWriteArrayList<>();
    private final ControlFrames control;
    private final Counters counters = new Counters();
    private final Topic all;
    private final Presence presence;
    private final Map<String, Topic> sessions = new ConcurrentHashMap<>();
    private final Map<String, Reader> subscriptions = new ConcurrentHashMap<>();
    private volatile boolean draining;
    private final FanOut fanOut = new FanOut();
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("ticker").daemon().factory());

    public Hub(EventLog log, Pulse pulse, Duration idle, Duration lifetime, Clocks clocks) {
        this.log = log;
        this.pulse = pulse;
        this.idle = idle;
        this.lifetime = lifetime;
        this.time = new Timekeeper(clocks, this::clockWasSet);
        this.control = new ControlFrames(log.epoch());
        this.all = new Topic(log, Optional.empty(), control);
        this.presence = new Presence(all);
        long period = pulse.period().toMillis();
        var _ = ticker.scheduleAtFixedRate(this::tick, period, period, TimeUnit.MILLISECONDS);
    }

    /// Safe for any thread; never blocks. Costs the same for ten readers as for a thousand; fewer
    /// are written to by the caller.
    public Position publish(Message message) {
        Position position = log.append(message, time.now());
        counters.published(message.type());
        tell(message.session());
        return position;
    }

    /// As [#publish], for an event of another log; empty when its session has it already.
    public Optional<Position> relay(Message message, Numbered number) {
        Optional<Position> position = log.relay(message, number, time.now());
        if (position.isPresent()) {
            counters.published(message.type());
            tell(message.session());
        }
        return position;
    }

    /// As [#publish], for events that the log numbers. Their readers hear of it when the caller
    /// goes on with [#spread], which it must.
    public Admission submit(Submission submission) {
        Admission admission = log.append(submission, time.now());
        if (admission instanceof Admission.Taken) {
            submission.drafts().forEach(draft -> counters.published(draft.type()));
        }
        return admission;
    }

    /// Tells the readers of a session that something was submitted.
    public void spread(String session) {
        spread(Set.of(session));
    }

    /// As above, for several at once; for none, the stations themselves.
    public void spread(Set<String> some) {
        some.forEach(each -> Optional.ofNullable(sessions.get(each)).ifPresent(fanOut::tell));
        fanOut.tell(all);
    }

    private void tell(Optional<String> session) {
        session.map(sessions::get).ifPresent(fanOut::tell);
        fanOut.tell(all);
    }

    public void end(String session) {
        log.end(session, time.now());
    }

    public Topic all() {
        return all;
    }

    /// Empty when there is no such session.
    public Optional<Topic> session(String id) {
        return log.session(id).map(feed -> sessions.compute(id, (_, known) -> topic(feed, known)));
    }

    /// A session whose id was used before has a new log, and its old readers have seen the last of
    /// theirs.
    private Topic topic(SessionLog feed, @Nullable Topic known) {
        if (known != null && known.feed() == feed) {
            return known;
        }
        if (known != null) {
            dismiss(known, Farewell.SESSION_GONE);
        }
        return new Topic(feed, Optional.of(feed.id()), control);
    }

    /// Who watches everything over SSE gets a name for its connection, by which it can change what
    /// it follows; over a WebSocket it says so itself.
    public Cursor cursor(Topic topic, Asked asked, Viewer viewer) {
        boolean named = topic == all && asked.form() == Form.SSE;
        return new Cursor(
                this,
                topic,
                asked,
                named ? Optional.of(newName()) : Optional.empty(),
                viewer,
                time.now());
    }

    public Presence presence() {
        return presence;
    }

    /// Who watches a session; empty when there is no such session.
    public Optional<Collection<Watch>> viewers(String session) {
        return log.session(session)
                .map(_ -> presence.of(session, Optional.ofNullable(sessions.get(session))));
    }

    private static String newName() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    Resume resume(Topic topic, Asked asked) {
        return Resume.of(asked, topic.feed(), new Position(log.epoch(), log.head()));
    }

    ByteBuffer opening(
            Topic topic, Form form, View view, Resume resume, Optional<String> subscription) {
        return control.open(
                form,
                view,
                resume,
                pulse.heartbeat(),
                pulse.heartbeat().multipliedBy(topic.heartbeatsPerBeat()),
                time.now(),
                subscription);
    }

    ControlFrames control() {
        return control;
    }

    public void attach(Reader reader) {
        Topic topic = reader.cursor().topic();
        counters.opened.increment();
        topic.join(reader);
        reader.cursor().subscription().ifPresent(name -> subscriptions.put(name, reader));
        topic.session()
                .filter(id -> log.session(id).isEmpty())
                .ifPresent(_ -> reader.close(Farewell.SESSION_GONE));
        if (draining) {
            reader.close(Farewell.DRAIN);
        }
    }

    public void detach(Reader reader) {
        reader.cursor().topic().leave(reader);
        reader.cursor().subscription().ifPresent(subscriptions::remove);
    }

    /// The connection that bears this name; empty when it is gone.
    public Optional<Reader> subscription(String name) {
        return Optional.ofNullable(subscriptions.get(name));
    }

    /// The present state of a session as JSON; empty when there is no such session.
    public Optional<byte[]> state(String id) {
        return log.session(id)
                .map(session -> {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    control.writeState(out, Optional.of(id), session.snapshot(Filter.ALL));
                    return out.toByteArray();
                });
    }

    public Stats stats() {
        return Stats.of(log, counters, all.readers().size(), readers());
    }

    /// By how many events at most this share of the readers, from 0 to 1, is behind.
    public long lag(double share) {
        long[] lags = cursors().mapToLong(Cursor::lag).sorted().toArray();
        return lags.length == 0 ? 0 : lags[(int) Math.ceil(share * (lags.length - 1))];
    }

    /// The open streams, those that are behind most first.
    public List<Following> following(int limit) {
        return cursors()
                .map(Cursor::following)
                .sorted(Comparator.comparingLong(Following::lag).reversed())
                .limit(limit)
                .toList();
    }

    /// How many readers are behind by so many events.
    public long lagging(long events) {
        return cursors().filter(cursor -> cursor.lag() >= events).count();
    }

    private Stream<Cursor> cursors() {
        return topics().flatMap(topic -> topic.readers().stream()).map(Reader::cursor);
    }

    private int readers() {
        return topics().mapToInt(topic -> topic.readers().size()).sum();
    }

    private Stream<Topic> topics() {
        return Stream.concat(Stream.of(all), sessions.values().stream());
    }

    /// Done now and then, by the ticker; must not block for long.
    public void eachTick(Runnable chore) {
        chores.add(chore);
    }

    /// A session whose producer has gone without a word still has an end that its readers see.
    private void endForgotten(SessionSummary session) {
        counters.forgotten.increment();
        if (submit(abandoned(session)) instanceof Admission.Refused) {
            end(session.session()); // its station numbers its events itself
        }
        spread(session.session());
    }

    private static Submission abandoned(SessionSummary session) {
        return new Submission(
                session.station(),
                session.session(),
                List.of(ABANDONED),
                Submission.Then.ENDS,
                Optional.empty());
    }

    /// Ends the sessions that producers in an earlier process had and cannot go on with: those that
    /// did not leave the numbers to the log.
    public void conclude() {
        log.orphans().forEach(this::conclude);
    }

    /// Ends a session in place of its producer, which has lost it.
    public void conclude(SessionSummary session) {
        log.conclude(abandoned(session), time.now());
        counters.published(ABANDONED.type());
        spread(session.session());
    }

    private void tick() {
        try {
            chores.forEach(Runnable::run);
            log.forgotten(time.now(), idle, lifetime).forEach(this::endForgotten);
            for (String id : log.expire(time.now(), pulse.retention())) {
                Optional.ofNullable(sessions.remove(id))
                        .ifPresent(topic -> dismiss(topic, Farewell.SESSION_GONE));
            }
            long now = System.nanoTime();
            topics().flatMap(topic -> topic.readers().stream()).forEach(reader -> reader.tick(now));
            presence.tick(topics());
        } catch (RuntimeException e) {
            LOG.error("ticker", e); // or the executor would never call again
        }
    }

    private void clockWasSet(Duration jump, Instant now) {
        LOG.warn("the clock was set by {} s", jump.toSeconds());
        log.move(jump, now);
    }

    private static void dismiss(Topic topic, Farewell why) {
        topic.readers().forEach(reader -> reader.close(why));
    }

    /// Asks every reader to leave. Those that cannot be told are cut off by the server's stop.
    public void drain() {
        draining = true;
        topics().forEach(topic -> dismiss(topic, Farewell.DRAIN));
    }

    public boolean isRunning() {
        return !draining;
    }

    public boolean isEmpty() {
        return readers() == 0;
    }

    public Pulse pulse() {
        return pulse;
    }

    public Counters counters() {
        return counters;
    }

    public EventLog log() {
        return log;
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        fanOut.close();
    }
}
