package dev.tanaw.capture.session;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Correction;
import dev.tanaw.capture.event.DocumentKind;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.session.Signal.SkipBack;
import dev.tanaw.capture.session.Signal.Tick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The part of the machine after the reading: looking at it, correcting it, turning the document
/// over.
final class Review {
    /// From this retake on a member of staff is offered.
    private static final int MANY_RETAKES = 3;

    private final Timings timings;
    private final Aim aim;
    private final Journey journey;

    Review(Timings timings, Aim aim, Journey journey) {
        this.timings = timings;
        this.aim = aim;
        this.journey = journey;
    }

    Transition confirm(State.Confirm state, Signal signal) {
        return switch (signal) {
            case Signal.Confirm confirm when !blocked(state.session()) ->
                    goOn(state, state.session(), confirm.at());
            case Tick tick when state.deadline().filter(tick.at()::reached).isPresent() ->
                    goOn(state, state.session(), tick.at());
            case SkipBack skip when state.shown() == Side.FRONT && !blocked(state.session()) ->
                    goOn(state, state.session().needing(Set.of(Side.FRONT)), skip.at());
            case Signal.Overrule override ->
                    override(
                            state,
                            state.shown().ofDocument() ? state.shown() : Side.FRONT,
                            override);
            case Signal.Edit edit -> edit(state, edit);
            case Signal.Tick _,
                    Signal.Beginning _,
                    Signal.Seen _,
                    Signal.Reported _,
                    Signal.Wish _,
                    Signal.OfStation _ ->
                    Transition.unmoved(state, signal);
        };
    }

    /// Whether somebody has to take it upon themselves first.
    private boolean blocked(Session session) {
        return journey.stopsAt(Journey.Stop.REVIEW) && !session.blocking().isEmpty();
    }

    Transition override(State.Serving state, Side side, Signal.Overrule override) {
        Set<Trouble> open = state.session().blocking();
        if (open.isEmpty()) {
            return Transition.refused(state);
        }
        Session session =
                state.session()
                        .knowing(state.session().known().accepting(open))
                        .overseen(state.session().oversight().settled());
        Effect told =
                Tell.publish(
                        session,
                        new CaptureEvent.Overridden(
                                side, override.reason(), open.stream().sorted().toList()));
        Transition next =
                switch (state) {
                    case State.Confirm confirm -> goOn(confirm, session, override.at());
                    case State.Summary summary -> complete(session, summary, override.at());
                    case State.Consent _,
                            State.Choosing _,
                            State.Aiming _,
                            State.Captured _,
                            State.Flip _,
                            State.Complete _ ->
                            Transition.refused(state);
                };
        return next.before(List.of(told));
    }

    /// The other side is kept. While a picture is being read only that one can be taken again.
    Transition retake(State.Serving state, Signal.Retake retake) {
        Session session = state.session();
        Side side = retake.side();
        boolean other = state instanceof State.Captured captured && captured.taken() != side;
        if (state instanceof State.Complete || other || !session.taken().contains(side)) {
            return Transition.refused(state);
        }
        Session without = session.without(side);
        if (side == Side.FRONT) {
            without =
                    without.needing(
                            session.chosen().map(DocumentKind::sides).orElse(Side.OF_DOCUMENT));
        }
        Side next = without.taken().contains(Side.FRONT) ? side : Side.FRONT;
        List<Effect> first = new ArrayList<>();
        first.add(new Effect.Drop(session.id(), side));
        if (without.retakes() == MANY_RETAKES) {
            first.add(Tell.publish(session, new CaptureEvent.Warned(Trouble.MANY_RETAKES)));
        }
        return toSearch(without, state, next, retake.at()).before(first);
    }

    /// The typed value counts, what was read is kept, and nothing goes on by itself any more.
    private static Transition edit(State.Serving state, Signal.Edit edit) {
        Session session = state.session();
        Optional<String> value = Correction.of(edit.name(), edit.value());
        if (value.isEmpty() || !session.taken().contains(edit.side())) {
            return Transition.refused(state);
        }
        Optional<Field> before = session.known().value(edit.side(), edit.name());
        Field typed =
                new Field(
                        edit.name(),
                        value.get(),
                        1,
                        Field.Source.TYPED,
                        List.of(),
                        false,
                        before.map(Field::box).orElse(List.of()));
        Known known = session.known().typed(edit.side(), typed);
        State.Serving next = state.with(session.knowing(known).noticed(Attention.from(edit.at())));
        List<Effect> told = new ArrayList<>();
        told.add(
                Tell.publish(
                        session,
                        new CaptureEvent.FieldEdited(
                                edit.side(), typed, known.original(edit.side(), edit.name()))));
        // What the new value did not put right is said again: the rest no longer holds.
        session.knowing(known)
                .blocking()
                .forEach(trouble ->
                        told.add(Tell.publish(session, new CaptureEvent.Warned(trouble))));
        return Transition.to(Company.waiting(next), told);
    }

