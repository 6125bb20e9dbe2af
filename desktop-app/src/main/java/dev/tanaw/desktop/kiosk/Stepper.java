package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Side;
import dev.tanaw.desktop.kiosk.Screen.Attract;
import dev.tanaw.desktop.kiosk.Screen.CameraLost;
import dev.tanaw.desktop.kiosk.Screen.Confirm;
import dev.tanaw.desktop.kiosk.Screen.Done;
import dev.tanaw.desktop.kiosk.Screen.Flip;
import dev.tanaw.desktop.kiosk.Screen.Live;
import dev.tanaw.desktop.kiosk.Screen.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// How far the session is: front, back, face, done. Empty where none runs.
record Stepper(List<Stop> stops) {
    enum Mark {
        AHEAD,
        CURRENT,
        DONE,
        /// This document has no such side.
        SKIPPED
    }

    /// @param key of its text
    record Stop(String key, Mark mark) {}

    /// @param face whether this station captures faces
    static Stepper on(Screen screen, boolean face) {
        return switch (screen) {
            case Attract _,
                    CameraLost _,
                    Screen.Refused _,
                    Screen.Interrupted _,
                    Screen.Idle _,
                    Screen.Locked _,
                    Screen.Operator _,
                    Screen.Consent _,
                    Screen.Choosing _,
                    Screen.Edit _,
                    Screen.Overrule _ ->
                    new Stepper(List.of());
            case Live live -> at(live.side(), live.findings().taken(), face);
            case Reading reading -> at(reading.side(), reading.findings().taken(), face);
            case Confirm confirm -> at(confirm.side(), confirm.findings().taken(), face);
            case Flip flip -> at(Side.BACK, flip.findings().taken(), face);
            case Screen.Summary summary -> ended(summary.findings(), Mark.CURRENT, face);
            case Done done -> ended(done.findings(), Mark.DONE, face);
        };
    }

    private static Stepper ended(Findings findings, Mark last, boolean face) {
        return whole(
                side -> findings.taken().contains(side) ? Mark.DONE : Mark.SKIPPED, last, face);
    }

    private static Stepper at(Side current, Set<Side> taken, boolean face) {
        return whole(side -> mark(side, current, taken), Mark.AHEAD, face);
    }

    private static Stepper whole(Function<Side, Mark> mark, Mark last, boolean face) {
        List<Stop> stops = new ArrayList<>();
        stops.add(new Stop("stepper.front", mark.apply(Side.FRONT)));
        stops.add(new Stop("stepper.back", mark.apply(Side.BACK)));
        if (face) {
            stops.add(new Stop("stepper.face", mark.apply(Side.FACE)));
        }
        stops.add(new Stop("stepper.done", last));
        return new Stepper(List.copyOf(stops));
    }

    private static Mark mark(Side side, Side current, Set<Side> taken) {
        if (side == current) {
            return Mark.CURRENT;
        }
        if (taken.contains(side)) {
            return Mark.DONE;
        }
        // Whoever looks into the camera has a document without a back.
        return side == Side.BACK && current == Side.FACE ? Mark.SKIPPED : Mark.AHEAD;
    }
}
