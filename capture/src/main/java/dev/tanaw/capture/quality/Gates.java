package dev.tanaw.capture.quality;

import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.GateReading;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Compares a measurement with the limits. Every gate is hard: none is outvoted by others. Pure.
public final class Gates {
    private final Map<Subject, Map<Gate, Limit>> limits = new EnumMap<>(Subject.class);
    private final FocusRange focus;

    /// @param document limits of what is measured on a document
    /// @param face of what is measured on a face
    public Gates(Map<Gate, Limit> document, Map<Gate, Limit> face) {
        this(document, face, FocusRange.UNKNOWN);
    }

    private Gates(Map<Gate, Limit> document, Map<Gate, Limit> face, FocusRange focus) {
        this.focus = focus;
        limits.put(Subject.DOCUMENT, new EnumMap<>(document));
        limits.put(Subject.FACE, new EnumMap<>(face));
        for (Gate gate : Gate.values()) {
            if (!document.containsKey(gate) && !face.containsKey(gate)) {
                throw new IllegalArgumentException("no limit for " + gate);
            }
        }
    }

    public static Gates standard() {
        return new Gates(document(), face());
    }

    /// The same limits, for a camera of which it is known where its picture is sharp: whoever holds
    /// a document out of that range is told which way to move it.
    public Gates sharpIn(FocusRange range) {
        return new Gates(limitsOf(Subject.DOCUMENT), limitsOf(Subject.FACE), range);
    }

    private Map<Gate, Limit> limitsOf(Subject subject) {
        return limits.getOrDefault(subject, Map.of());
    }

    /// @throws IllegalArgumentException where this subject has no such gate
    public Limit limit(Subject subject, Gate gate) {
        Limit limit = limitsOf(subject).get(gate);
        if (limit == null) {
            throw new IllegalArgumentException("no limit for %s of %s".formatted(gate, subject));
        }
        return limit;
    }

    /// Where a number is not ours: BlinkID (margin), Stripe Identity (stability, 0.95 between
    /// frames), Regula (tilt 10°), Innovatrics (light, contrast, glare), Veridas (size). Focus was
    /// set on the labelled frames, see `docs/decisions/0004-focus.md`. Beside the corners 97
    /// labelled frames have 0.94 and more; a drawn fingertip on a corner, and a card that looks out
    /// from behind another, 0.50.
    private static Map<Gate, Limit> document() {
        Map<Gate, Limit> limits = new EnumMap<>(Gate.class);
        limits.put(Gate.DOCUMENT, Limit.atLeast(0.5, 0.1));
        limits.put(Gate.MARGIN, Limit.atLeast(0.02, 0.01));
        limits.put(Gate.CORNERS, Limit.atLeast(0.70, 0.05));
        limits.put(Gate.SIZE, new Limit(0.55, 0.96, 0.03));
        limits.put(Gate.RESOLUTION, Limit.atLeast(150, 8));
        limits.put(Gate.TILT, Limit.atMost(10, 2));
        limits.put(Gate.STABILITY, Limit.atLeast(0.95, 0.01));
        limits.put(Gate.FOCUS, Limit.atLeast(0.60, 0.02));
        limits.put(Gate.LIGHT, new Limit(0.25, 0.90, 0.02));
        limits.put(Gate.CONTRAST, Limit.atLeast(0.30, 0.03));
        limits.put(Gate.GLARE, Limit.atMost(0.008, 0.004));
        limits.put(Gate.OTHER_SIDE, Limit.atMost(0.80, 0.05));
        return limits;
    }

    /// Starting values: no standard publishes limits for these. Yaw, pitch, roll and the distance
    /// of the eyes are those for pictures that are compared by machines; for a passport photograph
    /// yaw and pitch are 5°. Light is where the curve of ISO/IEC 29794-5 crosses its middle. The
    /// eyes were set on 271 pictures, see `docs/decisions/0011-face.md`; the others are ours,
    /// sharpness looked at with blurred ones. Evenness is below its limit on two of those pictures,
    /// and 0.14 where half of the face is black.
    private static Map<Gate, Limit> face() {
        Map<Gate, Limit> limits = new EnumMap<>(Gate.class);
        limits.put(Gate.FACE, Limit.atLeast(0.6, 0.1));
        limits.put(Gate.ONE_FACE, Limit.atMost(0.25, 0.05));
        limits.put(Gate.MARGIN, Limit.atLeast(0.02, 0.01));
        limits.put(Gate.CENTRE, Limit.atMost(0.15, 0.03));
        limits.put(Gate.EYE_DISTANCE, Limit.atLeast(90, 5));
        limits.put(Gate.HEAD_SIZE, Limit.atMost(0.45, 0.03));
        limits.put(Gate.YAW, new Limit(-15, 15, 2));
        limits.put(Gate.PITCH, Limit.atMost(15, 2));
        limits.put(Gate.ROLL, Limit.atMost(8, 2));
        limits.put(Gate.EYES_OPEN, Limit.atLeast(0.053, 0.002));
        limits.put(Gate.MOUTH_CLOSED, Limit.atMost(0.15, 0.02));
        limits.put(Gate.STABILITY, Limit.atLeast(0.85, 0.05));
        limits.put(Gate.FOCUS, Limit.atLeast(0.40, 0.03));
        limits.put(Gate.LIGHT, new Limit(0.20, 0.80, 0.02));
        limits.put(Gate.DYNAMIC_RANGE, Limit.atLeast(5, 0.3));
        limits.put(Gate.EVENNESS, Limit.atLeast(0.25, 0.03));
        return limits;
    }

    /// Judges each gate that applies. Where nothing was found only [Gate#DOCUMENT] or [Gate#FACE]
    /// does.
    ///
    /// @param held the gates that passed on the frame before
    public Verdict judge(Measurement measurement, Set<Gate> held) {
        List<GateReading> readings = new ArrayList<>();
        limitsOf(measurement.subject())
                .forEach((gate, limit) -> {
                    if (applies(gate, measurement)) {
                        readings.add(judge(gate, limit, measurement, held));
                    }
                });
        return new Verdict(readings, focus.sharpening(measurement.value(Gate.RESOLUTION)));
    }

    private static boolean applies(Gate gate, Measurement measurement) {
        return switch (gate) {
            case DOCUMENT, FACE -> true;
            // Only once the other side has been taken is there anything to compare with.
            case OTHER_SIDE -> measurement.found() && measurement.values().containsKey(gate);
            case MARGIN,
                    CORNERS,
                    SIZE,
                    RESOLUTION,
                    TILT,
                    STABILITY,
                    FOCUS,
                    LIGHT,
                    CONTRAST,
                    GLARE,
                    ONE_FACE,
                    CENTRE,
                    EYE_DISTANCE,
                    HEAD_SIZE,
                    YAW,
                    PITCH,
                    ROLL,
                    EYES_OPEN,
                    MOUTH_CLOSED,
                    DYNAMIC_RANGE,
                    EVENNESS ->
                    measurement.found();
        };
    }

    private static GateReading judge(
            Gate gate, Limit limit, Measurement measurement, Set<Gate> held) {
        boolean presence = gate == Gate.DOCUMENT || gate == Gate.FACE;
        double value = presence && !measurement.found() ? 0 : measurement.value(gate);
        return new GateReading(
                gate, value, limit.nearest(value), limit.allows(value, held.contains(gate)));
    }
}
