package dev.tanaw.capture.session;

import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.GateReading;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.quality.Measurement;
import dev.tanaw.capture.quality.Verdict;
import java.time.Duration;
import java.util.Optional;

/// Whether the room lets a picture be taken at all: a hand's shadow passes, a dark room stays.
///
/// @param wrong how the newest frame was
/// @param since when it began to be like that
/// @param told whether it has been said
record Room(Optional<Trouble> wrong, Moment since, boolean told) {
    /// A frame of an empty desk in a lit room lies far from both; no document can be found beyond.
    private static final double DARK = 0.10;

    private static final double BRIGHT = 0.97;

    /// Half of the light gate's range: on which side of it a failing document lies.
    private static final double MIDDLE = 0.5;

    private static final Duration SAID_AFTER = Duration.ofSeconds(3);

    static Room unknown(Moment at) {
        return new Room(Optional.empty(), at, false);
    }

    Room after(Moment at, Measurement measurement, Verdict verdict) {
        Optional<Trouble> now = judge(measurement, verdict);
        if (!now.equals(wrong)) {
            return new Room(now, at, false);
        }
        boolean setBack = at.since(since).isNegative();
        return setBack ? new Room(now, at, told) : this;
    }

    boolean worthTelling(Moment at) {
        return wrong.isPresent() && !told && at.since(since).compareTo(SAID_AFTER) >= 0;
    }

    Room toldNow() {
        return new Room(wrong, since, true);
    }

    private static Optional<Trouble> judge(Measurement measurement, Verdict verdict) {
        double light = measurement.value(Gate.LIGHT);
        boolean wrong =
                measurement.found()
                        ? verdict.readings().stream()
                                .filter(reading -> reading.gate() == Gate.LIGHT)
                                .anyMatch(Room::failed)
                        : light < DARK || light > BRIGHT;
        if (!wrong) {
            return Optional.empty();
        }
        return Optional.of(light < MIDDLE ? Trouble.ROOM_DARK : Trouble.ROOM_BRIGHT);
    }

    private static boolean failed(GateReading reading) {
        return !reading.pass() && !Double.isNaN(reading.value());
    }
}
