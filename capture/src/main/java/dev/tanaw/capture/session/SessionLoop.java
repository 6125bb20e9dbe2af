package dev.tanaw.capture.session;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.event.Side;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
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
    static final Duration TICK = Duration.ofMillis(50);
    private static final Duration BEAT = Duration.ofSeconds(5);

    private final Course course;
    private final Supplier<String> ids;
    private final Origin origin;
    private final CaptureEvent.StationStatus status;
    private final BlockingQueue<Signal> signals = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread = Thread.ofPlatform().name("session").unstarted(this::run);

    /// What the loop has others do. Called on the session thread.
    public interface Pictures {
        /// From now on frames are searched for what this side is of.
        void lookFor(Side side);

        void clearBurst();

        void addToBurst(long frame);

        /// Answers with [Signal.ShotKept], or [Signal.ReadingFailed] when there was no picture.
        Signal keepBest(String session, Side side, Moment at);

        void read(String session, Side side);

        void compare(String session);

        void drop(String session, Side side);

        void turnOver(String session);

        void release(String session);
    }

    /// Where the pictures come from, for the first event of each session.
    public record Origin(String camera, boolean demonstration) {}

    /// @param ids a new session id for each call
    /// @param status the first thing that the station tells of itself; beats follow
    /// @param heard gets each signal before the events that follow from it, on the session thread;
    ///   must not block
    /// @param listener gets each event once, in order, on the session thread; must not block
    public SessionLoop(
            CaptureMachine machine,
            Pictures pictures,
            Supplier<String> ids,
            Origin origin,
            CaptureEvent.StationStatus status,
            Clock wall,
            Consumer<Signal> heard,
            Consumer<Recorded> listener) {
        this.ids = ids;
        this.origin = origin;
        this.status = status;
        this.course = new Course(machine, pictures, this::beginning, wall, heard, listener);
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
    Signal.Beginning beginning(Optional<OpenSession> resumed, Moment at) {
        String id = ids.get();
        return resumed.<Signal.Beginning>map(left ->
                        new Signal.Resume(at, id, origin.camera(), origin.demonstration(), left))
                .orElseGet(() -> new Signal.Begin(at, id, origin.camera(), origin.demonstration()));
    }

    private void run() {
        try {
            Moment ticked = Moment.now();
            course.publish("", status, ticked);
            Moment beaten = beat(ticked);
            boolean left = false;
            while (!left) {
                Signal signal = signals.poll(TICK.toMillis(), TimeUnit.MILLISECONDS);
                if (signal != null) {
                    course.take(signal);
                    left = signal instanceof Signal.Leave;
                }
                Moment now = Moment.now();
                if (now.since(ticked).compareTo(TICK) >= 0) {
                    ticked = now;
                    course.take(new Signal.Tick(now));
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
        course.publish("", new CaptureEvent.StationBeat(BEAT), at);
        return at;
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
