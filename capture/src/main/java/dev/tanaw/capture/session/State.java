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

    /// Someone is served.
    sealed interface Serving extends State {
        Session session();
    }

    /// Frames are being judged for a picture of a side.
    sealed interface Aiming extends Serving {
        Side aimedAt();

        Watch watch();

        @Override
        default Optional<Side> side() {
            return Optional.of(aimedAt());
        }
    }

    record Searching(Session session, Side aimedAt, Watch watch) implements Aiming {
        @Override
        public Step step() {
            return aimedAt == Side.FRONT ? Step.SEARCHING : Step.BACK_SEARCHING;
        }
    }

    record Locked(Session session, Side aimedAt, Watch watch) implements Aiming {
        @Override
        public Step step() {
            return Step.LOCKED;
        }
    }

    /// @param due when the picture is taken, if nothing moves until then
    record Countdown(Session session, Side aimedAt, Watch watch, Moment startedAt, Moment due)
            implements Aiming {
        @Override
        public Step step() {
            return Step.COUNTDOWN;
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
        public Optional<Side> side() {
            return Optional.of(taken);
        }
    }

    /// How far the readers are.
    enum Reading {
        RUNNING,
        DONE
    }

    record Confirm(Session session, Side shown, Moment deadline) implements Serving {
        @Override
        public Step step() {
            return Step.CONFIRM;
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
        public Optional<Side> side() {
            return Optional.of(Side.BACK);
        }
    }

    record Complete(Session session, Moment until) implements Serving {
        @Override
        public Step step() {
            return Step.COMPLETE;
        }
    }
}
