package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.desktop.kiosk.Screen.Attract;
import dev.tanaw.desktop.kiosk.Screen.CameraLost;
import dev.tanaw.desktop.kiosk.Screen.Ended;
import dev.tanaw.desktop.kiosk.Screen.Lapse;
import dev.tanaw.desktop.kiosk.Screen.Live;
import dev.tanaw.desktop.kiosk.Screen.Outage;
import java.time.Duration;
import java.util.Optional;

/// Everything the window shows, as a fold of what happened. Time comes as an argument, in
/// nanoseconds of [System#nanoTime]; the same events at the same times give the same screens.
///
/// @param demonstration whether the pictures are not of this moment
/// @param outage what became of the camera, while it is away
/// @param session the screen of the session, camera or not
record KioskModel(
        Language language, boolean demonstration, Optional<Outage> outage, Screen session) {
    /// Whoever could not be helped by instructions for so long takes the picture themselves.
    static final Duration SHUTTER_AFTER = Duration.ofSeconds(8);

    /// Long enough to be read: the time that an error text stays at least.
    static final Duration LAPSE_SHOWN = Duration.ofMillis(1500);

    static final Duration ENDING_SHOWN = Duration.ofSeconds(6);

    static KioskModel start(Language language, boolean demonstration) {
        return new KioskModel(
                language, demonstration, Optional.empty(), new Attract(Optional.empty()));
    }

    KioskModel after(CaptureEvent event, long now) {
        Screen next = Fold.after(session, event, now);
        return switch (event) {
            case CaptureEvent.CameraLost lost ->
                    new KioskModel(
                            language,
                            demonstration,
                            Optional.of(new Outage(lost.fault(), now + lost.retryIn().toNanos())),
                            next);
            case CaptureEvent.CameraFound _ ->
                    new KioskModel(language, demonstration, Optional.empty(), next);
            case CaptureEvent.StationStatus status ->
                    new KioskModel(language, status.demonstration(), outage, next);
            case CaptureEvent.SessionStarted started ->
                    new KioskModel(language, started.demonstration(), outage, next);
            case CaptureEvent.StateChanged _,
                    CaptureEvent.QualityUpdated _,
                    CaptureEvent.GatePassed _,
                    CaptureEvent.GateFailed _,
                    CaptureEvent.CaptureStarted _,
                    CaptureEvent.CaptureProgressed _,
                    CaptureEvent.CaptureCompleted _,
                    CaptureEvent.ExtractionStarted _,
                    CaptureEvent.FieldExtracted _,
                    CaptureEvent.ExtractionProgressed _,
                    CaptureEvent.ExtractionCompleted _,
                    CaptureEvent.Warned _,
                    CaptureEvent.ProblemRaised _,
                    CaptureEvent.SessionEnded _,
                    CaptureEvent.StationBeat _ ->
                    new KioskModel(language, demonstration, outage, next);
        };
    }

    /// What time alone changes. The same model when it changes nothing.
    KioskModel at(long now) {
        return switch (session) {
            case Live live -> {
                boolean shutter = live.shutter() || past(live.since(), SHUTTER_AFTER, now);
                Optional<Lapse> lapse =
                        live.lapse().filter(told -> !past(told.at(), LAPSE_SHOWN, now));
                yield shutter == live.shutter() && lapse.equals(live.lapse())
                        ? this
                        : showing(
                                new Live(
                                        live.side(),
                                        live.phase(),
                                        live.since(),
                                        shutter,
                                        lapse,
                                        live.sight(),
                                        live.findings()));
            }
            case Attract attract -> {
                Optional<Ended> ended =
                        attract.ended().filter(told -> !past(told.at(), ENDING_SHOWN, now));
                yield ended.equals(attract.ended()) ? this : showing(new Attract(ended));
            }
            case Screen.CameraLost _,
                    Screen.Reading _,
                    Screen.Confirm _,
                    Screen.Flip _,
                    Screen.Done _ ->
                    this;
        };
    }

    KioskModel in(Language other) {
        return new KioskModel(other, demonstration, outage, session);
    }

    /// A lost camera matters only where a camera is needed: what was taken can still be looked at.
    Screen screen() {
        return switch (session) {
            case Attract _ ->
                    outage.<Screen>map(lost -> new CameraLost(lost, false)).orElse(session);
            case Live _ -> outage.<Screen>map(lost -> new CameraLost(lost, true)).orElse(session);
            case Screen.CameraLost _,
                    Screen.Reading _,
                    Screen.Confirm _,
                    Screen.Flip _,
                    Screen.Done _ ->
                    session;
        };
    }

    private KioskModel showing(Screen next) {
        return new KioskModel(language, demonstration, outage, next);
    }

    private static boolean past(long since, Duration length, long now) {
        return now - since >= length.toNanos();
    }
}
