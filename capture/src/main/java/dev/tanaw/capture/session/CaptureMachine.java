package dev.tanaw.capture.session;

import dev.tanaw.capture.event.CancelReason;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.ConsentAnswer;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Outcome;
import dev.tanaw.capture.event.Resemblance;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.quality.Gates;
import dev.tanaw.capture.session.Signal.Beginning;
import dev.tanaw.capture.session.Signal.CameraFound;
import dev.tanaw.capture.session.Signal.CameraLost;
import dev.tanaw.capture.session.Signal.Cancel;
import dev.tanaw.capture.session.Signal.Judged;
import dev.tanaw.capture.session.Signal.Leave;
import dev.tanaw.capture.session.Signal.Moved;
import dev.tanaw.capture.session.Signal.Notice;
import dev.tanaw.capture.session.Signal.Retake;
import dev.tanaw.capture.session.Signal.ShootNow;
import dev.tanaw.capture.session.Signal.SkipBack;
import dev.tanaw.capture.session.Signal.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides what a signal means. Pure: no clock, no thread, no device; the same signals give the
/// same states and effects on any day.
///
/// A session goes once for each side of the document and once for the face around *searching →
/// locked → countdown → captured → confirm*, with *flip to back* between the sides, and ends in
/// exactly one [Outcome]. Whatever goes wrong while aiming leads back to searching the same side;
/// what has been taken is kept. A signal that means nothing where it arrives is refused: nothing
/// changes, and the caller is told.
public final class CaptureMachine {
    private final Timings timings;
    private final Journey journey;
    private final Aim aim;
    private final Entry entry;
    private final Extraction extraction;
    private final Review review;
    private final Company company;
    private final Supervision supervision;
    private final Interruption interruption;

    public CaptureMachine(Timings timings, Gates gates, Journey journey) {
        this.timings = timings;
        this.journey = journey;
        this.aim = new Aim(timings, gates);
        this.entry = new Entry(journey, aim);
        this.extraction = new Extraction(timings, journey, aim);
        this.review = new Review(timings, aim, journey);
        this.company = new Company(timings);
        this.supervision = new Supervision(review);
        this.interruption = new Interruption(timings);
    }

    public State start() {
        return State.Ready.ARMED;
    }

    public Transition step(State state, Signal signal) {
        return switch (signal) {
            case CameraLost lost -> cameraLost(state, lost);
            case CameraFound found ->
                    Transition.to(
                            state,
                            new Effect.PublishStation(
                                    new CaptureEvent.CameraFound(
                                            found.role(),
                                            found.camera(),
                                            found.width(),
                                            found.height())));
            case Notice notice ->
                    Transition.to(
                            state,
                            new Effect.PublishStation(new CaptureEvent.Warned(notice.trouble())));
            case Beginning first -> begin(state, first);
            case Signal.Interrupted found -> Interruption.found(state, found);
            case Cancel cancel when state instanceof State.Serving serving ->
                    end(serving, cancel.at(), Outcome.CANCELLED);
            case Leave leave when state instanceof State.Serving serving ->
                    end(serving, leave.at(), Outcome.ABANDONED);
            case Retake retake when state instanceof State.Serving serving ->
                    review.retake(serving, retake);
            case Signal.Decline decline when state instanceof State.Consent asked ->
                    end(asked, decline.at(), Outcome.CANCELLED)
                            .before(
                                    List.of(
                                            entry.answered(
                                                    asked.session(), ConsentAnswer.DECLINED)));
            case Signal.Refer refer when state instanceof State.Serving serving ->
                    end(serving, refer.at(), Outcome.REFERRED);
            case Signal.Stay stay when state instanceof State.Serving serving ->
                    company.here(serving, stay.at());
            case Signal.CallHelp help when state instanceof State.Serving serving ->
                    Transition.to(
                            serving.with(serving.session().noticed(Attention.from(help.at()))),
                            Tell.publish(
                                    serving.session(),
                                    new CaptureEvent.ProblemRaised(Trouble.HELP_WANTED)));
            case Signal.AskApproval _ when state instanceof State.Serving serving ->
                    Supervision.asked(serving);
            case Signal.Supervised command -> supervision.acted(state, command);
            case Signal.Disclosed shown -> disclosed(state, shown);
            case Signal.Compared compared -> compared(state, compared);
            case Signal.Troubled troubled ->
                    Transition.to(
                            state,
                            new Effect.PublishStation(
                                    new CaptureEvent.StationTroubled(
                                            troubled.trouble(), troubled.over())));
            case Tick tick when company.waits(state) -> waiting((State.Serving) state, tick);
            case Signal.Tick _, Signal.Seen _, Signal.Reported _, Signal.Wish _ ->
                    local(state, signal);
        };
    }

    private static Transition disclosed(State state, Signal.Disclosed shown) {
        return state instanceof State.Serving serving
                        && serving.session().id().equals(shown.session())
                ? Transition.to(
                        state,
                        Tell.publish(
                                serving.session(),
                                new CaptureEvent.ValuesShown(shown.to(), shown.reason())))
                : Transition.unmoved(state, shown);
    }

    private static Transition compared(State state, Signal.Compared compared) {
        return state instanceof State.Serving serving
                        && serving.session().id().equals(compared.session())
                        && serving.session().taken().contains(Side.FACE)
                ? Transition.to(
                        state,
                        Tell.publish(
                                serving.session(),
                                new CaptureEvent.FacesCompared(
                                        Resemblance.of(compared.distance()), compared.distance())))
                : Transition.unmoved(state, compared);
    }

