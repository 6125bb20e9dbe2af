package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.CancelReason;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Field.Place;
import dev.tanaw.capture.event.Field.Source;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.GateReading;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Outcome;
import dev.tanaw.capture.event.Presence;
import dev.tanaw.capture.event.Recovery;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The events of a session as the station sends them, of the person that ICAO Doc 9303 invents.
final class Story {
    static final List<Place> OUTLINE =
            List.of(
                    new Place(0.24, 0.17),
                    new Place(0.77, 0.19),
                    new Place(0.76, 0.79),
                    new Place(0.23, 0.77));

    private Story() {}

    static CaptureEvent change(Step from, Step to, Side side, Instruction instruction, int millis) {
        return new CaptureEvent.StateChanged(
                from,
                to,
                sideless(to) ? Optional.empty() : Optional.of(side),
                Optional.empty(),
                instruction,
                Duration.ofMillis(millis),
                Duration.ofMillis(700));
    }

    private static boolean sideless(Step step) {
        return switch (step) {
            case READY, CONSENT, DOCUMENT_CHOICE, SUMMARY, COMPLETE -> true;
            case SEARCHING, BACK_SEARCHING, LOCKED, COUNTDOWN, CAPTURED, CONFIRM, FLIP_TO_BACK ->
                    false;
        };
    }

    static CaptureEvent interrupted(Recovery recovery) {
        return new CaptureEvent.SessionInterrupted(
                "019a9f2c-0000-7cc3-98c4-dc0c0c07398f",
                Instant.parse("2026-11-22T02:13:07Z"),
                Step.SEARCHING,
                recovery,
                Optional.empty());
    }

    static CaptureEvent asked() {
        return change(Step.READY, Step.CONSENT, Side.FRONT, Instruction.ASK_CONSENT, 0);
    }

    static CaptureEvent choosing() {
        return change(
                Step.CONSENT, Step.DOCUMENT_CHOICE, Side.FRONT, Instruction.CHOOSE_DOCUMENT, 0);
    }

    static CaptureEvent summary() {
        return change(Step.CONFIRM, Step.SUMMARY, Side.FRONT, Instruction.CHECK, 8000);
    }

    static CaptureEvent idle() {
        return new CaptureEvent.PresenceChanged(Presence.IDLE, Duration.ofSeconds(20));
    }

    static CaptureEvent here() {
        return new CaptureEvent.PresenceChanged(Presence.HERE, Duration.ZERO);
    }

    /// The document number, with the check digit that does not match.
    static Field doubtful() {
        return new Field(
                "document_number",
                "D23145B90",
                0.5,
                Source.MRZ,
                List.of("mrz_check_digit_number:fail"),
                false,
                List.of());
    }

    static CaptureEvent begun() {
        return change(Step.READY, Step.SEARCHING, Side.FRONT, Instruction.SHOW_DOCUMENT, 0);
    }

    static CaptureEvent locked(Side side) {
        return change(Step.SEARCHING, Step.LOCKED, side, Instruction.STEADY, 0);
    }

    static CaptureEvent counting(Side side) {
        return change(
                Step.LOCKED,
                Step.COUNTDOWN,
                side,
                Instruction.DO_NOT_MOVE,
                side == Side.FACE ? 2000 : 600);
    }

    static CaptureEvent givenUp(Side side, CancelReason reason) {
        return new CaptureEvent.StateChanged(
                Step.COUNTDOWN,
                side == Side.BACK ? Step.BACK_SEARCHING : Step.SEARCHING,
                Optional.of(side),
                Optional.of(reason),
                Instruction.HOLD_STILL,
                Duration.ZERO,
                Duration.ofMillis(300));
    }

    static CaptureEvent taken(Side side) {
        return change(
                Step.COUNTDOWN,
                Step.CAPTURED,
                side,
                side == Side.FACE ? Instruction.TAKEN : Instruction.READING,
                400);
    }

    static CaptureEvent confirm(Side side) {
        return change(Step.CAPTURED, Step.CONFIRM, side, Instruction.CHECK, 4000);
    }

    static CaptureEvent flip() {
        return change(Step.CONFIRM, Step.FLIP_TO_BACK, Side.BACK, Instruction.FLIP, 400);
    }

    static CaptureEvent backSearching() {
        return change(Step.FLIP_TO_BACK, Step.BACK_SEARCHING, Side.BACK, Instruction.SHOW_BACK, 0);
    }

    static CaptureEvent faceSearching() {
        return change(Step.CONFIRM, Step.SEARCHING, Side.FACE, Instruction.SHOW_FACE, 0);
    }

    static CaptureEvent complete() {
        return change(Step.CONFIRM, Step.COMPLETE, Side.BACK, Instruction.DONE, 4000);
    }

    static CaptureEvent ready() {
        return change(Step.COMPLETE, Step.READY, Side.FRONT, Instruction.SHOW_DOCUMENT, 0);
    }

    static CaptureEvent ended(Outcome outcome) {
        return new CaptureEvent.SessionEnded(outcome);
    }

    static CaptureEvent seen(Side side, Instruction instruction, GateReading... gates) {
        return new CaptureEvent.QualityUpdated(side, 12, instruction, List.of(gates), OUTLINE);
    }

    static GateReading gate(Gate gate, double value, double limit, boolean pass) {
        return new GateReading(gate, value, limit, pass);
    }

    static CaptureEvent read(Side side, Field field) {
        return new CaptureEvent.FieldExtracted(side, field, Duration.ofMillis(220));
    }

    static Field field(String name, String value, double confidence) {
        return new Field(
                name,
                value,
                confidence,
                Source.MRZ,
                List.of("mrz_check_digit:pass"),
                false,
                List.of());
    }

    /// What a TD1 card says. Where the values stand in the zone of a TD1 card, roughly.
    static List<Field> mrz() {
        return List.of(
                at(1, 0, 1, field("document_type", "I", 0.99)),
                at(1, 2, 5, field("issuing_country", "UTO", 0.99)),
                at(3, 0, 8, field("last_name", "ERIKSSON", 0.93)),
                at(3, 10, 20, field("first_name", "ANNA MARIA", 0.82)),
                at(1, 5, 14, field("document_number", "D23145890", 0.98)),
                at(2, 15, 18, field("nationality", "UTO", 0.97)),
                at(2, 0, 6, field("date_of_birth", "1974-08-12", 0.98)),
                at(2, 7, 8, field("sex", "F", 0.96)),
                at(2, 8, 14, field("expiry_date", "2012-04-15", 0.71)),
                at(1, 15, 24, field("optional_data", "ZE184226B", 0.91)));
    }

    private static Field at(int line, int from, int to, Field field) {
        double left = 0.045 + from * 0.0305;
        double right = 0.045 + to * 0.0305;
        double top = 0.60 + line * 0.088;
        return new Field(
                field.name(),
                field.value(),
                field.confidence(),
                field.source(),
                field.checks(),
                field.repaired(),
                List.of(
                        new Place(left, top),
                        new Place(right, top),
                        new Place(right, top + 0.065),
                        new Place(left, top + 0.065)));
    }
}
