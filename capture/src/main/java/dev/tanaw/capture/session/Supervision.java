package dev.tanaw.capture.session;

import dev.tanaw.capture.event.ActionOutcome;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.OverrideReason;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.session.Signal.Supervised;
import java.util.List;
import java.util.Optional;

/// The part of the machine that does what supervisors elsewhere ask for. Each command gives exactly
/// one [CaptureEvent.SupervisorActed], done or not: the log of the session is the audit.
final class Supervision {
    private final Review review;

    Supervision(Review review) {
        this.review = review;
    }

    Transition acted(State state, Supervised command) {
        boolean meant =
                state instanceof State.Serving serving
                        && serving.session().id().equals(command.session());
        if (!meant) {
            return Transition.to(
                    state, new Effect.PublishStation(event(command, ActionOutcome.SESSION_OVER)));
        }
        State.Serving serving = (State.Serving) state;
        return state instanceof State.Complete
                ? told(serving, command, ActionOutcome.SESSION_OVER)
                : running(serving, command);
    }

    private Transition running(State.Serving state, Supervised command) {
        Session session = state.session();
        return switch (command.action()) {
            case CLAIM -> claim(state, command);
            case RELEASE -> release(state, command);
            case MESSAGE -> told(state, command, ActionOutcome.DONE);
            case RETAKE_FRONT, RETAKE_BACK, RETAKE_FACE -> retake(state, command);
            case APPROVE ->
                    waits(state)
                            ? first(
                                    review.override(
                                            state,
                                            shown(state),
                                            new Signal.Overrule(
                                                    command.at(),
                                                    OverrideReason.SUPERVISOR_APPROVED)),
                                    session,
                                    command)
                            : told(state, command, ActionOutcome.NOT_ASKED);
            case DECLINE ->
                    waits(state)
                            ? told(
                                    state.with(session.overseen(session.oversight().settled())),
                                    command,
                                    ActionOutcome.DONE)
                            : told(state, command, ActionOutcome.NOT_ASKED);
        };
    }

    private static boolean waits(State.Serving state) {
        return isShown(state)
                && state.session().oversight().approvalAsked()
                && !state.session().blocking().isEmpty();
    }

    /// Where somebody looks at what was found.
    private static boolean isShown(State state) {
        return state instanceof State.Confirm || state instanceof State.Summary;
    }

    private static Side shown(State state) {
        return state.side().filter(Side::ofDocument).orElse(Side.FRONT);
    }

    private static Transition claim(State.Serving state, Supervised command) {
        Session session = state.session();
        return session.oversight().claimedBy().isPresent()
                ? told(state, command, ActionOutcome.CLAIMED)
                : told(
                        state.with(session.overseen(session.oversight().claimed(command.name()))),
                        command,
                        ActionOutcome.DONE);
    }

    private static Transition release(State.Serving state, Supervised command) {
        Session session = state.session();
        Optional<String> by = session.oversight().claimedBy();
        if (by.isEmpty()) {
            return told(state, command, ActionOutcome.NOT_CLAIMED);
        }
        if (!by.get().equals(command.name()) && command.text().isBlank()) {
            return told(state, command, ActionOutcome.REASON_NEEDED);
        }
        return told(
                state.with(session.overseen(session.oversight().released())),
                command,
                ActionOutcome.DONE);
    }

    private Transition retake(State.Serving state, Supervised command) {
        Transition again =
                command.action()
                        .side()
                        .map(side -> review.retake(state, new Signal.Retake(command.at(), side)))
                        .orElseGet(() -> Transition.refused(state));
        return again.accepted()
                ? first(again, state.session(), command)
                : told(state, command, ActionOutcome.NOT_NOW);
    }

    /// The operator wants the document accepted by somebody else.
    static Transition asked(State.Serving state) {
        Session session = state.session();
        boolean can =
                isShown(state)
                        && !session.blocking().isEmpty()
                        && !session.oversight().approvalAsked();
        return can
                ? Transition.to(
                        Company.waiting(state.with(session.overseen(session.oversight().asking()))),
                        Tell.publish(
                                session, new CaptureEvent.ProblemRaised(Trouble.APPROVAL_WANTED)))
                : Transition.refused(state);
    }

    /// Who did it is told before what follows.
    private static Transition first(Transition step, Session session, Supervised command) {
        return step.before(List.of(Tell.publish(session, event(command, ActionOutcome.DONE))));
    }

    private static Transition told(State.Serving state, Supervised command, ActionOutcome outcome) {
        return Transition.to(state, Tell.publish(state.session(), event(command, outcome)));
    }

    private static CaptureEvent event(Supervised command, ActionOutcome outcome) {
        return new CaptureEvent.SupervisorActed(
                command.id(),
                command.action(),
                command.name(),
                command.role(),
                command.text(),
                outcome);
    }
}