    /// Somebody has to do something, and perhaps nobody is there.
    private Transition waiting(State.Serving state, Tick tick) {
        if (company.over(state, tick.at())) {
            return end(state, tick.at(), Outcome.TIMED_OUT);
        }
        return company.silence(state, tick.at()).orElseGet(() -> local(state, tick));
    }

    /// What the signal means in this very state.
    private Transition local(State state, Signal signal) {
        return switch (state) {
            case State.Ready ready -> Entry.ready(ready, signal);
            case State.Interrupted interrupted -> interruption.asked(interrupted, signal);
            case State.Consent consent -> entry.consent(consent, signal);
            case State.Choosing choosing -> entry.choosing(choosing, signal);
            case State.Aiming aiming -> aiming(aiming, signal);
            case State.Captured captured -> extraction.captured(captured, signal);
            case State.Confirm confirm -> review.confirm(confirm, signal);
            case State.Flip flip -> review.flip(flip, signal);
            case State.Summary summary -> review.summary(summary, signal);
            case State.Complete complete ->
                    signal instanceof Tick tick && tick.at().reached(complete.until())
                            ? end(complete, tick.at(), Outcome.COMPLETE)
                            : Transition.unmoved(state, signal);
        };
    }

    private Transition begin(State state, Beginning first) {
        List<Effect> effects = new ArrayList<>();
        switch (state) {
            case State.Ready _ -> {}
            case State.Interrupted asked -> effects.addAll(Interruption.begun(asked, first));
            // The next person need not wait until the screen has cleared itself.
            case State.Complete complete ->
                    effects.addAll(end(complete, first.at(), Outcome.COMPLETE).effects());
            case State.Consent _,
                    State.Choosing _,
                    State.Aiming _,
                    State.Captured _,
                    State.Confirm _,
                    State.Flip _,
                    State.Summary _ -> {
                return Transition.refused(state);
            }
        }
        Session session =
                Session.begin(first.session(), first.at(), journey.stopsAt(Journey.Stop.FACE));
        if (journey.stopsAt(Journey.Stop.MOVEMENT)) {
            session = session.challenged(Challenge.drawnFrom(first.session()));
        }
        Optional<OpenSession> resumed =
                first instanceof Signal.Resume resume
                        ? Optional.of(resume.resumed())
                        : Optional.empty();
        effects.add(
                new Effect.Publish(
                        session.id(),
                        new CaptureEvent.SessionStarted(
                                first.camera(),
                                first.demonstration(),
                                resumed.map(OpenSession::id))));
        return entry.first(session, resumed, first.at()).before(effects);
    }

    private Transition aiming(State.Aiming state, Signal signal) {
        return switch (signal) {
            case Judged judged -> aim.judged(state, judged);
            case Moved moved when state instanceof State.Countdown countdown ->
                    aim.moved(countdown, moved);
            case ShootNow now -> aim.shoot(state, now.at());
            case SkipBack skip when state.aimedAt() == Side.BACK ->
                    review.goOn(state, state.session().needing(Set.of(Side.FRONT)), skip.at());
            case Signal.SkipFace skip when state.aimedAt() == Side.FACE ->
                    review.skipFace(state, skip);
            case Tick tick
                    when tick.at().since(state.session().aimingSince()).compareTo(timings.attempt())
                            >= 0 ->
                    end(state, tick.at(), Outcome.TIMED_OUT);
            case Tick tick
                    when tick.at().since(state.watch().lastFrame()).compareTo(timings.stalled())
                            >= 0 ->
                    aim.stalled(state, tick.at());
            case Signal.Tick _,
                    Signal.Beginning _,
                    Signal.Seen _,
                    Signal.Reported _,
                    Signal.Wish _,
                    Signal.OfStation _ ->
                    Transition.unmoved(state, signal);
        };
    }

    /// The way out of every session.
    private Transition end(State.Serving state, Moment at, Outcome outcome) {
        // A session that is over is complete, whatever is pressed while its end is shown.
        Outcome ended = state instanceof State.Complete ? Outcome.COMPLETE : outcome;
        Session session = state.session();
        State next = State.Ready.DISARMED;
        return Transition.to(
                next,
                Tell.change(session, state, next, at, Instruction.SHOW_DOCUMENT),
                Tell.publish(session, new CaptureEvent.SessionEnded(ended)),
                new Effect.ClearBurst(),
                new Effect.Release(session.id()));
    }

    private Transition cameraLost(State state, CameraLost lost) {
        Effect told =
                new Effect.PublishStation(
                        new CaptureEvent.CameraLost(lost.role(), lost.fault(), lost.retryIn()));
        Transition after =
                switch (state) {
                    case State.Aiming aiming when lost.role().takes(aiming.aimedAt()) ->
                            aim.giveUp(
                                    aiming,
                                    CancelReason.CAMERA_LOST,
                                    Instruction.WAIT_CAMERA,
                                    lost.at());
                    case State.Ready _,
                            State.Interrupted _,
                            State.Consent _,
                            State.Choosing _,
                            State.Aiming _,
                            State.Captured _,
                            State.Confirm _,
                            State.Flip _,
                            State.Summary _,
                            State.Complete _ ->
                            Transition.to(state);
                };
        return after.before(List.of(told));
    }
}
