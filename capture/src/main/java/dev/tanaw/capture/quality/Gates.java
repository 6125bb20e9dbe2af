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
    private final Map<Gate, Limit> limits;

    public Gates(Map<Gate, Limit> limits) {
        this.limits = new EnumMap<>(limits);
        for (Gate gate : Gate.values()) {
            if (!limits.containsKey(gate)) {
                throw new IllegalArgumentException("no limit for " + gate);
            }
        }
    }

    /// Where a number is not ours: BlinkID (margin), Stripe Identity (stability, 0.95 between
    /// frames), Regula (tilt 10°), Innovatrics (light, contrast, glare), Veridas (size). Focus was
    /// set on the labelled frames, see `docs/decisions/0004-focus.md`.
    public static Gates standard() {
        Map<Gate, Limit> limits = new EnumMap<>(Gate.class);
        limits.put(Gate.DOCUMENT, Limit.atLeast(0.5, 0.1));
        limits.put(Gate.MARGIN, Limit.atLeast(0.02, 0.01));
        limits.put(Gate.SIZE, new Limit(0.55, 0.96, 0.03));
        limits.put(Gate.RESOLUTION, Limit.atLeast(150, 8));
        limits.put(Gate.TILT, Limit.atMost(10, 2));
        limits.put(Gate.STABILITY, Limit.atLeast(0.95, 0.01));
        limits.put(Gate.FOCUS, Limit.atLeast(0.60, 0.02));
        limits.put(Gate.LIGHT, new Limit(0.25, 0.90, 0.02));
        limits.put(Gate.CONTRAST, Limit.atLeast(0.30, 0.03));
        limits.put(Gate.GLARE, Limit.atMost(0.008, 0.004));
        limits.put(Gate.OTHER_SIDE, Limit.atMost(0.80, 0.05));
        return new Gates(limits);
    }

    /// Judges each gate that applies. Without a document only [Gate#DOCUMENT] does.
    ///
    /// @param held the gates that passed on the frame before
    public Verdict judge(Measurement measurement, Set<Gate> held) {
        List<GateReading> readings = new ArrayList<>();
        for (Gate gate : Gate.values()) {
            if (applies(gate, measurement)) {
                readings.add(judge(gate, measurement, held));
            }
        }
        return new Verdict(readings);
    }

    private static boolean applies(Gate gate, Measurement measurement) {
        return switch (gate) {
            case DOCUMENT -> true;
            // Only once the other side has been taken is there anything to compare with.
            case OTHER_SIDE -> measurement.found() && measurement.values().containsKey(gate);
            case MARGIN, SIZE, RESOLUTION, TILT, STABILITY, FOCUS, LIGHT, CONTRAST, GLARE ->
                    measurement.found();
        };
    }

    private GateReading judge(Gate gate, Measurement measurement, Set<Gate> held) {
        Limit limit = limits.get(gate);
        if (limit == null) {
            throw new IllegalStateException("checked in the constructor: " + gate);
        }
        double value = gate == Gate.DOCUMENT && !measurement.found() ? 0 : measurement.value(gate);
        return new GateReading(
                gate, value, limit.nearest(value), limit.allows(value, held.contains(gate)));
    }
}
