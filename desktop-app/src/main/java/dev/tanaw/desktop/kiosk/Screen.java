package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.CameraRole;
import dev.tanaw.capture.event.CancelReason;
import dev.tanaw.capture.event.Field.Place;
import dev.tanaw.capture.event.GateReading;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Outcome;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the window shows, with exactly what it needs for that. Points in time are those of
/// [System#nanoTime].
sealed interface Screen {

    /// Nobody is served.
    ///
    /// @param ended how the session before ended, while that is worth saying
    record Attract(Optional<Ended> ended) implements Screen {}

    record Ended(Outcome outcome, long at) {}

    /// @param serving whether a session waits for the camera
    record CameraLost(Outage outage, boolean serving) implements Screen {}

    /// The station could not start.
    ///
    /// @param detail what exactly, for whoever helps
    record Refused(Trouble trouble, String detail) implements Screen {}

    /// The program ended in the middle of a session: does it go on?
    ///
    /// @param startedAt wall clock
    record Interrupted(Instant startedAt) implements Screen {}

    /// @param wipeAt when the session is given up
    record Idle(long wipeAt) implements Screen {}

    /// @param closed whether it takes no digit for now
    record Locked(int digits, int wrong, boolean closed) implements Screen {}

    /// @param code that lets a browser in, while it does
    /// @param face whether a session waits for a face
    record Operator(
            Tally tally,
            Look look,
            Outages outages,
            boolean locked,
            Optional<PairingCode> code,
            boolean face)
            implements Screen {}

    /// A camera that is away.
    ///
    /// @param fault as the camera names it
    /// @param retryAt when the camera is tried again
    record Outage(CameraRole role, String fault, long retryAt) {}

    /// A session runs.
    sealed interface Serving extends Screen {
        Findings findings();
    }

    /// The person is asked for consent.
    record Consent(Findings findings) implements Serving {}

    /// The person is asked what they have.
    record Choosing(Findings findings) implements Serving {}

    /// How much help is offered: more, the longer it takes.
    enum Help {
        NONE,
        /// What to do, in more words.
        TIP,
        /// The person may take the picture as it is.
        SHUTTER,
        /// ...or call somebody.
        CHOICES
    }

    /// The camera's picture, and what to do.
    ///
    /// @param since when the search for this side began
    /// @param trouble what keeps it from going on, as far as that is known
    /// @param lapse why the last lock was given up, while that is worth saying
    record Live(
            Side side,
            Phase phase,
            long since,
            Help help,
            Optional<Trouble> trouble,
            Optional<Lapse> lapse,
            Sight sight,
            Findings findings)
            implements Serving {}

    sealed interface Phase {
        record Searching() implements Phase {}

        record Locked() implements Phase {}

        /// @param lasts until the shot
        record Countdown(Duration lasts) implements Phase {}
    }

    record Lapse(CancelReason reason, long at) {}

    /// What was seen on the newest judged frame.
    ///
    /// @param outline the document's corners as shares of the frame; empty when there is none
    record Sight(Instruction instruction, List<GateReading> gates, List<Place> outline) {
        public Sight {
            gates = List.copyOf(gates);
            outline = List.copyOf(outline);
        }

        static Sight of(Instruction instruction) {
            return new Sight(instruction, List.of(), List.of());
        }

        Sight saying(Instruction other) {
            return new Sight(other, gates, outline);
        }
    }

    /// The picture is taken and being read.
    ///
    /// @param expected how many values the readers hope for; empty until they say so
    record Reading(Side side, Optional<Integer> expected, Findings findings) implements Serving {}

    /// @param since when it was shown first
    /// @param patience until it goes on by itself
    record Confirm(Side side, long since, Duration patience, Findings findings)
            implements Serving {}

    /// @param turn length of the card's turn
    record Flip(Duration turn, Findings findings) implements Serving {}

    /// A value is typed.
    record Edit(Findings.Row row, Findings findings) implements Serving {}

    /// A reason is asked for.
    ///
    /// @param watched whether somebody elsewhere could approve it
    record Overrule(Findings findings, boolean watched) implements Serving {}

    /// @param since when it was shown first
    /// @param patience until it goes on by itself
    record Summary(long since, Duration patience, Findings findings) implements Serving {}

    /// @param since when it was shown first
    /// @param patience until it clears itself
    record Done(long since, Duration patience, Findings findings) implements Serving {}
}
