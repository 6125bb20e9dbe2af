package dev.tanaw.capture.session;

import dev.tanaw.capture.event.CancelReason;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Instruction;
import java.time.Duration;
import java.util.Optional;

/// The effects that tell others.
final class Tell {
    private Tell() {}

    static Effect publish(Session session, CaptureEvent event) {
        return new Effect.Publish(session.id(), event);
    }

    static Effect change(
            Session session, State from, State to, Moment at, Instruction instruction) {
        return change(session, from, to, at, instruction, Duration.ZERO);
    }

    static Effect change(
            Session session,
            State from,
            State to,
            Moment at,
            Instruction instruction,
            Duration animation) {
        return change(session, from, to, at, instruction, animation, Optional.empty());
    }

    static Effect change(
            Session session,
            State from,
            State to,
            Moment at,
            Instruction instruction,
            Duration animation,
            Optional<CancelReason> reason) {
        return publish(
                session,
                new CaptureEvent.StateChanged(
                        from.step(),
                        to.step(),
                        to.side(),
                        reason,
                        instruction,
                        animation,
                        sinceLast(session, at)));
    }

    /// A frame that was taken before somebody pressed a button may be judged after it.
    private static Duration sinceLast(Session session, Moment at) {
        Duration since = at.since(session.stateSince());
        return since.isNegative() ? Duration.ZERO : since;
    }
}
