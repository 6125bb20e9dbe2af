package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Side;
import dev.tanaw.desktop.kiosk.Screen.Attract;
import dev.tanaw.desktop.kiosk.Screen.CameraLost;
import dev.tanaw.desktop.kiosk.Screen.Confirm;
import dev.tanaw.desktop.kiosk.Screen.Done;
import dev.tanaw.desktop.kiosk.Screen.Flip;
import dev.tanaw.desktop.kiosk.Screen.Live;
import dev.tanaw.desktop.kiosk.Screen.Reading;
import java.util.List;
import java.util.Set;

/// How far the session is: front, back, done. Empty where none runs.
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

    static Stepper on(Screen screen) {
        return switch (screen) {
            case Attract _,
                    CameraLost _,
                    Screen.Refused _,
                    Screen.Idle _,
                    Screen.Locked _,
                    Screen.Operator _,
                    Screen.Consent _,
                    Screen.Choosing _,
                    Screen.Edit _,
                    Screen.Overrule _ ->
                    new Stepper(List.of());
            case Live live -> at(live.side(), live.findings().taken());
            case Reading reading -> at(reading.side(), reading.findings().taken());
            case Confirm confirm -> at(confirm.side(), confirm.findings().taken());
            case Flip flip -> at(Side.BACK, flip.findings().taken());
            case Screen.Summary summary -> ended(summary.findings(), Mark.CURRENT);
            case Done done -> ended(done.findings(), Mark.DONE);
        };
    }

    private static Stepper ended(Findings findings, Mark last) {
        return new Stepper(
                List.of(
                        new Stop("stepper.front", Mark.DONE),
                        new Stop(
                                "stepper.back",
                                findings.taken().contains(Side.BACK) ? Mark.DONE : Mark.SKIPPED),
                        new Stop("stepper.done", last)));
    }

    private static Stepper at(Side current, Set<Side> taken) {
        return new Stepper(
                List.of(
                        new Stop("stepper.front", mark(Side.FRONT, current, taken)),
                        new Stop("stepper.back", mark(Side.BACK, current, taken)),
                        new Stop("stepper.done", Mark.AHEAD)));
    }

    private static Mark mark(Side side, Side current, Set<Side> taken) {
        if (side == current) {
            return Mark.CURRENT;
        }
        return taken.contains(side) ? Mark.DONE : Mark.AHEAD;
    }
}
