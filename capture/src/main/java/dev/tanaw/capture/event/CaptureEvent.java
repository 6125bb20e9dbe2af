package dev.tanaw.capture.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What happened in a session. The kiosk, the stream, the record and the tests all fold over a list
/// of these; nothing else tells them anything.
public sealed interface CaptureEvent {

    /// Whether every reader must see this very event. Of the others the newest is enough.
    default boolean lasting() {
        return switch (this) {
            case QualityUpdated _, CaptureProgressed _, ExtractionProgressed _, StationBeat _ ->
                    false;
            case SessionStarted _,
                    StateChanged _,
                    GatePassed _,
                    GateFailed _,
                    CaptureStarted _,
                    CaptureCompleted _,
                    ExtractionStarted _,
                    FieldExtracted _,
                    ExtractionCompleted _,
                    ConsentAnswered _,
                    DocumentChosen _,
                    FieldEdited _,
                    Overridden _,
                    MovementAsked _,
                    FacesCompared _,
                    PresenceChanged _,
                    ValuesShown _,
                    SupervisorActed _,
                    Warned _,
                    ProblemRaised _,
                    SessionEnded _,
                    OfStation _ ->
                    true;
        };
    }

    /// @param camera where the pictures come from: `webcam`, `network` or `replay`
    /// @param demonstration true when the pictures are not of this moment
    /// @param resumes the session that was interrupted and goes on in this one
    record SessionStarted(String camera, boolean demonstration, Optional<String> resumes)
            implements CaptureEvent {
        public SessionStarted(String camera, boolean demonstration) {
            this(camera, demonstration, Optional.empty());
        }
    }

    /// @param animation how long the step's animation lasts, so that others move in step
    /// @param sinceLast since the state changed before this
    record StateChanged(
            Step from,
            Step to,
            Optional<Side> side,
            Optional<CancelReason> reason,
            Instruction instruction,
            Duration animation,
            Duration sinceLast)
            implements CaptureEvent {}

    /// @param outline the document's corners as shares of the frame; empty when there is none
    record QualityUpdated(
            Side side,
            long frame,
            Instruction instruction,
            List<GateReading> gates,
            List<Field.Place> outline)
            implements CaptureEvent {
        public QualityUpdated {
            gates = List.copyOf(gates);
            outline = List.copyOf(outline);
        }
    }

    record GatePassed(Side side, GateReading reading) implements CaptureEvent {}

    record GateFailed(Side side, GateReading reading) implements CaptureEvent {}

    record CaptureStarted(Side side, Duration countdown) implements CaptureEvent {}

    /// @param done share of the countdown, 0 to 1
    record CaptureProgressed(Side side, double done) implements CaptureEvent {}

    /// @param frame number of the frame that was kept, the best of the burst
    /// @param dpi on the document; NaN of a face
    /// @param components what the picture of a face is worth; empty of a document
    record CaptureCompleted(
            Side side,
            long frame,
            int burst,
            double dpi,
            List<GateReading> gates,
            List<Component> components)
            implements CaptureEvent {
        public CaptureCompleted {
            gates = List.copyOf(gates);
            components = List.copyOf(components);
        }
    }

    record ExtractionStarted(Side side) implements CaptureEvent {}

    /// @param sinceShot from the shot to this value
    record FieldExtracted(Side side, Field field, Duration sinceShot) implements CaptureEvent {}

    record ExtractionProgressed(Side side, int found, int expected) implements CaptureEvent {}

    /// @param documentType `passport`, `id_card`, `visa`, `driving_licence` or `unknown`
    /// @param confidence weighted mean over the fields, 0 when there are none
    record ExtractionCompleted(
            Side side, String documentType, int fields, double confidence, Duration sinceShot)
            implements CaptureEvent {}

    /// @param text which wording was agreed or declined
    record ConsentAnswered(ConsentAnswer answer, String text) implements CaptureEvent {}

    record DocumentChosen(DocumentKind kind) implements CaptureEvent {}

    /// Somebody typed a value.
    ///
    /// @param original what was read from the document; empty when nothing was
    record FieldEdited(Side side, Field field, Optional<Field> original) implements CaptureEvent {}

    /// Somebody took it upon themselves to accept a document in spite of these troubles.
    record Overridden(Side side, OverrideReason reason, List<Trouble> troubles)
            implements CaptureEvent {
        public Overridden {
            troubles = List.copyOf(troubles);
        }
    }

    /// The person is asked for a movement, or was.
    ///
    /// @param number of the movement, from 1
    record MovementAsked(Movement movement, Movement.Answer answer, int number, int of)
            implements CaptureEvent {}

    /// The person was compared with the portrait on the document: an aid for who looks at both.
    ///
    /// @param distance of their templates, 0 and more; NaN where there was nothing to compare
    record FacesCompared(Resemblance resemblance, double distance) implements CaptureEvent {}

    /// Somebody elsewhere sees the values, and not only that there are some.
    ///
    /// @param to the name of their token
    /// @param reason in their own words
    record ValuesShown(String to, String reason) implements CaptureEvent {}

    /// Somebody elsewhere did something about the session, or tried to. Of the station itself when
    /// the session that was meant is over.
    ///
    /// @param id of the command, one event for each
    /// @param name of their token
    /// @param text what they write, or why; empty where that was not needed
    record SupervisorActed(
            String id,
            SupervisorAction action,
            String name,
            String role,
            String text,
            ActionOutcome outcome)
            implements CaptureEvent {
        /// What people write is nobody's business but those who see the event.
        @Override
        public String toString() {
            return "SupervisorActed[" + action + ", " + outcome + "]";
        }
    }

    /// @param wipeIn until the session is given up; zero when somebody is here
    record PresenceChanged(Presence presence, Duration wipeIn) implements CaptureEvent {}

    /// Something to look at; the session goes on.
    record Warned(Trouble trouble) implements CaptureEvent {}

    /// Something failed; nothing that was taken is lost.
    record ProblemRaised(Trouble trouble) implements CaptureEvent {}

    record SessionEnded(Outcome outcome) implements CaptureEvent {}

    /// The station as a whole, outside any session.
    sealed interface OfStation extends CaptureEvent {}

    /// @param camera name for people
    /// @param site where the station stands, for people; empty when nobody said
    record StationStatus(
            String version, String camera, boolean demonstration, boolean live, String site)
            implements OfStation {}

    /// The station is there and its session thread runs.
    ///
    /// The program ended in the middle of a session and was started again. That session is over;
    /// whether the person goes on in another one is what is asked.
    ///
    /// @param session that was interrupted
    /// @param startedAt wall clock
    /// @param step in which it was
    /// @param reason why it does not go on, once that is decided
    record SessionInterrupted(
            String session,
            Instant startedAt,
            Step step,
            Recovery recovery,
            Optional<DiscardReason> reason)
            implements OfStation {}

    /// @param every when to expect the next
    record StationBeat(Duration every) implements OfStation {}

    /// @param fault as [dev.tanaw.capture.camera.CameraException.Fault] names it
    record CameraLost(CameraRole role, String fault, Duration retryIn) implements OfStation {}

    record CameraFound(CameraRole role, String camera, int width, int height)
            implements OfStation {}

    /// Something about the station itself that somebody has to see to.
    ///
    /// @param over true when it has passed
    record StationTroubled(Trouble trouble, boolean over) implements OfStation {}
}
