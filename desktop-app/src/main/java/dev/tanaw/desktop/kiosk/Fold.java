package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.ActionOutcome;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.CaptureEvent.StateChanged;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Presence;
import dev.tanaw.capture.event.Recovery;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Step;
import dev.tanaw.capture.event.SupervisorAction;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.desktop.kiosk.Screen.Attract;
import dev.tanaw.desktop.kiosk.Screen.CameraLost;
import dev.tanaw.desktop.kiosk.Screen.Choosing;
import dev.tanaw.desktop.kiosk.Screen.Confirm;
import dev.tanaw.desktop.kiosk.Screen.Consent;
import dev.tanaw.desktop.kiosk.Screen.Done;
import dev.tanaw.desktop.kiosk.Screen.Edit;
import dev.tanaw.desktop.kiosk.Screen.Ended;
import dev.tanaw.desktop.kiosk.Screen.Flip;
import dev.tanaw.desktop.kiosk.Screen.Help;
import dev.tanaw.desktop.kiosk.Screen.Idle;
import dev.tanaw.desktop.kiosk.Screen.Interrupted;
import dev.tanaw.desktop.kiosk.Screen.Lapse;
import dev.tanaw.desktop.kiosk.Screen.Live;
import dev.tanaw.desktop.kiosk.Screen.Locked;
import dev.tanaw.desktop.kiosk.Screen.Operator;
import dev.tanaw.desktop.kiosk.Screen.Overrule;
import dev.tanaw.desktop.kiosk.Screen.Phase;
import dev.tanaw.desktop.kiosk.Screen.Reading;
import dev.tanaw.desktop.kiosk.Screen.Refused;
import dev.tanaw.desktop.kiosk.Screen.Serving;
import dev.tanaw.desktop.kiosk.Screen.Sight;
import dev.tanaw.desktop.kiosk.Screen.Summary;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// One screen and one event give the next screen.
final class Fold {
    private Fold() {}

    static Screen after(Screen screen, CaptureEvent event, long now) {
        return switch (event) {
            case StateChanged change -> changed(screen, change, now);
            case CaptureEvent.QualityUpdated seen ->
                    screen instanceof Live live && live.side() == seen.side()
                            ? seeing(
                                    live,
                                    new Sight(seen.instruction(), seen.gates(), seen.outline()))
                            : screen;
            case CaptureEvent.FieldExtracted read ->
                    with(screen, findings(screen).with(read.side(), read.field()));
            case CaptureEvent.ExtractionProgressed progress ->
                    screen instanceof Reading reading
                            ? new Reading(
                                    reading.side(),
                                    Optional.of(progress.expected()),
                                    reading.findings())
                            : screen;
            case CaptureEvent.Warned warned -> warned(screen, warned.trouble());
            case CaptureEvent.ProblemRaised problem ->
                    with(screen, findings(screen).noting(problem.trouble()));
            case CaptureEvent.FieldEdited edited ->
                    with(
                            screen,
                            findings(screen)
                                    .typed(edited.side(), edited.field(), edited.original()));
            case CaptureEvent.ValuesShown shown ->
                    with(screen, findings(screen).shownFor(shown.reason()));
            case CaptureEvent.Overridden overridden ->
                    with(screen, findings(screen).accepting(overridden.troubles()).settled());
            case CaptureEvent.SupervisorActed acted -> acted(screen, acted);
            case CaptureEvent.PresenceChanged presence -> attended(screen, presence, now);
            case CaptureEvent.SessionEnded ended ->
                    new Attract(Optional.of(new Ended(ended.outcome(), now)));
            case CaptureEvent.SessionInterrupted interrupted -> interrupted(interrupted);
            // Whoever stands there is not told how alike a network finds them.
            case CaptureEvent.MovementAsked _,
                    CaptureEvent.FacesCompared _,
                    CaptureEvent.SessionStarted _,
                    CaptureEvent.GatePassed _,
                    CaptureEvent.GateFailed _,
                    CaptureEvent.CaptureStarted _,
                    CaptureEvent.CaptureProgressed _,
                    CaptureEvent.CaptureCompleted _,
                    CaptureEvent.ExtractionStarted _,
                    CaptureEvent.ExtractionCompleted _,
                    CaptureEvent.ConsentAnswered _,
                    CaptureEvent.DocumentChosen _,
                    CaptureEvent.OfStation _ ->
                    screen;
        };
    }

    private static Screen interrupted(CaptureEvent.SessionInterrupted interrupted) {
        return interrupted.recovery() == Recovery.ASKED
                ? new Interrupted(interrupted.startedAt())
                : new Attract(Optional.empty());
    }

    /// Whoever waits for an approval sees that there is an answer.
    private static Screen acted(Screen screen, CaptureEvent.SupervisorActed acted) {
        boolean answered =
                acted.outcome() == ActionOutcome.DONE
                        && (acted.action() == SupervisorAction.APPROVE
                                || acted.action() == SupervisorAction.DECLINE);
        return answered ? with(screen, findings(screen).settled()) : screen;
    }

