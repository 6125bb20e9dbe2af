package dev.tanaw.desktop.wire;

import dev.tanaw.capture.event.ActionOutcome;
import dev.tanaw.capture.event.CameraRole;
import dev.tanaw.capture.event.CancelReason;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.ConsentAnswer;
import dev.tanaw.capture.event.DiscardReason;
import dev.tanaw.capture.event.DocumentKind;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Field.Place;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.GateReading;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Movement;
import dev.tanaw.capture.event.Outcome;
import dev.tanaw.capture.event.OverrideReason;
import dev.tanaw.capture.event.Presence;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.event.Recovery;
import dev.tanaw.capture.event.Resemblance;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Step;
import dev.tanaw.capture.event.SupervisorAction;
import dev.tanaw.capture.event.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One event of each type, with the specimen of ICAO Doc 9303 where a person is needed.
final class Samples {
    static final String SESSION = "019a9f2c-7b1e-7cc3-98c4-dc0c0c07398f";

    private static final List<Place> CORNERS =
            List.of(
                    new Place(0.18, 0.16),
                    new Place(0.82, 0.17),
                    new Place(0.81, 0.83),
                    new Place(0.19, 0.82));

    private static final List<GateReading> GATES =
            List.of(
                    new GateReading(Gate.DOCUMENT, 0.93, 0.5, true),
                    new GateReading(Gate.FOCUS, 0.81, 0.65, true),
                    new GateReading(Gate.GLARE, 0.012, 0.008, false));

    private Samples() {}

    static List<CaptureEvent> all() {
        return List.of(
                new CaptureEvent.SessionStarted("replay", true),
                new CaptureEvent.StateChanged(
                        Step.COUNTDOWN,
                        Step.SEARCHING,
                        Optional.of(Side.FRONT),
                        Optional.of(CancelReason.MOTION_DETECTED),
                        Instruction.HOLD_STILL,
                        Duration.ZERO,
                        Duration.ofMillis(233)),
                new CaptureEvent.QualityUpdated(
                        Side.FRONT, 118, Instruction.LESS_GLARE, GATES, CORNERS),
                new CaptureEvent.GatePassed(Side.FRONT, GATES.get(1)),
                new CaptureEvent.GateFailed(Side.FRONT, GATES.get(2)),
                new CaptureEvent.CaptureStarted(Side.FRONT, Duration.ofMillis(600)),
                new CaptureEvent.CaptureProgressed(Side.FRONT, 0.5),
                new CaptureEvent.CaptureCompleted(
                        Side.FRONT, 171, 8, 243.7, GATES.subList(0, 2), List.of()),
                new CaptureEvent.ExtractionStarted(Side.FRONT),
                new CaptureEvent.FieldExtracted(Side.FRONT, surname(), Duration.ofMillis(212)),
                new CaptureEvent.ExtractionProgressed(Side.FRONT, 4, 9),
                new CaptureEvent.ExtractionCompleted(
                        Side.FRONT, "passport", 9, 0.98, Duration.ofMillis(260)),
                new CaptureEvent.ConsentAnswered(ConsentAnswer.AGREED, "2026-11"),
                new CaptureEvent.DocumentChosen(DocumentKind.PASSPORT),
                new CaptureEvent.FieldEdited(Side.FRONT, typed(), Optional.of(surname())),
                new CaptureEvent.Overridden(
                        Side.FRONT,
                        OverrideReason.COMPARED_BY_EYE,
                        List.of(Trouble.CHECK_DIGIT, Trouble.EXPIRED)),
                new CaptureEvent.MovementAsked(Movement.TURN_LEFT, Movement.Answer.DONE, 1, 2),
                new CaptureEvent.FacesCompared(Resemblance.ALIKE, 0.4132),
                new CaptureEvent.PresenceChanged(Presence.IDLE, Duration.ofSeconds(20)),
                new CaptureEvent.ValuesShown("desk-2", "The name cannot be read."),
                new CaptureEvent.SupervisorActed(
                        "019a9f2d-0b1e-7cc3-98c4-dc0c0c07398f",
                        SupervisorAction.RETAKE_FRONT,
                        "desk-2",
                        "supervisor",
                        "The number is blurred.",
                        ActionOutcome.DONE),
                new CaptureEvent.Warned(Trouble.DOCUMENT_UNSUPPORTED),
                new CaptureEvent.ProblemRaised(Trouble.HELP_WANTED),
                new CaptureEvent.SessionEnded(Outcome.COMPLETE),
                new CaptureEvent.StationStatus("0.1.0", "Replay camera", true, true, "Manila"),
                new CaptureEvent.StationBeat(Duration.ofSeconds(5)),
                new CaptureEvent.CameraLost(CameraRole.BOTH, "disconnected", Duration.ofSeconds(1)),
                new CaptureEvent.CameraFound(CameraRole.BOTH, "Replay camera", 1280, 720),
                new CaptureEvent.SessionInterrupted(
                        "019a9f2c-0000-7cc3-98c4-dc0c0c07398f",
                        Instant.parse("2026-11-22T10:13:07.042Z"),
                        Step.BACK_SEARCHING,
                        Recovery.DISCARDED,
                        Optional.of(DiscardReason.PERSON_LEFT)),
                new CaptureEvent.StationTroubled(Trouble.DISK_LOW, false));
    }

    static Field surname() {
        return new Field(
                "last_name",
                "ERIKSSON",
                0.97,
                Field.Source.MRZ,
                List.of("mrz_composite:pass"),
                false,
                List.of(
                        new Place(0.04, 0.82),
                        new Place(0.3, 0.82),
                        new Place(0.3, 0.88),
                        new Place(0.04, 0.88)),
                List.of(Field.Source.MRZ, Field.Source.PRINTED),
                List.of(new Field.Alternative("Eriksson", Field.Source.PRINTED, 0.93, true)));
    }

    private static Field typed() {
        return new Field(
                "last_name", "ERIKSEN", 1, Field.Source.TYPED, List.of(), false, surname().box());
    }

    static Recorded recorded(CaptureEvent event) {
        String session = event instanceof CaptureEvent.OfStation ? "" : SESSION;
        return new Recorded(
                session,
                42,
                41,
                Instant.parse("2026-11-22T10:15:30.123456Z"),
                Duration.ofMillis(3120),
                event);
    }
}
