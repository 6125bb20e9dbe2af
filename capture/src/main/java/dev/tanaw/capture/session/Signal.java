package dev.tanaw.capture.session;

import dev.tanaw.capture.event.CameraRole;
import dev.tanaw.capture.event.Component;
import dev.tanaw.capture.event.DiscardReason;
import dev.tanaw.capture.event.DocumentKind;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.GateReading;
import dev.tanaw.capture.event.OverrideReason;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.SupervisorAction;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.quality.Measurement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// What reaches the machine from outside. Each carries its time.
public sealed interface Signal {
    Moment at();

    /// What the pictures showed.
    sealed interface Seen extends Signal {}

    /// What a reader says of the picture that it was given.
    sealed interface Reported extends Signal {}

    /// What the person or the operator wants.
    sealed interface Wish extends Signal {}

    /// What became of the station, or is told to it from elsewhere.
    sealed interface OfStation extends Signal {}

    /// The first signal of a session.
    sealed interface Beginning extends Signal {
        /// The new session's id.
        String session();

        String camera();

        boolean demonstration();
    }

    record Begin(Moment at, String session, String camera, boolean demonstration)
            implements Beginning {}

    /// A session begins that goes on with one that was interrupted.
    record Resume(
            Moment at, String session, String camera, boolean demonstration, OpenSession resumed)
            implements Beginning {}

    /// The document is not where it was one frame before. Comes ahead of the same frame's [Judged],
    /// which takes a search longer.
    record Moved(Moment at, long frame) implements Seen {}

    /// A frame was measured.
    record Judged(Moment at, long frame, Measurement measurement) implements Seen {}

    /// The best frame of the burst is kept.
    ///
    /// @param burst how many good frames there were to choose from
    /// @param dpi NaN of a face
    record ShotKept(
            Moment at,
            String session,
            Side side,
            long frame,
            int burst,
            double dpi,
            List<GateReading> gates,
            List<Component> components)
            implements Seen {
        public ShotKept {
            gates = List.copyOf(gates);
            components = List.copyOf(components);
        }
    }

    record FieldRead(Moment at, String session, Side side, Field field, int found, int expected)
            implements Reported {}

    /// The readers are through.
    ///
    /// @param sides what this kind of document has
    /// @param back whether it is surely the back of a document, whatever it was taken for
    /// @param today by the wall clock, to judge the expiry by
    record ReadingDone(
            Moment at,
            String session,
            Side side,
            String documentType,
            Set<Side> sides,
            int fields,
            double confidence,
            boolean back,
            LocalDate today)
            implements Reported {
        public ReadingDone {
            sides = Set.copyOf(sides);
        }
    }

    /// A reader could not do its work; the picture is kept.
    record ReadingFailed(Moment at, String session, Side side, Trouble trouble)
            implements Reported {}

    /// The person was compared with the portrait on the document.
    ///
    /// @param distance of their templates; NaN where there was nothing to compare
    record Compared(Moment at, String session, double distance) implements Reported {}

    record Agree(Moment at) implements Wish {}

    record Decline(Moment at) implements Wish {}

    record Choose(Moment at, DocumentKind kind) implements Wish {}

    /// Somebody typed the value of a field.
    record Edit(Moment at, Side side, String name, String value) implements Wish {
        /// The value is personal and belongs in no log.
        @Override
        public String toString() {
            return "Edit[" + side + ", " + name + "]";
        }
    }

    /// Accepts the document in spite of what was found, and goes on.
    record Overrule(Moment at, OverrideReason reason) implements Wish {}

    /// Asks whoever supervises to accept the document.
    record AskApproval(Moment at) implements Wish {}

    /// Goes on without a picture of the face.
    record SkipFace(Moment at, OverrideReason reason) implements Wish {}

    /// Somebody is there and wants the time that it takes.
    record Stay(Moment at) implements Wish {}

    record CallHelp(Moment at) implements Wish {}

    /// The session ends here and goes on with a member of staff.
    record Refer(Moment at) implements Wish {}

    /// The session that was interrupted goes on.
    record TakeUp(Moment at) implements Wish {}

    /// The session that was interrupted does not go on.
    record Discard(Moment at, DiscardReason reason) implements Wish {}

    record ShootNow(Moment at) implements Wish {}

    record Confirm(Moment at) implements Wish {}

    record Retake(Moment at, Side side) implements Wish {}

    record SkipBack(Moment at) implements Wish {}

    record Cancel(Moment at) implements Wish {}

    /// The station is about to stop; a session that runs ends here.
    record Leave(Moment at) implements Wish {}

    record CameraLost(Moment at, CameraRole role, String fault, Duration retryIn)
            implements OfStation {}

    record CameraFound(Moment at, CameraRole role, String camera, int width, int height)
            implements OfStation {}

    /// When the program ended last, it did not end this session.
    record Interrupted(Moment at, OpenSession left) implements OfStation {}

    /// Something about the station itself.
    record Troubled(Moment at, Trouble trouble, boolean over) implements OfStation {}

    /// Something about the station that its watchers should know.
    record Notice(Moment at, Trouble trouble) implements OfStation {}

    /// The values of a session are about to be shown to somebody elsewhere.
    record Disclosed(Moment at, String session, String to, String reason) implements OfStation {}

    /// A supervisor elsewhere does something about a session. Answered with exactly one event.
    ///
    /// @param id of the command
    record Supervised(
            Moment at,
            String session,
            String id,
            SupervisorAction action,
            String name,
            String role,
            String text)
            implements OfStation {
        /// What people write belongs in no log.
        @Override
        public String toString() {
            return "Supervised[" + action + ", " + name + "]";
        }
    }

    record Tick(Moment at) implements Signal {}
}
