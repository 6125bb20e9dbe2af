package dev.tanaw.capture.session;

import dev.tanaw.capture.event.CancelReason;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Movement;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.quality.Gates;
import dev.tanaw.capture.quality.Guidance;
import dev.tanaw.capture.quality.Subject;
import dev.tanaw.capture.quality.Verdict;
import dev.tanaw.capture.session.Signal.Judged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The part of the machine that looks at frames: from the first sight of a document to the shot.
final class Aim {
    private final Timings timings;
    private final Gates gates;
    private final Company company;
    private final Reports telling;

    Aim(Timings timings, Gates gates) {
        this.timings = timings;
        this.gates = gates;
        this.company = new Company(timings);
        this.telling = new Reports(timings);
    }

    static Instruction call(Side side) {
        return switch (side) {
            case FRONT -> Instruction.SHOW_DOCUMENT;
            case BACK -> Instruction.SHOW_BACK;
            case FACE -> Instruction.SHOW_FACE;
        };
    }

    State.Searching search(Session session, Side side, Moment at) {
        return search(session, side, at, call(side));
    }

    State.Searching search(Session session, Side side, Moment at, Instruction first) {
        return new State.Searching(session.since(at).aimingFrom(at), side, Watch.start(at, first));
    }

    Transition judged(State.Aiming state, Judged judged) {
        Moment at = judged.at();
        if (judged.measurement().subject() != Subject.of(state.aimedAt())) {
            return Transition.to(state); // looked at before it was known what is wanted now
        }
        Verdict verdict = gates.judge(judged.measurement(), state.watch().held());
        if (state instanceof State.Countdown && state.watch().outOfTime(at)) {
            // A countdown whose clock was set back would last for as long as it jumped.
            return giveUp(state, CancelReason.STABILITY_LOST, Instruction.HOLD_STILL, at);
        }
        Room room = state.watch().room().after(at, judged.measurement(), verdict);
        Watch seen = state.watch().after(at, verdict);
        List<Effect> reports = Reports.gates(state, seen, verdict);
        if (room.worthTelling(at)) {
            room.wrong().ifPresent(wrong -> reports.add(warning(state.session(), wrong)));
            room = room.toldNow();
        }
        Watch told = seen.gatesTold().in(room);
        Transition step =
                switch (state) {
                    case State.Searching searching when searching.aimedAt() == Side.FACE ->
                            asking(searching, told, verdict, judged);
                    case State.Searching searching -> searching(searching, told, verdict, at);
                    case State.Locked locked -> locked(locked, told, verdict, judged);
                    case State.Countdown countdown -> countdown(countdown, told, verdict, judged);
                };
        Transition whole = telling.quality(step.before(reports), state, verdict, judged);
        return judged.measurement().found() ? company.seen(state, at, whole) : whole;
    }

    private static Effect warning(Session session, Trouble trouble) {
        return Tell.publish(session, new CaptureEvent.Warned(trouble));
    }

    /// Until the movements that are asked for have been seen nothing else is looked for.
    private Transition asking(State.Searching state, Watch seen, Verdict verdict, Judged judged) {
        Moment at = judged.at();
        boolean face = verdict.passes(Gate.FACE) && verdict.passes(Gate.ONE_FACE);
        Challenge.Seen asked = state.session().challenge().after(at, judged.measurement(), face);
        State.Searching next = state.with(state.session().challenged(asked.next()));
        List<Effect> told = told(next.session(), asked);
        Optional<Instruction> movement = asked.next().movement().map(Movement::instruction);
        if (movement.isEmpty()) {
            return searching(next, seen, verdict, at).before(told);
        }
        Watch saying =
                face
                        ? seen.saying(Guidance.start(movement.get()))
                        : guided(state, seen, verdict, Instruction.SHOW_FACE);
        return Transition.to(new State.Searching(next.session(), Side.FACE, saying), told);
    }

