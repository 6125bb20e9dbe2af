package dev.tanaw.capture.quality;

import dev.tanaw.capture.event.CancelReason;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.GateReading;
import dev.tanaw.capture.event.Instruction;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The gates of one frame, judged.
///
/// @param sharpening what to do about a picture that is not sharp
public record Verdict(List<GateReading> readings, Instruction sharpening) {
    /// What must be right before the station asks the person to hold still.
    private static final Set<Gate> FRAMING =
            EnumSet.of(
                    Gate.DOCUMENT,
                    Gate.MARGIN,
                    Gate.CORNERS,
                    Gate.SIZE,
                    Gate.RESOLUTION,
                    Gate.TILT,
                    Gate.FACE,
                    Gate.ONE_FACE,
                    Gate.CENTRE,
                    Gate.EYE_DISTANCE,
                    Gate.HEAD_SIZE);

    public Verdict {
        readings = List.copyOf(readings);
    }

    public Verdict(List<GateReading> readings) {
        this(readings, Instruction.SHARPEN);
    }

    public boolean good() {
        return readings.stream().allMatch(GateReading::pass);
    }

    public boolean framed() {
        return readings.stream()
                .filter(r -> FRAMING.contains(r.gate()))
                .allMatch(GateReading::pass);
    }

    /// Whether what is searched for is there.
    public boolean seen() {
        return passes(Gate.DOCUMENT) || passes(Gate.FACE);
    }

    public boolean passes(Gate gate) {
        return passing().contains(gate);
    }

    public Set<Gate> passing() {
        return readings.stream()
                .filter(GateReading::pass)
                .map(GateReading::gate)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Gate.class)));
    }

    /// The most important thing that is wrong, as what to do about it; empty when nothing is.
    public Optional<Instruction> remedy() {
        return readings.stream()
                .filter(r -> !r.pass())
                .map(Verdict::remedy)
                .min(Enum::compareTo)
                .map(most -> most == Instruction.SHARPEN ? sharpening : most);
    }

    /// Why a countdown cannot go on; empty when it can.
    public Optional<CancelReason> reason() {
        return readings.stream().filter(r -> !r.pass()).map(r -> reason(r.gate())).findFirst();
    }

    private static Instruction remedy(GateReading reading) {
        return switch (reading.gate()) {
            case DOCUMENT -> Instruction.SHOW_DOCUMENT;
            case MARGIN, CORNERS -> Instruction.SHOW_CORNERS;
            case SIZE -> above(reading) ? Instruction.TOO_CLOSE : Instruction.TOO_FAR;
            case RESOLUTION -> Instruction.TOO_FAR;
            case TILT -> Instruction.STRAIGHTEN;
            case STABILITY -> Instruction.HOLD_STILL;
            case FOCUS -> Instruction.SHARPEN;
            case LIGHT -> above(reading) ? Instruction.TOO_BRIGHT : Instruction.TOO_DARK;
            case CONTRAST -> Instruction.TOO_DARK;
            case GLARE -> Instruction.LESS_GLARE;
            case OTHER_SIDE -> Instruction.OTHER_SIDE;
            case FACE -> Instruction.SHOW_FACE;
            case ONE_FACE -> Instruction.ONE_FACE;
            case CENTRE -> Instruction.CENTRE;
            case EYE_DISTANCE -> Instruction.TOO_FAR;
            case HEAD_SIZE -> Instruction.TOO_CLOSE;
            case YAW, PITCH -> Instruction.FACE_CAMERA;
            case ROLL -> Instruction.LEVEL_HEAD;
            case EYES_OPEN -> Instruction.OPEN_EYES;
            case MOUTH_CLOSED -> Instruction.CLOSE_MOUTH;
            case DYNAMIC_RANGE, EVENNESS -> Instruction.TOO_DARK;
        };
    }

    private static CancelReason reason(Gate gate) {
        return switch (gate) {
            case DOCUMENT -> CancelReason.DOCUMENT_LOST;
            case MARGIN, CORNERS -> CancelReason.CORNERS_MISSING;
            case SIZE, RESOLUTION -> CancelReason.FILL_RATIO_LOW;
            case FACE -> CancelReason.FACE_LOST;
            case EYE_DISTANCE, HEAD_SIZE -> CancelReason.FILL_RATIO_LOW;
            case TILT,
                    LIGHT,
                    CONTRAST,
                    OTHER_SIDE,
                    ONE_FACE,
                    CENTRE,
                    YAW,
                    PITCH,
                    ROLL,
                    EYES_OPEN,
                    MOUTH_CLOSED,
                    DYNAMIC_RANGE,
                    EVENNESS ->
                    CancelReason.QUALITY_DEGRADED;
            case STABILITY -> CancelReason.MOTION_DETECTED;
            case FOCUS -> CancelReason.FOCUS_LOST;
            case GLARE -> CancelReason.GLARE_HIGH;
        };
    }

    private static boolean above(GateReading reading) {
        return reading.value() >= reading.limit();
    }
}
