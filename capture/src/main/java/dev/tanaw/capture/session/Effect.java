package dev.tanaw.capture.session;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Side;
import java.util.Optional;

/// What the machine wants done.
public sealed interface Effect {

    record Publish(String session, CaptureEvent event) implements Effect {}

    record PublishStation(CaptureEvent event) implements Effect {}

    /// Make an id and answer with the new session's first signal.
    ///
    /// @param resumed what it goes on with
    record AskSession(Optional<OpenSession> resumed) implements Effect {
        AskSession() {
            this(Optional.empty());
        }
    }

    /// From now on frames are searched for what this side is of.
    record LookFor(Side side) implements Effect {}

    /// Forget the frames that were kept for choosing among.
    record ClearBurst() implements Effect {}

    /// Remember this frame as one to choose from.
    record AddToBurst(long frame) implements Effect {}

    /// Keep the best of the burst as this side's picture and answer with [Signal.ShotKept].
    record KeepBest(String session, Side side) implements Effect {}

    /// Read the kept picture.
    record Read(String session, Side side) implements Effect {}

    /// Compare the person's picture with the portrait on the document's, and answer with
    /// [Signal.Compared].
    record Compare(String session) implements Effect {}

    /// Stop the readers and let go of that side's picture.
    record Drop(String session, Side side) implements Effect {}

    /// The picture that was taken for the front's is of the back: let go of it, and know it again.
    record TurnOver(String session) implements Effect {}

    /// Stop everything and let go of all pictures of the session.
    record Release(String session) implements Effect {}
}
