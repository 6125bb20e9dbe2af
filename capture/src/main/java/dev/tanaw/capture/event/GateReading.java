package dev.tanaw.capture.event;

/// One gate on one frame: the measured value in the gate's unit, the limit that applied, and
/// whether it passed. A value that could not be measured is NaN and has not passed.
public record GateReading(Gate gate, double value, double limit, boolean pass) {
    public GateReading {
        if (pass && Double.isNaN(value)) {
            throw new IllegalArgumentException(gate + " passed without a value");
        }
    }
}
