package dev.tanaw.capture.session;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.session.Signal.FieldRead;
import dev.tanaw.capture.session.Signal.ReadingDone;
import dev.tanaw.capture.session.Signal.ReadingFailed;
import dev.tanaw.capture.session.Signal.ShotKept;
import dev.tanaw.capture.session.Signal.Tick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The part of the machine from the shot until its values are shown: keeping the picture, reading.
final class Extraction {
    /// Some cards keep to no rule: what is then taken by hand is believed.
    private static final int TURNS = 1;

    private final Timings timings;
    private final Journey journey;
    private final Aim aim;

    Extraction(Timings timings, Journey journey, Aim aim) {
        this.timings = timings;
        this.journey = journey;
        this.aim = aim;
    }

    Transition captured(State.Captured state, Signal signal) {
        Session session = state.session();
        return switch (signal) {
            case ShotKept shot when belongs(state, shot.session(), shot.side()) ->
                    kept(state, shot);
            case FieldRead read when reads(state, read.session(), read.side()) ->
                    Transition.to(
                            state.with(
                                    session.knowing(
                                            session.known().with(read.side(), read.field()))),
                            Tell.publish(
                                    session,
                                    new CaptureEvent.FieldExtracted(
                                            read.side(),
                                            read.field(),
                                            read.at().since(state.shotAt()))),
                            Tell.publish(
                                    session,
                                    new CaptureEvent.ExtractionProgressed(
                                            read.side(), read.found(), read.expected())));
            case ReadingDone done when reads(state, done.session(), done.side()) ->
                    read(state, done);
            case ReadingFailed failed when belongs(state, failed.session(), failed.side()) ->
                    unread(state, failed.at(), failed.trouble());
            case Tick tick when state.reading() == State.Reading.DONE ->
                    tick.at().reached(state.shutterUntil())
                            ? show(session, state, tick.at())
                            : Transition.to(state);
            case Tick tick when tick.at().reached(state.deadline()) ->
                    unread(state, tick.at(), Trouble.READING_LATE);
            case Signal.Tick _,
                    Signal.Beginning _,
                    Signal.Seen _,
                    Signal.Reported _,
                    Signal.Wish _,
                    Signal.OfStation _ ->
                    Transition.unmoved(state, signal);
        };
    }

    /// On a document there is something to read; a face is looked at.
    private Transition kept(State.Captured state, ShotKept shot) {
        Session session = state.session();
        Effect told =
                Tell.publish(
                        session,
                        new CaptureEvent.CaptureCompleted(
                                shot.side(),
                                shot.frame(),
                                shot.burst(),
                                shot.dpi(),
                                shot.gates(),
                                shot.components()));
        return shot.side() == Side.FACE
                ? finish(session, state, shot.at(), List.of(told, new Effect.Compare(session.id())))
                : Transition.to(
                        state,
                        told,
                        Tell.publish(session, new CaptureEvent.ExtractionStarted(shot.side())),
                        new Effect.Read(session.id(), shot.side()));
    }

    /// On a face there is nothing to read.
    private static boolean reads(State.Captured state, String session, Side side) {
        return side.ofDocument() && belongs(state, session, side);
    }

    private static boolean belongs(State.Captured state, String session, Side side) {
        return state.session().id().equals(session)
                && state.taken() == side
                && state.reading() == State.Reading.RUNNING;
    }

    private Transition read(State.Captured state, ReadingDone done) {
        Session before = state.session();
        boolean wrongSide = done.side() == Side.FRONT && done.back() && before.lacks(Side.BACK);
        if (wrongSide && before.turned() < TURNS) {
            return turnOver(state, done.at());
        }
        Known known = before.known().finished(done.side(), done.documentType(), done.today());
        Session session = before.knowing(known);
        boolean chosen = before.chosen().isPresent() && done.documentType().equals("unknown");
        // What nobody recognised is what the person said that it is.
        if (done.side() == Side.FRONT && !chosen) {
            session = session.needing(done.sides());
        }
        List<Effect> told = new ArrayList<>();
        // What this side brought is new, also what its fields said one by one.
        Set<Trouble> old = before.known().without(done.side()).troubles();
        known.troubles().stream()
                .filter(trouble -> !old.contains(trouble))
                .forEach(trouble ->
                        told.add(Tell.publish(before, new CaptureEvent.Warned(trouble))));
        told.add(
                Tell.publish(
                        session,
                        new CaptureEvent.ExtractionCompleted(
                                done.side(),
                                done.documentType(),
                                done.fields(),
                                done.confidence(),
                                done.at().since(state.shotAt()))));
        // The person was there first, and the document was taken again.
        if (done.side() == Side.FRONT && session.taken().contains(Side.FACE)) {
            told.add(new Effect.Compare(session.id()));
        }
        return finish(session, state, done.at(), told);
    }

    /// The other side is the front, and looked for again.
    private Transition turnOver(State.Captured state, Moment at) {
        Session session = state.session().turnedOver();
        State next = aim.search(session, Side.FRONT, at, Instruction.OTHER_SIDE);
        return Transition.to(
                next,
                new Effect.ClearBurst(),
                new Effect.TurnOver(session.id()),
                new Effect.LookFor(Side.FRONT),
                Tell.change(session, state, next, at, Instruction.OTHER_SIDE),
                Tell.publish(session, new CaptureEvent.Warned(Trouble.BACK_FIRST)));
    }

    /// The picture of a document is kept even when nothing could be read from it. Of a face there
    /// is nothing but the picture: without one it is looked for again.
    private Transition unread(State.Captured state, Moment at, Trouble trouble) {
        Session session = state.session();
        if (state.taken() == Side.FACE) {
            State next = aim.search(session.missed(Side.FACE), Side.FACE, at);
            return Transition.to(
                    next,
                    new Effect.LookFor(Side.FACE),
                    Tell.publish(session, new CaptureEvent.Warned(trouble)),
                    Tell.change(session, state, next, at, Instruction.SHOW_FACE));
        }
        return finish(
                session,
                state,
                at,
                List.of(
                        Tell.publish(session, new CaptureEvent.Warned(trouble)),
                        Tell.publish(
                                session,
                                new CaptureEvent.ExtractionCompleted(
                                        state.taken(),
                                        "unknown",
                                        0,
                                        0,
                                        at.since(state.shotAt())))));
    }

    private Transition finish(
            Session session, State.Captured state, Moment at, List<Effect> published) {
        if (at.reached(state.shutterUntil())) {
            return show(session, state, at).before(published);
        }
        return Transition.to(
                new State.Captured(
                        session,
                        state.taken(),
                        state.shotAt(),
                        state.shutterUntil(),
                        state.deadline(),
                        State.Reading.DONE),
                published);
    }

    private Transition show(Session session, State.Captured state, Moment at) {
        Known known = session.known();
        boolean doubtful =
                state.taken() == Side.FACE ? !session.blocking().isEmpty() : known.needsEyes();
        boolean wait = journey.stopsAt(Journey.Stop.REVIEW) && doubtful;
        Duration patience = wait ? Duration.ZERO : timings.confirm();
        Optional<Moment> deadline = wait ? Optional.empty() : Optional.of(at.plus(patience));
        State next = new State.Confirm(session.since(at), state.taken(), deadline);
        return Transition.to(
                next, Tell.change(session, state, next, at, Instruction.CHECK, patience));
    }
}
