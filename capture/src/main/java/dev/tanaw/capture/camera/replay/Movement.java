package dev.tanaw.capture.camera.replay;

import java.time.Duration;
import java.util.Optional;

/// How a hand brings a document, holds it and takes it away. Made after people at a desk camera:
/// about a second to bring it, a wobble that fades, then a tremble below a pixel.
final class Movement {
    static final Duration BRING = Duration.ofMillis(900);
    static final Duration TAKE = Duration.ofMillis(450);

    /// A highlight wanders over the document while it settles.
    private static final Duration GLARE_FROM = Duration.ofMillis(850);

    private static final Duration GLARE_TO = Duration.ofMillis(1500);

    private static final double MM_BELOW = 130;

    private Movement() {}

    /// @param share of the frame's width that the held document fills
    static Pose bringing(double seconds, double widthMm, double share) {
        double z = Pose.distance(widthMm, share);
        double progress = Math.min(1, seconds / seconds(BRING));
        double eased = 1 - Math.pow(1 - progress, 3);
        double wobble = Math.exp(-3 * Math.max(0, seconds - 0.5 * seconds(BRING)));
        double tremble = 0.035;
        return new Pose(
                (1 - eased) * 40
                        + wobble * 2 * Math.sin(9 * seconds)
                        + tremble * Math.sin(7.3 * seconds),
                (1 - eased) * (MM_BELOW + widthMm / 2)
                        + wobble * 2 * Math.cos(8 * seconds)
                        + tremble * Math.sin(5.1 * seconds + 1),
                z * (1 + 0.25 * (1 - eased)) + tremble * Math.sin(3.7 * seconds),
                0.02 + (1 - eased) * 0.35 + wobble * 0.03 * Math.sin(6 * seconds),
                0.03 + (1 - eased) * 0.4 + wobble * 0.05 * Math.sin(5 * seconds),
                -0.02 + wobble * 0.06 * Math.cos(7 * seconds));
    }

    static Pose taking(double seconds, double widthMm, double share) {
        double progress = Math.min(1, seconds / seconds(TAKE));
        double eased = progress * progress;
        return new Pose(
                -eased * 60,
                eased * (MM_BELOW + widthMm / 2),
                Pose.distance(widthMm, share) * (1 + 0.1 * eased),
                0.02 - eased * 0.3,
                0.03 + eased * 0.3,
                -0.02);
    }

    /// Where the highlight is, as a share of the document's width; empty when there is none.
    static Optional<Double> glare(double seconds) {
        double from = seconds(GLARE_FROM);
        double to = seconds(GLARE_TO);
        return seconds < from || seconds > to
                ? Optional.empty()
                : Optional.of((seconds - from) / (to - from));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