    private static List<Effect> told(Session session, Challenge.Seen asked) {
        List<Effect> effects = new ArrayList<>();
        asked.told()
                .ifPresent(what -> {
                    effects.add(
                            Tell.publish(
                                    session,
                                    new CaptureEvent.MovementAsked(
                                            what.movement(),
                                            what.answer(),
                                            what.number(),
                                            session.challenge().asked().size())));
                    if (what.answer() == Movement.Answer.NOT_SEEN) {
                        effects.add(warning(session, Trouble.MOVEMENT_NOT_SEEN));
                    }
                });
        return effects;
    }

    private Transition searching(State.Searching state, Watch seen, Verdict verdict, Moment at) {
        if (verdict.framed() && seen.stillFor(timings.lockAfter(), at)) {
            Watch saying = seen.saying(Guidance.start(verdict.remedy().orElse(Instruction.STEADY)));
            State next = new State.Locked(state.session().since(at), state.aimedAt(), saying);
            return Transition.to(next, change(state, next, at, saying));
        }
        return Transition.to(
                new State.Searching(
                        state.session(),
                        state.aimedAt(),
                        guided(state, seen, verdict, call(state.aimedAt()))));
    }

    private Transition locked(State.Locked state, Watch seen, Verdict verdict, Judged judged) {
        Moment at = judged.at();
        if (!verdict.framed() || seen.stillSince().isEmpty()) {
            return giveUp(
                    state,
                    verdict.reason().orElse(CancelReason.STABILITY_LOST),
                    verdict.remedy().orElse(Instruction.HOLD_STILL),
                    at);
        }
        if (verdict.good() && seen.mostlyGood() && seen.stillFor(timings.stillFor(), at)) {
            Watch saying = seen.saying(Guidance.start(Instruction.DO_NOT_MOVE));
            State next =
                    new State.Countdown(
                            state.session().since(at),
                            state.aimedAt(),
                            saying,
                            at,
                            at.plus(timings.countdown(state.aimedAt())));
            return Transition.to(
                    next,
                    new Effect.ClearBurst(),
                    new Effect.AddToBurst(judged.frame()),
                    Tell.change(
                            state.session(),
                            state,
                            next,
                            at,
                            Instruction.DO_NOT_MOVE,
                            timings.countdown(state.aimedAt())),
                    Tell.publish(
                            state.session(),
                            new CaptureEvent.CaptureStarted(
                                    state.aimedAt(), timings.countdown(state.aimedAt()))));
        }
        return Transition.to(
                new State.Locked(
                        state.session(),
                        state.aimedAt(),
                        guided(state, seen, verdict, Instruction.STEADY)));
    }

    private Transition countdown(
            State.Countdown state, Watch seen, Verdict verdict, Judged judged) {
        Moment at = judged.at();
        if (!verdict.good() && !seen.badFor(timings.forgives(state.aimedAt()), at)) {
            return Transition.to(counting(state, seen));
        }
        if (!verdict.good()) {
            return giveUp(
                    state,
                    verdict.reason().orElse(CancelReason.QUALITY_DEGRADED),
                    verdict.remedy().orElse(Instruction.HOLD_STILL),
                    at);
        }
        Effect keep = new Effect.AddToBurst(judged.frame());
        if (at.reached(state.due())) {
            return shot(state, at, List.of(keep));
        }
        double done =
                (double) at.since(state.startedAt()).toNanos()
                        / timings.countdown(state.aimedAt()).toNanos();
        return Transition.to(
                counting(state, seen),
                keep,
                Tell.publish(
                        state.session(),
                        new CaptureEvent.CaptureProgressed(state.aimedAt(), Math.min(1, done))));
    }

    private static State.Countdown counting(State.Countdown state, Watch seen) {
        return new State.Countdown(
                state.session(), state.aimedAt(), seen, state.startedAt(), state.due());
    }

