package dev.tanaw.capture.session;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.quality.Verdict;
import dev.tanaw.capture.session.Signal.Judged;
import java.util.ArrayList;
import java.util.List;

/// What is told of the frames that are looked at: each gate once its verdict stands, and the whole
/// a few times a second.
final class Reports {
    private final Timings timings;

    Reports(Timings timings) {
        this.timings = timings;
    }

    static List<Effect> gates(State.Aiming state, Watch seen, Verdict verdict) {
        List<Effect> reports = new ArrayList<>();
        verdict.readings().stream()
                .filter(reading -> worthTelling(seen, reading.gate()))
                .forEach(reading ->
                        reports.add(
                                Tell.publish(
                                        state.session(),
                                        reading.pass()
                                                ? new CaptureEvent.GatePassed(
                                                        state.aimedAt(), reading)
                                                : new CaptureEvent.GateFailed(
                                                        state.aimedAt(), reading))));
        return reports;
    }

    private static boolean worthTelling(Watch seen, Gate gate) {
        Watch.Standing standing = seen.steadiness().get(gate);
        return standing != null && standing.worthTelling();
    }

    /// Adds the quality event: at once when the instruction changed, else ten times a second.
    Transition quality(Transition step, State.Aiming before, Verdict verdict, Judged judged) {
        if (!(step.next() instanceof State.Aiming next)) {
            return step;
        }
        boolean news = next.watch().guidance().shown() != before.watch().guidance().shown();
        boolean due =
                before.watch()
                        .toldQuality()
                        .map(t -> judged.at().since(t))
                        .map(age -> age.isNegative() || age.compareTo(timings.qualityEvery()) >= 0)
                        .orElse(true);
        Watch watch = next.watch();
        if (!news && !due) {
            return Transition.to(
                    carrying(
                            next,
                            before.watch().toldQuality().map(watch::qualityTold).orElse(watch)),
                    step.effects());
        }
        List<Effect> effects = new ArrayList<>(step.effects());
        effects.add(
                Tell.publish(
                        next.session(),
                        new CaptureEvent.QualityUpdated(
                                next.aimedAt(),
                                judged.frame(),
                                watch.guidance().shown(),
                                verdict.readings(),
                                judged.measurement().outline())));
        return Transition.to(carrying(next, watch.qualityTold(judged.at())), effects);
    }

    private static State carrying(State.Aiming state, Watch watch) {
        return switch (state) {
            case State.Searching s -> new State.Searching(s.session(), s.aimedAt(), watch);
            case State.Locked s -> new State.Locked(s.session(), s.aimedAt(), watch);
            case State.Countdown s ->
                    new State.Countdown(s.session(), s.aimedAt(), watch, s.startedAt(), s.due());
        };
    }
}
