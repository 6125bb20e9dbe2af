package dev.tanaw.capture.session;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Presence;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import java.time.Duration;
import java.util.Optional;

/// The part of the machine that notices whether anybody is there: says that nothing is in view,
/// warns before it gives a session up, and takes a touch for an answer.
final class Company {
    private final Timings timings;

    Company(Timings timings) {
        this.timings = timings;
    }

    /// What silence means by now; empty when there is nothing to say.
    Optional<Transition> silence(State.Serving state, Moment at) {
        Attention attention = state.session().attention();
        Duration quiet = at.since(attention.active());
        if (attention.said() != Attention.Said.IDLE
                && reached(quiet, timings.idle().minus(timings.warning()))) {
            return Optional.of(
                    says(
                            state,
                            Attention.Said.IDLE,
                            new CaptureEvent.PresenceChanged(
                                    Presence.IDLE, timings.idle().minus(quiet))));
        }
        if (state instanceof State.Searching searching
                && attention.said() == Attention.Said.NOTHING
                && reached(quiet, timings.missing())) {
            return Optional.of(
                    says(
                            state,
                            Attention.Said.MISSING,
                            new CaptureEvent.Warned(missing(searching.aimedAt()))));
        }
        return Optional.empty();
    }

    private static Trouble missing(Side side) {
        return side.ofDocument() ? Trouble.DOCUMENT_MISSING : Trouble.FACE_MISSING;
    }

    /// Where nothing goes on unless somebody does something.
    boolean waits(State state) {
        return switch (state) {
            case State.Consent _, State.Choosing _, State.Aiming _ -> true;
            case State.Confirm confirm -> confirm.deadline().isEmpty();
            case State.Summary summary -> summary.deadline().isEmpty();
            case State.Ready _,
                    State.Interrupted _,
                    State.Captured _,
                    State.Flip _,
                    State.Complete _ ->
                    false;
        };
    }

    boolean over(State.Serving state, Moment at) {
        return reached(at.since(state.session().attention().active()), timings.idle());
    }

    /// Somebody touched the screen.
    Transition here(State.Serving state, Moment at) {
        State.Serving awake = state.with(state.session().noticed(Attention.from(at)));
        return Transition.to(waiting(awake), told(state.session()));
    }

    /// A document in view is a person there.
    Transition seen(State.Aiming state, Moment at, Transition step) {
        if (!(step.next() instanceof State.Aiming next)) {
            return step;
        }
        boolean warned = state.session().attention().said() == Attention.Said.IDLE;
        Transition awake =
                Transition.to(
                        next.with(next.session().noticed(Attention.from(at))), step.effects());
        return warned ? awake.before(java.util.List.of(told(state.session()))) : awake;
    }

    /// Whoever looks at it must not see it go on by itself.
    static State waiting(State.Serving state) {
        return switch (state) {
            case State.Confirm confirm ->
                    new State.Confirm(confirm.session(), confirm.shown(), Optional.empty());
            case State.Summary summary -> new State.Summary(summary.session(), Optional.empty());
            case State.Consent _,
                    State.Choosing _,
                    State.Aiming _,
                    State.Captured _,
                    State.Flip _,
                    State.Complete _ ->
                    state;
        };
    }

    private static Transition says(State.Serving state, Attention.Said said, CaptureEvent event) {
        Session session = state.session();
        return Transition.to(
                state.with(session.noticed(session.attention().saying(said))),
                Tell.publish(session, event));
    }

    private static Effect told(Session session) {
        return Tell.publish(
                session, new CaptureEvent.PresenceChanged(Presence.HERE, Duration.ZERO));
    }

    private static boolean reached(Duration quiet, Duration limit) {
        return quiet.compareTo(limit) >= 0;
    }
}
