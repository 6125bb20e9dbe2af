package dev.tanaw.capture.session;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.session.Signal.Begin;
import dev.tanaw.capture.session.Signal.CameraFound;
import dev.tanaw.capture.session.Signal.CameraLost;
import dev.tanaw.capture.session.Signal.Cancel;
import dev.tanaw.capture.session.Signal.FieldRead;
import dev.tanaw.capture.session.Signal.Judged;
import dev.tanaw.capture.session.Signal.Leave;
import dev.tanaw.capture.session.Signal.Moved;
import dev.tanaw.capture.session.Signal.ReadingDone;
import dev.tanaw.capture.session.Signal.ReadingFailed;
import dev.tanaw.capture.session.Signal.Retake;
import dev.tanaw.capture.session.Signal.ShootNow;
import dev.tanaw.capture.session.Signal.ShotKept;
import dev.tanaw.capture.session.Signal.SkipBack;
import dev.tanaw.capture.session.Signal.Tick;
import java.util.List;
import java.util.Set;

/// The part of the machine after the shot: reading, looking at it, turning the document over.
final class Review {
    private final Timings timings;
    private final Aim aim;

    Review(Timings timings, Aim aim) {
        this.timings = timings;
        this.aim = aim;
    }

    Transition captured(State.Captured state, Signal signal) {
        Session session = state.session();
        return switch (signal) {
            case ShotKept shot when belongs(state, shot.session(), shot.side()) ->
                    Transition.to(
                            state,
                            Tell.publish(
                                    session,
                                    new CaptureEvent.CaptureCompleted(
                                            shot.side(),
                                            shot.frame(),
                                            shot.burst(),
                                            shot.dpi(),
                                            shot.gates())),
                            Tell.publish(session, new CaptureEvent.ExtractionStarted(shot.side())),
                            new Effect.Read(session.id(), shot.side()));
            case FieldRead read when belongs(state, read.session(), read.side()) ->
                    Transition.to(
                            state,
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
            case ReadingDone done when belongs(state, done.session(), done.side()) ->
                    read(state, done);
            case ReadingFailed failed when belongs(state, failed.session(), failed.side()) ->
                    unread(state, failed.at(), failed.code());
            case Tick tick when state.reading() == State.Reading.DONE ->
                    tick.at().reached(state.shutterUntil())
                            ? show(session, state, tick.at())
                            : Transition.to(state);
            case Tick tick when tick.at().reached(state.deadline()) ->
                    unread(state, tick.at(), "READ-01");
            case Judged _,
                    Moved _,
                    Tick _,
                    ShotKept _,
                    FieldRead _,
                    ReadingDone _,
                    ReadingFailed _,
                    Begin _,
                    ShootNow _,
                    Signal.Confirm _,
                    Retake _,
                    SkipBack _,
                    Cancel _,
                    Leave _,
                    CameraLost _,
                    CameraFound _,
                    Signal.Notice _ ->
                    Transition.unmoved(state, signal);
        };
    }

    private static boolean belongs(State.Captured state, String session, Side side) {
        return state.session().id().equals(session)
                && state.taken() == side
                && state.reading() == State.Reading.RUNNING;
    }

    private Transition read(State.Captured state, ReadingDone done) {
        Session session = state.session();
        if (done.side() == Side.FRONT) {
            session = session.needing(done.sides());
        }
        return finish(
                session,
                state,
                done.at(),
                Tell.publish(
                        session,
                        new CaptureEvent.ExtractionCompleted(
                                done.side(),
                                done.documentType(),
                                done.fields(),
                                done.confidence(),
                                done.at().since(state.shotAt()))));
    }

    /// The picture is kept even when nothing could be read from it.
    private Transition unread(State.Captured state, Moment at, String code) {
        Session session = state.session();
        return finish(
                session,
                state,
                at,
                Tell.publish(session, new CaptureEvent.Warned(code)),
                Tell.publish(
                        session,
                        new CaptureEvent.ExtractionCompleted(
                                state.taken(), "unknown", 0, 0, at.since(state.shotAt()))));
    }

    private Transition finish(
            Session session, State.Captured state, Moment at, Effect... published) {
        if (at.reached(state.shutterUntil())) {
            return show(session, state, at).before(List.of(published));
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
        State next =
                new State.Confirm(session.since(at), state.taken(), at.plus(timings.confirm()));
        return Transition.to(
                next, Tell.change(session, state, next, at, Instruction.CHECK, timings.confirm()));
    }

    Transition confirm(State.Confirm state, Signal signal) {
        boolean go =
                switch (signal) {
                    case Signal.Confirm _ -> true;
                    case Tick tick -> tick.at().reached(state.deadline());
                    case SkipBack _ -> state.shown() == Side.FRONT;
                    case Judged _,
                            Moved _,
                            Begin _,
                            ShotKept _,
                            FieldRead _,
                            ReadingDone _,
                            ReadingFailed _,
                            ShootNow _,
                            Retake _,
                            Cancel _,
                            Leave _,
                            CameraLost _,
                            CameraFound _,
                            Signal.Notice _ ->
                            false;
                };
        if (!go) {
            return Transition.unmoved(state, signal);
        }
        Session session =
                signal instanceof SkipBack
                        ? state.session().needing(Set.of(Side.FRONT))
                        : state.session();
        if (session.whole()) {
            return complete(session, state, signal.at());
        }
        if (!session.taken().contains(Side.FRONT)) {
            return toSearch(session, state, Side.FRONT, signal.at());
        }
        State next = new State.Flip(session.since(signal.at()), signal.at().plus(timings.flip()));
        return Transition.to(
                next,
                Tell.change(session, state, next, signal.at(), Instruction.FLIP, timings.flip()));
    }

    Transition flip(State.Flip state, Signal signal) {
        return switch (signal) {
            case SkipBack skip ->
                    complete(state.session().needing(Set.of(Side.FRONT)), state, skip.at());
            case Tick tick when tick.at().reached(state.until()) ->
                    toSearch(state.session(), state, Side.BACK, tick.at());
            case Judged _,
                    Moved _,
                    Tick _,
                    Begin _,
                    ShotKept _,
                    FieldRead _,
                    ReadingDone _,
                    ReadingFailed _,
                    ShootNow _,
                    Signal.Confirm _,
                    Retake _,
                    Cancel _,
                    Leave _,
                    CameraLost _,
                    CameraFound _,
                    Signal.Notice _ ->
                    Transition.unmoved(state, signal);
        };
    }

    Transition toSearch(Session session, State from, Side side, Moment at) {
        State next = aim.search(session, side, at);
        return Transition.to(
                next,
                new Effect.ClearBurst(),
                Tell.change(session, from, next, at, Aim.call(side)));
    }

    Transition complete(Session session, State from, Moment at) {
        State next = new State.Complete(session.since(at), at.plus(timings.done()));
        return Transition.to(
                next,
                new Effect.ClearBurst(),
                Tell.change(session, from, next, at, Instruction.DONE, timings.done()));
    }
}
