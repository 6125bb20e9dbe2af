package dev.tanaw.capture.camera.replay;

import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What happens before the replay camera, in order. After the last segment everything stays as it
/// is.
///
/// ```
/// Scenario.empty(seconds).approach(front).hold(seconds).shake().hold(seconds).remove()
/// ```
public record Scenario(List<Segment> segments) {
    static final Duration BRING = Duration.ofMillis(1_100);
    static final Duration TURN = Duration.ofMillis(900);
    static final Duration TAKE = Duration.ofMillis(500);
    static final Duration SHAKE = Duration.ofMillis(350);
    static final Duration GLARE = Duration.ofMillis(700);

    public Scenario {
        segments = List.copyOf(segments);
    }

    public static Scenario empty(Duration lasts) {
        return new Scenario(List.of(new Segment.Empty(lasts)));
    }

    /// Brought into view, with a reflection that passes, then held: what a cooperative person does.
    public static Scenario showing(Prop prop) {
        return new Scenario(List.of()).approach(prop).glare();
    }

    public Scenario approach(Prop prop) {
        return then(new Segment.Approach(prop, BRING));
    }

    public Scenario glare() {
        return then(new Segment.Glare(GLARE));
    }

    public Scenario hold(Duration lasts) {
        return then(new Segment.Hold(lasts));
    }

    public Scenario shake() {
        return then(new Segment.Shake(SHAKE));
    }

    public Scenario sweep(Duration lasts) {
        return then(new Segment.Sweep(lasts));
    }

    public Scenario flip(Prop other) {
        return then(new Segment.Flip(other, TURN));
    }

    public Scenario remove() {
        return then(new Segment.Remove(TAKE));
    }

    public Scenario then(Segment next) {
        List<Segment> all = new ArrayList<>(segments);
        all.add(next);
        return new Scenario(all);
    }
}