    /// What is needed and not there yet: the front, the back, the face; or else the end.
    Transition goOn(State state, Session known, Moment at) {
        Session session = known.overseen(known.oversight().settled());
        if (session.whole()) {
            return wrapUp(session, state, at);
        }
        if (!session.taken().contains(Side.FRONT)) {
            return toSearch(session, state, Side.FRONT, at);
        }
        if (!session.lacks(Side.BACK)) {
            return toSearch(session, state, Side.FACE, at);
        }
        State next = new State.Flip(session.since(at), at.plus(timings.flip()));
        return Transition.to(
                next, Tell.change(session, state, next, at, Instruction.FLIP, timings.flip()));
    }

    Transition summary(State.Summary state, Signal signal) {
        return switch (signal) {
            case Signal.Confirm confirm when !blocked(state.session()) ->
                    complete(state.session(), state, confirm.at());
            case Tick tick when state.deadline().filter(tick.at()::reached).isPresent() ->
                    complete(state.session(), state, tick.at());
            case Signal.Overrule override -> override(state, Side.FRONT, override);
            case Signal.Edit edit -> edit(state, edit);
            case Signal.Tick _,
                    Signal.Beginning _,
                    Signal.Seen _,
                    Signal.Reported _,
                    Signal.Wish _,
                    Signal.OfStation _ ->
                    Transition.unmoved(state, signal);
        };
    }

    Transition flip(State.Flip state, Signal signal) {
        return switch (signal) {
            case SkipBack skip ->
                    goOn(state, state.session().needing(Set.of(Side.FRONT)), skip.at());
            case Tick tick when tick.at().reached(state.until()) ->
                    toSearch(state.session(), state, Side.BACK, tick.at());
            case Signal.Tick _,
                    Signal.Beginning _,
                    Signal.Seen _,
                    Signal.Reported _,
                    Signal.Wish _,
                    Signal.OfStation _ ->
                    Transition.unmoved(state, signal);
        };
    }

    Transition toSearch(Session session, State from, Side side, Moment at) {
        State next = aim.search(session, side, at);
        return Transition.to(
                next,
                new Effect.ClearBurst(),
                new Effect.LookFor(side),
                Tell.change(session, from, next, at, Aim.call(side)));
    }

    /// Without a picture of the face, because somebody said why.
    Transition skipFace(State.Aiming state, Signal.SkipFace skip) {
        Session session = state.session().withoutFace();
        return goOn(state, session, skip.at())
                .before(
                        List.of(
                                Tell.publish(
                                        session,
                                        new CaptureEvent.Overridden(
                                                Side.FACE,
                                                skip.reason(),
                                                List.of(Trouble.FACE_SKIPPED)))));
    }

    /// Every side that is needed is there.
    private Transition wrapUp(Session session, State from, Moment at) {
        // Whoever skipped what was to be taken again has not accepted the rest.
        if (!journey.stopsAt(Journey.Stop.SUMMARY) && !blocked(session)) {
            return complete(session, from, at);
        }
        boolean wait = !session.blocking().isEmpty();
        Duration patience = wait ? Duration.ZERO : timings.summary();
        State next =
                new State.Summary(
                        session.since(at),
                        wait ? Optional.empty() : Optional.of(at.plus(patience)));
        return Transition.to(
                next,
                new Effect.ClearBurst(),
                Tell.change(session, from, next, at, Instruction.CHECK, patience));
    }

    private Transition complete(Session session, State from, Moment at) {
        State next = new State.Complete(session.since(at), at.plus(timings.done()));
        return Transition.to(
                next,
                new Effect.ClearBurst(),
                Tell.change(session, from, next, at, Instruction.DONE, timings.done()));
    }
}
