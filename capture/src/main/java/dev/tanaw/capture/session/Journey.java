package dev.tanaw.capture.session;

import java.util.EnumSet;
import java.util.Set;

/// Where a session stops and waits for a person: what the deployer decides. A station that nobody
/// attends stops nowhere.
///
/// @param consentText names the wording that is agreed to, for the record
public record Journey(Set<Stop> stops, String consentText) {
    /// The wording that the kiosk shows.
    private static final String WORDING = "2026-11";

    /// A place to stop.
    public enum Stop {
        /// The person is asked before anything is captured.
        CONSENT,
        /// The person says what they have, unless they lay it down first.
        CHOICE,
        /// The person's face is captured after the document.
        FACE,
        /// Before that the person is asked to turn their head and to blink, see [Challenge].
        MOVEMENT,
        /// What is doubtful is looked at, and what is wrong accepted only with a reason.
        REVIEW,
        /// Everything is shown once more before the end.
        SUMMARY
    }

    public Journey {
        stops = Set.copyOf(stops);
    }

    public static Journey of(Set<Stop> stops) {
        // Whose face is captured agrees to more.
        return new Journey(stops, stops.contains(Stop.FACE) ? WORDING + "-face" : WORDING);
    }

    public static Journey unattended() {
        return of(Set.of());
    }

    /// With a person at the window.
    public static Journey attended() {
        return of(EnumSet.of(Stop.CONSENT, Stop.FACE, Stop.REVIEW, Stop.SUMMARY));
    }

    public boolean stopsAt(Stop stop) {
        return stops.contains(stop);
    }
}
