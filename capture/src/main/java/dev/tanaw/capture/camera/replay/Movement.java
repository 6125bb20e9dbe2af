package dev.tanaw.capture.camera.replay;

import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import dev.tanaw.capture.camera.replay.ReplayStage.Scene;
import java.util.Optional;

/// How a hand brings a document, holds it, turns it over and takes it away. A hand that holds still
/// trembles some hundredths of a millimetre about ten times a second and drifts a little slower;
/// the movements are those of people at a desk camera.
final class Movement {
    private static final double MM_BELOW = 130;
    private static final double DRIFT_MM = 0.12;
    private static final double TREMBLE_MM = 0.03;
    private static final double SHAKE_MM = 7;

    /// Edge on, a document is a line; it is not drawn so thin.
    private static final double MOST_YAW = Math.toRadians(82);

    private Movement() {}

    /// A document at one moment; during a turn the hidden side is another one.
    record Placed(Prop prop, Pose pose) {}

    /// @param share of the frame's width that a held document fills
    static Optional<Placed> at(Scene scene, double share) {
        return scene.shown().map(prop -> placed(scene, prop, share));
    }

    private static Placed placed(Scene scene, Prop prop, double share) {
        if (prop.manner() == ReplayStage.Manner.PERSON) {
            return new Placed(prop, Standing.at(scene, Pose.distance(prop.widthMm(), share)));
        }
        double width = prop.widthMm();
        double done = Math.clamp(scene.seconds() / (scene.segment().lasts().toNanos() / 1e9), 0, 1);
        Pose held = held(Pose.distance(width, share), scene.clock());
        return switch (scene.segment()) {
            case Segment.Approach _ ->
                    new Placed(prop, held.moved(approach(width, held.z(), done)));
            case Segment.Remove _ -> new Placed(prop, held.moved(removal(width, held.z(), done)));
            case Segment.Shake _ -> new Placed(prop, held.moved(shake(scene.seconds(), done)));
            case Segment.Sweep _ -> new Placed(prop, held.moved(sweep(held.z(), done)));
            case Segment.Flip _ -> flipped(scene, prop, held, done);
            case Segment.Empty _, Segment.Glare _, Segment.Hold _, Segment.Change _ ->
                    new Placed(prop, held);
        };
    }

    private static Pose held(double distance, double clock) {
        double x =
                DRIFT_MM * Math.sin(1.9 * clock)
                        + TREMBLE_MM * Math.sin(57 * clock)
                        + 0.6 * TREMBLE_MM * Math.sin(71 * clock + 2);
        double y =
                DRIFT_MM * Math.sin(1.3 * clock + 1)
                        + TREMBLE_MM * Math.sin(63 * clock + 1)
                        + 0.6 * TREMBLE_MM * Math.sin(49 * clock);
        return new Pose(
                x,
                y,
                distance + 0.4 * Math.sin(0.9 * clock),
                0.018 + 0.0012 * Math.sin(1.1 * clock),
                0.03 + 0.002 * Math.sin(1.6 * clock),
                -0.02 + 0.002 * Math.sin(1.2 * clock + 2));
    }

    /// From below, tilted and farther away, with a wobble that has gone when it arrives.
    private static Pose approach(double width, double distance, double done) {
        double left = Math.pow(1 - done, 3);
        double wobble = Math.sin(Math.PI * done) * (1 - done);
        return new Pose(
                left * 40 + wobble * 3 * Math.sin(9 * done),
                left * (MM_BELOW + width / 2) + wobble * 3 * Math.cos(8 * done),
                left * 0.25 * distance,
                left * 0.35 + wobble * 0.06 * Math.sin(7 * done),
                left * 0.4 + wobble * 0.10 * Math.sin(6 * done),
                wobble * 0.10 * Math.cos(7 * done));
    }

    private static Pose removal(double width, double distance, double done) {
        double gone = done * done;
        return new Pose(
                -gone * 60,
                gone * (MM_BELOW + width / 2),
                gone * 0.1 * distance,
                -gone * 0.3,
                gone * 0.3,
                0);
    }

    /// A fifth nearer, then a fifth farther.
    private static Pose sweep(double distance, double done) {
        double times = Math.exp(-0.2 * Math.sin(2 * Math.PI * done));
        return new Pose(0, 0, distance * (times - 1), 0, 0, 0);
    }

    private static Pose shake(double seconds, double done) {
        double swell = Math.sin(Math.PI * done);
        return new Pose(
                SHAKE_MM * swell * Math.sin(38 * seconds),
                0.6 * SHAKE_MM * swell * Math.sin(31 * seconds),
                0,
                0.04 * swell * Math.sin(35 * seconds),
                0,
                0);
    }

    /// Half of the turn shows the one side, half the other; lifted a little meanwhile.
    private static Placed flipped(Scene scene, Prop prop, Pose held, double done) {
        double eased = done * done * (3 - 2 * done);
        double lift = Math.sin(Math.PI * done);
        boolean first = eased < 0.5;
        double yaw = first ? eased * Math.PI : (eased - 1) * Math.PI;
        Pose turn =
                new Pose(
                        6 * lift,
                        4 * lift,
                        0.18 * held.z() * lift,
                        0,
                        0,
                        Math.clamp(yaw, -MOST_YAW, MOST_YAW));
        return new Placed(first ? scene.before().orElse(prop) : prop, held.moved(turn));
    }

    /// Where the reflection is, 0 at the left edge and 1 at the right; empty when there is none.
    static Optional<Double> glare(Scene scene) {
        return scene.segment() instanceof Segment.Glare(var lasts)
                ? Optional.of(scene.seconds() / (lasts.toNanos() / 1e9))
                : Optional.empty();
    }
}
