package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.CameraRole;
import dev.tanaw.capture.event.CancelReason;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Outcome;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// What the operator wants to know of the time since the start: counts, nothing of any person.
///
/// @param cameras their names and pictures, once they have shown one
record Tally(
        Map<Outcome, Integer> outcomes,
        Map<CancelReason, Integer> rejects,
        int overrides,
        int typed,
        Map<CameraRole, CaptureEvent.CameraFound> cameras) {
    static final Tally NONE = new Tally(Map.of(), Map.of(), 0, 0, Map.of());

    Tally {
        outcomes = Map.copyOf(outcomes);
        rejects = Map.copyOf(rejects);
        cameras = Map.copyOf(cameras);
    }

    int rejects(CancelReason reason) {
        return rejects.getOrDefault(reason, 0);
    }

    Tally after(CaptureEvent event) {
        return switch (event) {
            case CaptureEvent.SessionEnded ended ->
                    new Tally(more(outcomes, ended.outcome()), rejects, overrides, typed, cameras);
            case CaptureEvent.StateChanged change ->
                    change.reason()
                            .map(reason ->
                                    new Tally(
                                            outcomes,
                                            more(rejects, reason),
                                            overrides,
                                            typed,
                                            cameras))
                            .orElse(this);
            case CaptureEvent.Overridden _ ->
                    new Tally(outcomes, rejects, overrides + 1, typed, cameras);
            case CaptureEvent.FieldEdited _ ->
                    new Tally(outcomes, rejects, overrides, typed + 1, cameras);
            case CaptureEvent.CameraFound found ->
                    new Tally(outcomes, rejects, overrides, typed, seen(found));
            case CaptureEvent.SessionStarted _,
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
                    CaptureEvent.MovementAsked _,
                    CaptureEvent.FacesCompared _,
                    CaptureEvent.PresenceChanged _,
                    CaptureEvent.ValuesShown _,
                    CaptureEvent.SupervisorActed _,
                    CaptureEvent.Warned _,
                    CaptureEvent.ProblemRaised _,
                    CaptureEvent.SessionInterrupted _,
                    CaptureEvent.StationStatus _,
                    CaptureEvent.StationBeat _,
                    CaptureEvent.CameraLost _,
                    CaptureEvent.StationTroubled _ ->
                    this;
        };
    }

    private Map<CameraRole, CaptureEvent.CameraFound> seen(CaptureEvent.CameraFound found) {
        Map<CameraRole, CaptureEvent.CameraFound> next = new EnumMap<>(CameraRole.class);
        next.putAll(cameras);
        next.put(found.role(), found);
        return next;
    }

    private static <K> Map<K, Integer> more(Map<K, Integer> counts, K one) {
        Map<K, Integer> next = new HashMap<>(counts);
        next.merge(one, 1, Integer::sum);
        return next;
    }
}