    private static Screen changed(Screen screen, StateChanged change, long now) {
        // A session that starts knows nothing of the one before.
        Findings known = change.from() == Step.READY ? Findings.NONE : findings(screen);
        Side side = change.side().orElse(Side.FRONT);
        return switch (change.to()) {
            case READY -> new Attract(Optional.empty());
            case CONSENT -> new Consent(known);
            case DOCUMENT_CHOICE -> new Choosing(known);
            case SUMMARY -> new Summary(now, change.animation(), known);
            case SEARCHING, BACK_SEARCHING ->
                    aiming(screen, new Phase.Searching(), side, change, known.without(side), now);
            case LOCKED -> aiming(screen, new Phase.Locked(), side, change, known, now);
            case COUNTDOWN ->
                    aiming(
                            screen,
                            new Phase.Countdown(change.animation()),
                            side,
                            change,
                            known,
                            now);
            case CAPTURED -> new Reading(side, Optional.empty(), known.took(side));
            case CONFIRM -> new Confirm(side, now, change.animation(), known);
            case FLIP_TO_BACK -> new Flip(change.animation(), known);
            case COMPLETE -> new Done(now, change.animation(), known);
        };
    }

    /// The search of a side goes on through locks that were given up.
    private static Live aiming(
            Screen screen, Phase phase, Side side, StateChanged change, Findings known, long now) {
        Optional<Lapse> lapse = change.reason().map(reason -> new Lapse(reason, now));
        if (screen instanceof Live before && before.side() == side) {
            return new Live(
                    side,
                    phase,
                    before.since(),
                    before.help(),
                    before.trouble(),
                    lapse,
                    before.sight().saying(change.instruction()),
                    known);
        }
        return new Live(
                side,
                phase,
                now,
                Help.NONE,
                Optional.empty(),
                lapse,
                Sight.of(change.instruction()),
                known);
    }

    private static Live seeing(Live live, Sight sight) {
        return new Live(
                live.side(),
                live.phase(),
                live.since(),
                live.help(),
                live.trouble().filter(trouble -> stillTrue(trouble, sight)),
                live.lapse(),
                sight,
                live.findings());
    }

    /// What the newest frame disproves is no longer said.
    private static boolean stillTrue(Trouble trouble, Sight sight) {
        boolean dark = sight.instruction() == Instruction.TOO_DARK;
        boolean bright = sight.instruction() == Instruction.TOO_BRIGHT;
        boolean nothing = sight.outline().isEmpty();
        if (trouble == Trouble.ROOM_DARK) {
            return dark;
        }
        if (trouble == Trouble.ROOM_BRIGHT) {
            return bright;
        }
        if (trouble == Trouble.DOCUMENT_MISSING || trouble == Trouble.FACE_MISSING) {
            return nothing;
        }
        if (trouble == Trouble.BACK_FIRST) {
            return sight.instruction() == Instruction.OTHER_SIDE;
        }
        return sight.instruction() == Instruction.WAIT_CAMERA;
    }

    private static Screen warned(Screen screen, Trouble trouble) {
        boolean aiming =
                Set.of(
                                Trouble.ROOM_DARK,
                                Trouble.ROOM_BRIGHT,
                                Trouble.DOCUMENT_MISSING,
                                Trouble.BACK_FIRST,
                                Trouble.FACE_MISSING,
                                Trouble.CAMERA_STALLED)
                        .contains(trouble);
        if (!aiming) {
            return with(screen, findings(screen).noting(trouble));
        }
        return screen instanceof Live live
                ? new Live(
                        live.side(),
                        live.phase(),
                        live.since(),
                        live.help(),
                        Optional.of(trouble),
                        live.lapse(),
                        live.sight(),
                        live.findings())
                : screen;
    }

    /// Somebody is there: nothing goes on by itself.
    private static Screen attended(Screen screen, CaptureEvent.PresenceChanged presence, long now) {
        if (presence.presence() == Presence.IDLE) {
            return screen;
        }
        return switch (screen) {
            case Confirm confirm ->
                    new Confirm(confirm.side(), now, Duration.ZERO, confirm.findings());
            case Summary summary -> new Summary(now, Duration.ZERO, summary.findings());
            case Attract _,
                    CameraLost _,
                    Refused _,
                    Interrupted _,
                    Idle _,
                    Locked _,
                    Operator _,
                    Consent _,
                    Choosing _,
                    Live _,
                    Reading _,
                    Edit _,
                    Overrule _,
                    Flip _,
                    Done _ ->
                    screen;
        };
    }

    static Findings findings(Screen screen) {
        return screen instanceof Serving serving ? serving.findings() : Findings.NONE;
    }

    private static Screen with(Screen screen, Findings findings) {
        return switch (screen) {
            case Consent _ -> new Consent(findings);
            case Choosing _ -> new Choosing(findings);
            case Live live ->
                    new Live(
                            live.side(),
                            live.phase(),
                            live.since(),
                            live.help(),
                            live.trouble(),
                            live.lapse(),
                            live.sight(),
                            findings);
            case Reading reading -> new Reading(reading.side(), reading.expected(), findings);
            case Confirm confirm ->
                    new Confirm(confirm.side(), confirm.since(), confirm.patience(), findings);
            case Edit edit -> new Edit(edit.row(), findings);
            case Overrule overrule -> new Overrule(findings, overrule.watched());
            case Flip flip -> new Flip(flip.turn(), findings);
            case Summary summary -> new Summary(summary.since(), summary.patience(), findings);
            case Done done -> new Done(done.since(), done.patience(), findings);
            case Attract _, CameraLost _, Refused _, Interrupted _, Idle _, Locked _, Operator _ ->
                    screen;
        };
    }
}
