package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.CaptureEvent.StateChanged;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Step;
import dev.tanaw.desktop.kiosk.Screen.Attract;
import dev.tanaw.desktop.kiosk.Screen.CameraLost;
import dev.tanaw.desktop.kiosk.Screen.Confirm;
import dev.tanaw.desktop.kiosk.Screen.Done;
import dev.tanaw.desktop.kiosk.Screen.Ended;
import dev.tanaw.desktop.kiosk.Screen.Flip;
import dev.tanaw.desktop.kiosk.Screen.Lapse;
import dev.tanaw.desktop.kiosk.Screen.Live;
import dev.tanaw.desktop.kiosk.Screen.Phase;
import dev.tanaw.desktop.kiosk.Screen.Reading;
import dev.tanaw.desktop.kiosk.Screen.Serving;
import dev.tanaw.desktop.kiosk.Screen.Sight;
import java.util.Optional;

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
            case CaptureEvent.Warned warned -> with(screen, findings(screen).noting(warned.code()));
            case CaptureEvent.ProblemRaised problem ->
                    with(screen, findings(screen).noting(problem.code()));
            case CaptureEvent.SessionEnded ended ->
                    new Attract(Optional.of(new Ended(ended.outcome(), now)));
            case CaptureEvent.SessionStarted _,
                    CaptureEvent.GatePassed _,
                    CaptureEvent.GateFailed _,
                    CaptureEvent.CaptureStarted _,
                    CaptureEvent.CaptureProgressed _,
                    CaptureEvent.CaptureCompleted _,
                    CaptureEvent.ExtractionStarted _,
                    CaptureEvent.ExtractionCompleted _,
                    CaptureEvent.OfStation _ ->
                    screen;
        };
    }

    private static Screen changed(Screen screen, StateChanged change, long now) {
        // A session that starts knows nothing of the one before.
        Findings known = change.from() == Step.READY ? Findings.NONE : findings(screen);
        Side side = change.side().orElse(Side.FRONT);
        return switch (change.to()) {
            case READY -> new Attract(Optional.empty());
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
            case COMPLETE -> new Done(known);
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
                    before.shutter(),
                    lapse,
                    before.sight().saying(change.instruction()),
                    known);
        }
        return new Live(side, phase, now, false, lapse, Sight.of(change.instruction()), known);
    }

    private static Live seeing(Live live, Sight sight) {
        return new Live(
                live.side(),
                live.phase(),
                live.since(),
                live.shutter(),
                live.lapse(),
                sight,
                live.findings());
    }

    private static Findings findings(Screen screen) {
        return switch (screen) {
            case Serving serving -> serving.findings();
            case Attract _, CameraLost _ -> Findings.NONE;
        };
    }

    private static Screen with(Screen screen, Findings findings) {
        return switch (screen) {
            case Live live ->
                    new Live(
                            live.side(),
                            live.phase(),
                            live.since(),
                            live.shutter(),
                            live.lapse(),
                            live.sight(),
                            findings);
            case Reading reading -> new Reading(reading.side(), reading.expected(), findings);
            case Confirm confirm ->
                    new Confirm(confirm.side(), confirm.since(), confirm.patience(), findings);
            case Flip flip -> new Flip(flip.turn(), findings);
            case Done _ -> new Done(findings);
            case Attract _, CameraLost _ -> screen;
        };
    }
}
