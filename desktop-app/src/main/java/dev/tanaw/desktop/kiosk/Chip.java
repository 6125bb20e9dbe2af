package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.GateReading;
import dev.tanaw.capture.event.Side;
import java.util.List;
import java.util.Set;

/// One word about the picture, from the gates behind it.
record Chip(Kind kind, Mark mark) {

    enum Kind {
        LIGHT,
        FOCUS,
        GLARE,
        ANGLE,
        SIZE,
        POSE,
        DISTANCE,
        EYES;

        private static final List<Kind> OF_DOCUMENT = List.of(LIGHT, FOCUS, GLARE, ANGLE, SIZE);
        private static final List<Kind> OF_FACE = List.of(LIGHT, POSE, DISTANCE, EYES, FOCUS);

        Set<Gate> gates() {
            return switch (this) {
                case LIGHT -> Set.of(Gate.LIGHT, Gate.CONTRAST, Gate.DYNAMIC_RANGE, Gate.EVENNESS);
                case FOCUS -> Set.of(Gate.FOCUS);
                case GLARE -> Set.of(Gate.GLARE);
                case ANGLE -> Set.of(Gate.TILT);
                case POSE -> Set.of(Gate.YAW, Gate.PITCH, Gate.ROLL);
                case DISTANCE -> Set.of(Gate.EYE_DISTANCE, Gate.HEAD_SIZE);
                case EYES -> Set.of(Gate.EYES_OPEN);
                case SIZE -> Set.of(Gate.SIZE, Gate.RESOLUTION);
            };
        }
    }

    enum Mark {
        GOOD,
        ADJUST,
        /// Not measured on this frame.
        UNKNOWN
    }

    /// Always all of them, in the same order: a row that jumps cannot be read.
    static List<Chip> of(Side side, List<GateReading> gates) {
        List<Kind> kinds = side.ofDocument() ? Kind.OF_DOCUMENT : Kind.OF_FACE;
        return kinds.stream().map(kind -> new Chip(kind, mark(kind, gates))).toList();
    }

    private static Mark mark(Kind kind, List<GateReading> gates) {
        List<GateReading> own =
                gates.stream().filter(reading -> kind.gates().contains(reading.gate())).toList();
        if (own.stream().anyMatch(reading -> !reading.pass() && !Double.isNaN(reading.value()))) {
            return Mark.ADJUST;
        }
        boolean measured = !own.isEmpty() && own.stream().allMatch(GateReading::pass);
        return measured ? Mark.GOOD : Mark.UNKNOWN;
    }
}
