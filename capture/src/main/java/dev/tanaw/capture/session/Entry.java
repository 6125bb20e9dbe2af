package dev.tanaw.capture.session;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.ConsentAnswer;
import dev.tanaw.capture.event.DocumentKind;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.quality.Subject;
import java.util.List;
import java.util.Optional;

/// The part of the machine before the camera matters: consent, and what the document is.
final class Entry {
    /// Frames with a document in view that answer the question what it is: it will be read.
    private static final int RECOGNISED_AFTER = 5;

    /// Frames with a document in view before a session starts by itself.
    private static final int CALLS_FOR_SERVICE = 5;

    private final Journey journey;
    private final Aim aim;

    Entry(Journey journey, Aim aim) {
        this.journey = journey;
        this.aim = aim;
    }

    static Transition ready(State.Ready ready, Signal signal) {
        if (!(signal instanceof Signal.Judged judged)) {
            return Transition.unmoved(ready, signal);
        }
        if (judged.measurement().subject() != Subject.DOCUMENT) {
            return Transition.to(ready);
        }
        if (!judged.measurement().found()) {
            return Transition.to(State.Ready.ARMED);
        }
        if (!ready.armed()) {
            return Transition.to(ready);
        }
        int seen = ready.seen() + 1;
        return seen < CALLS_FOR_SERVICE
                ? Transition.to(new State.Ready(true, seen))
                : Transition.to(State.Ready.DISARMED, new Effect.AskSession());
    }

    /// Where a new session starts. Who goes on is not asked again what they have answered, unless
    /// the wording has changed since.
    Transition first(Session session, Optional<OpenSession> resumed, Moment at) {
        boolean agreed =
                resumed.map(OpenSession::consent).filter(journey.consentText()::equals).isPresent();
        if (journey.stopsAt(Journey.Stop.CONSENT) && !agreed) {
            return to(State.Ready.ARMED, session, new State.Consent(session), at);
        }
        return resumed.stream()
                .flatMap(left -> left.chosen().stream())
                .findFirst()
                .map(kind ->
                        search(State.Ready.ARMED, session.choosing(kind), at)
                                .before(List.of(chosen(session, kind))))
                .orElseGet(() -> afterConsent(State.Ready.ARMED, session, at));
    }

    private static Effect chosen(Session session, DocumentKind kind) {
        return Tell.publish(session, new CaptureEvent.DocumentChosen(kind));
    }

    Transition consent(State.Consent state, Signal signal) {
        return signal instanceof Signal.Agree agree
                ? afterConsent(state, state.session(), agree.at())
                        .before(List.of(answered(state.session(), ConsentAnswer.AGREED)))
                : Transition.unmoved(state, signal);
    }

    Effect answered(Session session, ConsentAnswer answer) {
        return Tell.publish(
                session, new CaptureEvent.ConsentAnswered(answer, journey.consentText()));
    }

    private Transition afterConsent(State from, Session session, Moment at) {
        return journey.stopsAt(Journey.Stop.CHOICE)
                ? to(from, session, new State.Choosing(session.since(at), 0), at)
                : search(from, session, at);
    }

    Transition choosing(State.Choosing state, Signal signal) {
        return switch (signal) {
            case Signal.Choose choose ->
                    search(state, state.session().choosing(choose.kind()), choose.at())
                            .before(List.of(chosen(state.session(), choose.kind())));
            case Signal.Judged judged -> {
                boolean found =
                        judged.measurement().subject() == Subject.DOCUMENT
                                && judged.measurement().found();
                int seen = found ? state.seen() + 1 : 0;
                yield seen < RECOGNISED_AFTER
                        ? Transition.to(new State.Choosing(state.session(), seen))
                        : search(state, state.session(), judged.at());
            }
            case Signal.Tick _,
                    Signal.Beginning _,
                    Signal.Seen _,
                    Signal.Reported _,
                    Signal.Wish _,
                    Signal.OfStation _ ->
                    Transition.unmoved(state, signal);
        };
    }

    private Transition search(State from, Session session, Moment at) {
        State next = aim.search(session, Side.FRONT, at);
        return Transition.to(next, Tell.change(session, from, next, at, Instruction.SHOW_DOCUMENT));
    }

    private static Transition to(State from, Session session, State.Serving next, Moment at) {
        Instruction instruction =
                next instanceof State.Consent
                        ? Instruction.ASK_CONSENT
                        : Instruction.CHOOSE_DOCUMENT;
        return Transition.to(next, Tell.change(session, from, next, at, instruction));
    }
}
