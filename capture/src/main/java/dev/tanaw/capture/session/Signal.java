package dev.tanaw.capture.session;

import dev.tanaw.capture.event.Component;
import dev.tanaw.capture.event.DocumentKind;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.GateReading;
import dev.tanaw.capture.event.OverrideReason;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.quality.Measurement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// What reaches the machine from outside. Each carries its time.
public sealed interface Signal {
    Moment at();

    record Begin(Moment at, String session, String camera, boolean demonstration)
            implements Signal {}

    /// The document is not where it was one frame before. Comes ahead of the same frame's [Judged],
    /// which takes a search longer.
    record Moved(Moment at, long frame) implements Signal {}

    /// A frame was measured.
    record Judged(Moment at, long frame, Measurement measurement) implements Signal {}

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
            implements Signal {
        public ShotKept {
            gates = List.copyOf(gates);
            components = List.copyOf(components);
        }
    }

    record FieldRead(Moment at, String session, Side side, Field field, int found, int expected)
            implements Signal {}

    /// The readers are through.
    ///
    /// @param sides what this kind of document has
    /// @param today by the wall clock, to judge the expiry by
    record ReadingDone(
            Moment at,
            String session,
            Side side,
            String documentType,
            Set<Side> sides,
            int fields,
            double confidence,
            LocalDate today)
            implements Signal {
        public ReadingDone {
            sides = Set.copyOf(sides);
        }
    }

    /// A reader could not do its work; the picture is kept.
    record ReadingFailed(Moment at, String session, Side side, Trouble trouble) implements Signal {}

    record Agree(Moment at) implements Signal {}

    record Decline(Moment at) implements Signal {}

    record Choose(Moment at, DocumentKind kind) implements Signal {}

    /// Somebody typed the value of a field.
    record Edit(Moment at, Side side, String name, String value) implements Signal {
        /// The value is personal and belongs in no log.
        @Override
        public String toString() {
            return "Edit[" + side + ", " + name + "]";
        }
    }

    /// Accepts the document in spite of what was found, and goes on.
    record Overrule(Moment at, OverrideReason reason) implements Signal {}

    /// Goes on without a picture of the face.
    record SkipFace(Moment at, OverrideReason reason) implements Signal {}

    /// Somebody is there and wants the time that it takes.
    record Stay(Moment at) implements Signal {}

    record CallHelp(Moment at) implements Signal {}

    /// The session ends here and goes on with a member of staff.
    record Refer(Moment at) implements Signal {}

    record ShootNow(Moment at) implements Signal {}

    record Confirm(Moment at) implements Signal {}

    record Retake(Moment at, Side side) implements Signal {}

    record SkipBack(Moment at) implements Signal {}

    record Cancel(Moment at) implements Signal {}

    /// The station is about to stop; a session that runs ends here.
    record Leave(Moment at) implements Signal {}

    record CameraLost(Moment at, String fault, Duration retryIn) implements Signal {}

    record CameraFound(Moment at, String camera, int width, int height) implements Signal {}

    /// Something about the station itself.
    record Troubled(Moment at, Trouble trouble, boolean over) implements Signal {}

    /// Something about the station that its watchers should know.
    record Notice(Moment at, Trouble trouble) implements Signal {}

    /// The values of a session are about to be shown to somebody elsewhere.
    record Disclosed(Moment at, String session, String to, String reason) implements Signal {}

    record Tick(Moment at) implements Signal {}
}