    /// The person asked for the picture as it is: it is taken, and marked. A face must be there,
    /// and what it was asked for must be over.
    Transition shoot(State.Aiming state, Moment at) {
        boolean early =
                !state.watch().held().contains(Gate.FACE)
                        || state.session().challenge().movement().isPresent();
        if (state.aimedAt() == Side.FACE && early) {
            return Transition.refused(state);
        }
        return shot(
                state,
                at,
                List.of(new Effect.ClearBurst(), warning(state.session(), Trouble.SHOT_BY_HAND)));
    }

    private Transition shot(State.Aiming state, Moment at, List<Effect> before) {
        Session session = state.session().took(state.aimedAt());
        State next =
                new State.Captured(
                        session.since(at),
                        state.aimedAt(),
                        at,
                        at.plus(timings.shutter()),
                        at.plus(timings.extraction()),
                        State.Reading.RUNNING);
        return Transition.to(
                        next,
                        Tell.change(
                                session,
                                state,
                                next,
                                at,
                                state.aimedAt() == Side.FACE
                                        ? Instruction.TAKEN
                                        : Instruction.READING,
                                timings.shutter()),
                        new Effect.KeepBest(session.id(), state.aimedAt()))
                .before(before);
    }

    /// Back to searching the same side; a search that was none before only changes what it says.
    Transition giveUp(State.Aiming state, CancelReason reason, Instruction instruction, Moment at) {
        Watch watch = Watch.start(state.watch().lastFrame(), instruction);
        if (state instanceof State.Searching searching) {
            return Transition.to(
                    new State.Searching(searching.session(), searching.aimedAt(), watch),
                    Tell.publish(
                            state.session(),
                            new CaptureEvent.QualityUpdated(
                                    state.aimedAt(), 0, instruction, List.of(), List.of())));
        }
        State next = new State.Searching(state.session().since(at), state.aimedAt(), watch);
        return Transition.to(
                next,
                Tell.change(
                        state.session(),
                        state,
                        next,
                        at,
                        instruction,
                        Duration.ZERO,
                        Optional.of(reason)),
                new Effect.ClearBurst());
    }

    /// The frame that moves is the frame that cancels: what else it shows need not be known.
    Transition moved(State.Countdown state, Signal.Moved moved) {
        if (state.aimedAt() == Side.FACE) {
            return Transition.to(state); // a frame that was still looked at for the document
        }
        return giveUp(state, CancelReason.MOTION_DETECTED, Instruction.HOLD_STILL, moved.at());
    }

    /// No frame has come for a while: whatever the last one showed is not what is there now.
    Transition stalled(State.Aiming state, Moment at) {
        boolean told = state.watch().guidance().shown() == Instruction.WAIT_CAMERA;
        return told
                ? Transition.to(state)
                : giveUp(state, CancelReason.CAMERA_STALLED, Instruction.WAIT_CAMERA, at)
                        .before(List.of(warning(state.session(), Trouble.CAMERA_STALLED)));
    }

    private static Effect change(State.Aiming from, State to, Moment at, Watch watch) {
        return Tell.change(from.session(), from, to, at, watch.guidance().shown());
    }

    private static Watch guided(
            State.Aiming state, Watch seen, Verdict verdict, Instruction otherwise) {
        Instruction wish = remedy(seen, verdict).orElse(otherwise);
        Instruction sided = wish == Instruction.SHOW_DOCUMENT ? call(state.aimedAt()) : wish;
        Duration passed = seen.lastFrame().since(state.watch().lastFrame());
        return seen.saying(state.watch().guidance().next(sided, passed));
    }

    /// Where nothing can be found for want of light it is of no use to ask for it.
    private static Optional<Instruction> remedy(Watch seen, Verdict verdict) {
        Optional<Instruction> remedy = verdict.remedy();
        boolean blind =
                remedy.filter(wish ->
                                wish == Instruction.SHOW_DOCUMENT || wish == Instruction.SHOW_FACE)
                                .isPresent()
                        && seen.room().wrong().isPresent();
        if (!blind) {
            return remedy;
        }
        return seen.room()
                .wrong()
                .map(wrong ->
                        wrong == Trouble.ROOM_DARK ? Instruction.TOO_DARK : Instruction.TOO_BRIGHT);
    }
}
