package dev.tanaw.capture.session;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Recorded;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The machine on its way from state to state: takes a signal, carries out what follows, and tells
/// the events. One thread; where the signals come from, and when, is decided by whoever holds it.
final class Course {
    private static final Logger LOG = LoggerFactory.getLogger(Course.class);

    private final CaptureMachine machine;
    private final SessionLoop.Pictures pictures;
    private final Beginnings beginning;
    private final Clock wall;
    private final Consumer<Signal> heard;
    private final Consumer<Recorded> listener;
    private final Numbering numbering = new Numbering();
    private State state;

    /// Makes a session's first signal.
    interface Beginnings {
        /// @param resumed what it goes on with
        Signal of(Optional<OpenSession> resumed, Moment at);
    }

    /// @param heard gets each signal before the events that follow from it
    /// @param listener gets each event once, in order
    Course(
            CaptureMachine machine,
            SessionLoop.Pictures pictures,
            Beginnings beginning,
            Clock wall,
            Consumer<Signal> heard,
            Consumer<Recorded> listener) {
        this.machine = machine;
        this.pictures = pictures;
        this.beginning = beginning;
        this.wall = wall;
        this.heard = heard;
        this.listener = listener;
        this.state = machine.start();
    }

    State state() {
        return state;
    }

    void take(Signal signal) {
        heard.accept(signal);
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
            case Effect.AskSession e -> take(beginning.of(e.resumed(), at));
            case Effect.LookFor e -> pictures.lookFor(e.side());
            case Effect.ClearBurst _ -> pictures.clearBurst();
            case Effect.AddToBurst e -> pictures.addToBurst(e.frame());
            case Effect.KeepBest e -> take(pictures.keepBest(e.session(), e.side(), at));
            case Effect.Read e -> pictures.read(e.session(), e.side());
            case Effect.Compare e -> pictures.compare(e.session());
            case Effect.Drop e -> pictures.drop(e.session(), e.side());
            case Effect.TurnOver e -> pictures.turnOver(e.session());
            case Effect.Release e -> pictures.release(e.session());
        }
    }

    /// @param session empty for the station itself
    void publish(String session, CaptureEvent event, Moment at) {
        listener.accept(numbering.number(session, event, at, Instant.now(wall)));
    }
}
