package dev.tanaw.capture.session;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.quality.Subject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Feeds the machine and carries out what it decides, on the thread `session`, the only one that
/// writes the state. Signals wait in a queue of [#WAITING]; when it is full frames are passed over,
/// everything else makes the sender wait.
public final class SessionLoop implements AutoCloseable {
    static final int WAITING = 256;

    private static final Logger LOG = LoggerFactory.getLogger(SessionLoop.class);
    private static final Duration TICK = Duration.ofMillis(50);
    private static final Duration BEAT = Duration.ofSeconds(5);

    private final CaptureMachine machine;
    private final Pictures pictures;
    private final Supplier<String> ids;
    private final Origin origin;
    private final CaptureEvent.StationStatus status;
    private final Clock wall;
    private final Consumer<Recorded> listener;
    private final BlockingQueue<Signal> signals = new ArrayBlockingQueue<>(WAITING);
    private final Numbering numbering = new Numbering();
    private final Thread thread = Thread.ofPlatform().name("session").unstarted(this::run);
    private State state;

    /// What the loop has others do. Called on the session thread.
    public interface Pictures {
        /// From now on frames are searched for this.
        void lookFor(Subject subject);

        void clearBurst();

        void addToBurst(long frame);

        /// Answers with [Signal.ShotKept], or [Signal.ReadingFailed] when there was no picture.
        Signal keepBest(String session, Side side, Moment at);

        void read(String session, Side side);

        void compare(String session);

        void drop(String session, Side side);

        void release(String session);
    }

    /// Where the pictures come from, for the first event of each session.
    public record Origin(String camera, boolean demonstration) {}

    /// @param ids a new session id for each call
    /// @param status the first thing that the station tells of itself; beats follow
    /// @param listener gets each event once, in order, on the session thread; must not block
    public SessionLoop(
            CaptureMachine machine,
            Pictures pictures,
            Supplier<String> ids,
            Origin origin,
            CaptureEvent.StationStatus status,
            Clock wall,
            Consumer<Recorded> listener) {
        this.machine = machine;
        this.pictures = pictures;
        this.ids = ids;
        this.origin = origin;
        this.status = status;
        this.wall = wall;
        this.listener = listener;
        this.state = machine.start();
    }

    public void start() {
        thread.start();
    }

    /// A frame was looked at; passed over when the loop is busy, the next one is on its way.
    public void seen(Signal ofFrame) {
        if (!signals.offer(ofFrame)) {
            LOG.debug("a frame was passed over: {} signals wait", WAITING);
        }
    }

    public void send(Signal signal) throws InterruptedException {
        signals.put(signal);
    }

    /// A new session's first signal.
    Signal.Begin beginning() {
        return new Signal.Begin(Moment.now(), ids.get(), origin.camera(), origin.demonstration());
    }

    private void run() {
        try {
            Moment ticked = Moment.now();
            publish("", status, ticked);
            Moment beaten = beat(ticked);
            boolean left = false;
            while (!left) {
                Signal signal = signals.poll(TICK.toMillis(), TimeUnit.MILLISECONDS);
                if (signal != null) {
                    take(signal);
                    left = signal instanceof Signal.Leave;
                }
                Moment now = Moment.now();
                if (now.since(ticked).compareTo(TICK) >= 0) {
                    ticked = now;
                    take(new Signal.Tick(now));
                }
                if (now.since(beaten).compareTo(BEAT) >= 0) {
                    beaten = beat(now);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("the session thread ended by a defect", e);
        }
    }

    private Moment beat(Moment at) {
        publish("", new CaptureEvent.StationBeat(BEAT), at);
        return at;
    }

    private void take(Signal signal) {
        Transition transition = machine.step(state, signal);
        if (!transition.accepted()) {
            LOG.info("{} means nothing in {}", signal.getClass().getSimpleName(), state.step());
        }
        state = transition.next();
        transition.effects().forEach(effect -> carryOut(effect, signal.at()));
    }

    private void carryOut(Effect effect, Moment at) {
        switch (effect) {
            case Effect.Publish e -> publish(e.session(), e.event(), at);
            case Effect.PublishStation e -> publish("", e.event(), at);
            case Effect.AskSession _ -> take(beginning());
            case Effect.LookFor e -> pictures.lookFor(e.subject());
            case Effect.ClearBurst _ -> pictures.clearBurst();
            case Effect.AddToBurst e -> pictures.addToBurst(e.frame());
            case Effect.KeepBest e -> take(pictures.keepBest(e.session(), e.side(), at));
            case Effect.Read e -> pictures.read(e.session(), e.side());
            case Effect.Compare e -> pictures.compare(e.session());
            case Effect.Drop e -> pictures.drop(e.session(), e.side());
            case Effect.Release e -> pictures.release(e.session());
        }
    }

    private void publish(String session, CaptureEvent event, Moment at) {
        listener.accept(numbering.number(session, event, at, Instant.now(wall)));
    }

    /// Ends the running session, so that whoever watches hears of it, and then the thread.
    @Override
    public void close() {
        if (thread.isAlive() && !signals.offer(new Signal.Leave(Moment.now()))) {
            LOG.warn("the station closes while {} signals wait; its session has no end", WAITING);
        }
        Ending.calmly(thread);
    }
}
