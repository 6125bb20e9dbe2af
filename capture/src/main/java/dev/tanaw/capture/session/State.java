package dev.tanaw.capture.session;

import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Step;
import java.util.Optional;

/// Where the machine is, with exactly what is needed there.
public sealed interface State {
    /// How others see it.
    Step step();

    default Optional<Side> side() {
        return Optional.empty();
    }

    /// Nobody is served.
    ///
    /// @param armed whether a document in view starts a session; false until the last one has gone
    record Ready(boolean armed, int seen) implements State {
        static final Ready ARMED = new Ready(true, 0);
        static final Ready DISARMED = new Ready(false, 0);

        @Override
        public Step step() {
            return Step.READY;
        }
    }

    /// Nobody is served before somebody has said whether a session that was interrupted goes on.
    record Interrupted(OpenSession left, Moment since) implements State {
        @Override
        public Step step() {
            return Step.READY;
        }
    }

    /// Someone is served.
    sealed interface Serving extends State {
        Session session();

        /// The same place of a session that knows something more.
        Serving with(Session next);
    }

    /// The person is asked for consent.
    record Consent(Session session) implements Serving {
        @Override
        public Step step() {
            return Step.CONSENT;
        }

        @Override
        public Consent with(Session next) {
            return new Consent(next);
        }
    }

    /// The person is asked what the document is.
    ///
    /// @param seen for how many frames a document has lain there meanwhile
    record Choosing(Session session, int seen) implements Serving {
        @Override
        public Step step() {
            return Step.DOCUMENT_CHOICE;
        }

        @Override
        public Choosing with(Session next) {
            return new Choosing(next, seen);
        }
    }

    /// Frames are being judged for a picture of a side.
    sealed interface Aiming extends Serving {
        Side aimedAt();

        Watch watch();

        @Override
        Aiming with(Session next);

        @Override
        default Optional<Side> side() {
            return Optional.of(aimedAt());
        }
    }

    record Searching(Session session, Side aimedAt, Watch watch) implements Aiming {
        @Override
        public Step step() {
            return aimedAt == Side.BACK ? Step.BACK_SEARCHING : Step.SEARCHING;
        }

        @Override
        public Searching with(Session next) {
            return new Searching(next, aimedAt, watch);
        }
    }

    record Locked(Session session, Side aimedAt, Watch watch) implements Aiming {
        @Override
        public Step step() {
            return Step.LOCKED;
        }

        @Override
        public Locked with(Session next) {
            return new Locked(next, aimedAt, watch);
        }
    }

    /// @param due when the picture is taken, if nothing moves until then
    record Countdown(Session session, Side aimedAt, Watch watch, Moment startedAt, Moment due)
            implements Aiming {
        @Override
        public Step step() {
            return Step.COUNTDOWN;
        }

        @Override
        public Countdown with(Session next) {
            return new Countdown(next, aimedAt, watch, startedAt, due);
        }
    }

    /// @param shutterUntil the flash and the check mark are shown at least so long
    /// @param deadline for the readers
    record Captured(
            Session session,
            Side taken,
            Moment shotAt,
            Moment shutterUntil,
            Moment deadline,
            Reading reading)
            implements Serving {
        @Override
        public Step step() {
            return Step.CAPTURED;
        }

        @Override
        public Captured with(Session next) {
            return new Captured(next, taken, shotAt, shutterUntil, deadline, reading);
        }

        @Override
        public Optional<Side> side() {
            return Optional.of(taken);
        }
    }

    /// How far the readers are.
    enum Reading {
        RUNNING,
        DONE
    }

    /// @param deadline when it goes on by itself; empty when it waits for a person
    record Confirm(Session session, Side shown, Optional<Moment> deadline) implements Serving {
        @Override
        public Step step() {
            return Step.CONFIRM;
        }

        @Override
        public Confirm with(Session next) {
            return new Confirm(next, shown, deadline);
        }

        @Override
        public Optional<Side> side() {
            return Optional.of(shown);
        }
    }

    record Flip(Session session, Moment until) implements Serving {
        @Override
        public Step step() {
            return Step.FLIP_TO_BACK;
        }

        @Override
        public Flip with(Session next) {
            return new Flip(next, until);
        }

        @Override
        public Optional<Side> side() {
            return Optional.of(Side.BACK);
        }
    }

    /// Everything is shown once more.
    ///
    /// @param deadline when it goes on by itself; empty when it waits for a person
    record Summary(Session session, Optional<Moment> deadline) implements Serving {
        @Override
        public Step step() {
            return Step.SUMMARY;
        }

        @Override
        public Summary with(Session next) {
            return new Summary(next, deadline);
        }
    }

    record Complete(Session session, Moment until) implements Serving {
        @Override
        public Step step() {
            return Step.COMPLETE;
        }

        @Override
        public Complete with(Session next) {
            return new Complete(next, until);
        }
    }
}
