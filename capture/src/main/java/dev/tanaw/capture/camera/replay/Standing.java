package dev.tanaw.capture.camera.replay;

import dev.tanaw.capture.camera.replay.ReplayStage.Scene;

/// How a person comes before the camera, stands there and goes. Whoever stands still sways some
/// millimetres, once in a few seconds.
final class Standing {
    private static final double SWAY_MM = 3;

    /// The eyes of the picture lie so far above its middle.
    private static final double EYES_MM = 190;

    private static final double ASIDE_MM = 420;

    private Standing() {}

    static Pose at(Scene scene, double distance) {
        double done = Math.clamp(scene.seconds() / (scene.segment().lasts().toNanos() / 1e9), 0, 1);
        double away =
                switch (scene.segment()) {
                    case Segment.Approach _ -> Math.pow(1 - done, 3);
                    case Segment.Remove _ -> done * done;
                    case Segment.Shake _ -> 0.15 * Math.sin(Math.PI * done);
                    case Segment.Empty _,
                            Segment.Glare _,
                            Segment.Hold _,
                            Segment.Sweep _,
                            Segment.Flip _,
                            Segment.Change _ ->
                            0;
                };
        double clock = scene.clock();
        return new Pose(
                away * ASIDE_MM + SWAY_MM * Math.sin(0.9 * clock),
                EYES_MM + 0.4 * SWAY_MM * Math.sin(1.4 * clock + 1),
                distance * (1 + 0.5 * away) + SWAY_MM * Math.sin(0.6 * clock),
                0.008 * Math.sin(0.7 * clock),
                0,
                0);
    }
}
