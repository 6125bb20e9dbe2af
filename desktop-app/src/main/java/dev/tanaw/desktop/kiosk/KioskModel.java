package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.ActionOutcome;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.CaptureEvent.StationTroubled;
import dev.tanaw.capture.event.CaptureEvent.SupervisorActed;
import dev.tanaw.capture.event.Presence;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.desktop.kiosk.Screen.Attract;
import dev.tanaw.desktop.kiosk.Screen.CameraLost;
import dev.tanaw.desktop.kiosk.Screen.Ended;
import dev.tanaw.desktop.kiosk.Screen.Help;
import dev.tanaw.desktop.kiosk.Screen.Lapse;
import dev.tanaw.desktop.kiosk.Screen.Live;
import dev.tanaw.desktop.kiosk.Screen.Outage;
import dev.tanaw.desktop.kiosk.Screen.Serving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Everything the window shows, as a fold of what happened. Time comes as an argument, in
/// nanoseconds of [System#nanoTime]; the same events at the same times give the same screens.
///
/// @param demonstration whether the pictures are not of this moment
/// @param outages which cameras are away
/// @param troubles of the station itself, that somebody has to see to
/// @param watched whether somebody elsewhere follows this station now
/// @param told what supervisors did about this session and nobody here has read yet, oldest first
/// @param wipeAt when the session is given up, while nobody seems to be there
/// @param sheet what was opened on top of the session's screen
/// @param session the screen of the session, camera or not
record KioskModel(
        Look look,
        boolean demonstration,
        Outages outages,
        Set<Trouble> troubles,
        boolean watched,
        Tally tally,
        List<SupervisorActed> told,
        OptionalLong wipeAt,
        Optional<Sheet> sheet,
        Screen session) {
    static final Duration TIP_AFTER = Duration.ofSeconds(5);

    /// Whoever could not be helped by instructions for so long takes the picture themselves.
    static final Duration SHUTTER_AFTER = Duration.ofSeconds(8);

    static final Duration CHOICES_AFTER = Duration.ofSeconds(10);

    /// Long enough to be read: the time that an error text stays at least.
    static final Duration LAPSE_SHOWN = Duration.ofMillis(1500);

    static final Duration ENDING_SHOWN = Duration.ofSeconds(6);

    KioskModel {
        troubles = Set.copyOf(troubles);
        told = List.copyOf(told);
    }

    static KioskModel start(Look look, boolean demonstration) {
        return new KioskModel(
                look,
                demonstration,
                Outages.NONE,
                Set.of(),
                false,
                Tally.NONE,
                List.of(),
                OptionalLong.empty(),
                Optional.empty(),
                new Attract(Optional.empty()));
    }

    KioskModel after(CaptureEvent event, long now) {
        KioskModel next =
                with(Fold.after(session, event, now)).counting(tally.after(event)).at(event, now);
        return switch (event) {
            case CaptureEvent.CameraLost lost ->
                    next.cameras(
                            outages.lost(
                                    lost.role(),
                                    new Outage(
                                            lost.role(),
                                            lost.fault(),
                                            now + lost.retryIn().toNanos())));
            case CaptureEvent.CameraFound found -> next.cameras(outages.found(found.role()));
            case CaptureEvent.StationStatus status -> next.drawn(status.demonstration());
            case CaptureEvent.SessionStarted started ->
                    next.drawn(started.demonstration()).telling(List.of());
            case StationTroubled troubled -> next.troubled(troubled);
            case SupervisorActed acted -> next.hearing(acted);
            case CaptureEvent.SessionEnded _ -> next.telling(List.of());
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
                    CaptureEvent.ConsentAnswered _,
                    CaptureEvent.DocumentChosen _,
                    CaptureEvent.FieldEdited _,
                    CaptureEvent.Overridden _,
                    CaptureEvent.MovementAsked _,
                    CaptureEvent.FacesCompared _,
                    CaptureEvent.PresenceChanged _,
                    CaptureEvent.ValuesShown _,
                    CaptureEvent.Warned _,
                    CaptureEvent.ProblemRaised _,
                    CaptureEvent.SessionInterrupted _,
                    CaptureEvent.StationBeat _ ->
                    next;
        };
    }

    /// What lies on top of the session's screen is about where the session was.
    private KioskModel at(CaptureEvent event, long now) {
        if (event instanceof CaptureEvent.PresenceChanged presence) {
            return idle(
                    presence.presence() == Presence.IDLE
                            ? OptionalLong.of(now + presence.wipeIn().toNanos())
                            : OptionalLong.empty());
        }
        boolean moved =
                event instanceof CaptureEvent.StateChanged
                        || event instanceof CaptureEvent.SessionEnded;
        if (!moved) {
            return this;
        }
        return idle(OptionalLong.empty()).with(sheet.filter(KioskModel::outlives));
    }

    private static boolean outlives(Sheet sheet) {
        return switch (sheet) {
            case Sheet.Operator _, Sheet.Lock _ -> true;
            case Sheet.Editing _, Sheet.Overruling _ -> false;
        };
    }

    /// What time alone changes. The same model when it changes nothing.
    KioskModel at(long now) {
        return switch (session) {
            case Live live -> {
                Help help = help(now - live.since());
                Optional<Lapse> lapse =
                        live.lapse().filter(told -> !past(told.at(), LAPSE_SHOWN, now));
                yield help == live.help() && lapse.equals(live.lapse())
                        ? this
                        : with(
                                new Live(
                                        live.side(),
                                        live.phase(),
                                        live.since(),
                                        help,
                                        live.trouble(),
                                        lapse,
                                        live.sight(),
                                        live.findings()));
            }
            case Attract attract -> {
                Optional<Ended> ended =
                        attract.ended().filter(told -> !past(told.at(), ENDING_SHOWN, now));
                yield ended.equals(attract.ended()) ? this : with(new Attract(ended));
            }
            case CameraLost _,
                    Screen.Refused _,
                    Screen.Interrupted _,
                    Screen.Idle _,
                    Screen.Locked _,
                    Screen.Operator _,
                    Screen.Consent _,
                    Screen.Choosing _,
                    Screen.Reading _,
                    Screen.Confirm _,
                    Screen.Edit _,
                    Screen.Overrule _,
                    Screen.Flip _,
                    Screen.Summary _,
                    Screen.Done _ ->
                    this;
        };
    }

    private static Help help(long searching) {
        if (searching >= CHOICES_AFTER.toNanos()) {
            return Help.CHOICES;
        }
        if (searching >= SHUTTER_AFTER.toNanos()) {
            return Help.SHUTTER;
        }
        return searching >= TIP_AFTER.toNanos() ? Help.TIP : Help.NONE;
    }

    /// @param now for a lock that is closed for a while
    Screen screen(long now) {
        if (wipeAt.isPresent()) {
            return new Screen.Idle(wipeAt.getAsLong());
        }
        return sheet.<Screen>map(open ->
                        switch (open) {
                            case Sheet.Editing editing ->
                                    new Screen.Edit(editing.row(), Fold.findings(session));
                            case Sheet.Overruling _ ->
                                    new Screen.Overrule(Fold.findings(session), watched);
                            case Sheet.Lock lock ->
                                    new Screen.Locked(
                                            lock.entered().length(),
                                            lock.wrong(),
                                            lock.closedUntil() - now > 0);
                            case Sheet.Operator panel ->
                                    new Screen.Operator(
                                            tally,
                                            look,
                                            outages,
                                            session instanceof Serving,
                                            panel.code().filter(code -> code.until() - now > 0),
                                            session instanceof Live live
                                                    && live.side() == Side.FACE);
                        })
                .orElseGet(this::beneath);
    }

    /// A lost camera matters only where a camera is needed: what was taken can still be looked at.
    private Screen beneath() {
        return switch (session) {
            case Attract _ ->
                    outages.any().<Screen>map(lost -> new CameraLost(lost, false)).orElse(session);
            case Live live ->
                    outages.first(live.side())
                            .<Screen>map(lost -> new CameraLost(lost, true))
                            .orElse(session);
            case CameraLost _,
                    Screen.Refused _,
                    Screen.Interrupted _,
                    Screen.Idle _,
                    Screen.Locked _,
                    Screen.Operator _,
                    Screen.Consent _,
                    Screen.Choosing _,
                    Screen.Reading _,
                    Screen.Confirm _,
                    Screen.Edit _,
                    Screen.Overrule _,
                    Screen.Flip _,
                    Screen.Summary _,
                    Screen.Done _ ->
                    session;
        };
    }

    KioskModel in(Look other) {
        return new KioskModel(
                other,
                demonstration,
                outages,
                troubles,
                watched,
                tally,
                told,
                wipeAt,
                sheet,
                session);
    }

    KioskModel with(Screen next) {
        return new KioskModel(
                look, demonstration, outages, troubles, watched, tally, told, wipeAt, sheet, next);
    }

    KioskModel with(Optional<Sheet> next) {
        return new KioskModel(
                look,
                demonstration,
                outages,
                troubles,
                watched,
                tally,
                told,
                wipeAt,
                next,
                session);
    }

    private KioskModel counting(Tally next) {
        return new KioskModel(
                look,
                demonstration,
                outages,
                troubles,
                watched,
                next,
                told,
                wipeAt,
                sheet,
                session);
    }

    private KioskModel idle(OptionalLong next) {
        return new KioskModel(
                look, demonstration, outages, troubles, watched, tally, told, next, sheet, session);
    }

    private KioskModel cameras(Outages next) {
        return new KioskModel(
                look, demonstration, next, troubles, watched, tally, told, wipeAt, sheet, session);
    }

    private KioskModel drawn(boolean next) {
        return new KioskModel(
                look, next, outages, troubles, watched, tally, told, wipeAt, sheet, session);
    }

    /// Who watches comes from the streams that are open, not from an event: it is not of this
    /// station's history.
    KioskModel watched(boolean next) {
        return new KioskModel(
                look, demonstration, outages, troubles, next, tally, told, wipeAt, sheet, session);
    }

    /// What was refused is between the supervisor and the station.
    private KioskModel hearing(SupervisorActed acted) {
        if (acted.outcome() != ActionOutcome.DONE) {
            return this;
        }
        List<SupervisorActed> more = new ArrayList<>(told);
        more.add(acted);
        return telling(more);
    }

    /// Somebody here has read the oldest.
    KioskModel read() {
        return telling(told.subList(Math.min(1, told.size()), told.size()));
    }

    private KioskModel telling(List<SupervisorActed> next) {
        return new KioskModel(
                look,
                demonstration,
                outages,
                troubles,
                watched,
                tally,
                next,
                wipeAt,
                sheet,
                session);
    }

    private KioskModel troubled(StationTroubled event) {
        Set<Trouble> next = EnumSet.noneOf(Trouble.class);
        next.addAll(troubles);
        if (event.over()) {
            next.remove(event.trouble());
        } else {
            next.add(event.trouble());
        }
        return new KioskModel(
                look, demonstration, outages, next, watched, tally, told, wipeAt, sheet, session);
    }

    private static boolean past(long since, Duration length, long now) {
        return now - since >= length.toNanos();
    }
}
