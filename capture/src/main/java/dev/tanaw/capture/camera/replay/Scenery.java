package dev.tanaw.capture.camera.replay;

import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import dev.tanaw.capture.locate.Point;
import dev.tanaw.capture.locate.Quad;
import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/// Draws what the replay camera sees. One thread; its buffers are reused.
final class Scenery implements AutoCloseable {
    /// A held document fills this share of the frame's width, or [#TALL] of its height.
    private static final double WIDE = 0.66;

    private static final double TALL = 0.86;

    /// Movement in pixels a frame from which the exposure blurs it.
    private static final double BLURS_FROM = 3;

    private final int width;
    private final int height;
    private final Desk desk;
    private final Mat spot;
    private final Mat from = new Mat(4, 1, opencv_core.CV_32FC2);
    private final Mat to = new Mat(4, 1, opencv_core.CV_32FC2);
    private Optional<Reduced> reduced = Optional.empty();

    /// A document's picture at about the size at which it is shown, so that warping does not alias.
    private record Reduced(Prop prop, Mat picture) {}

    Scenery(int width, int height) {
        this.width = width;
        this.height = height;
        this.desk = new Desk(width, height, 20_261_122);
        this.spot = Desk.highlight(width / 9);
    }

    void draw(ReplayStage.Scene scene, long number, Mat frame) {
        desk.copyTo(frame);
        double seconds = scene.sinceNanos() / 1e9;
        scene.leaving()
                .ifPresent(prop -> {
                    if (seconds < Movement.TAKE.toNanos() / 1e9) {
                        put(
                                prop,
                                Movement.taking(seconds, prop.widthMm(), share(prop)),
                                Movement.taking(seconds - 1 / 60.0, prop.widthMm(), share(prop)),
                                frame);
                    }
                });
        // The hand is busy until the other document is gone.
        double since =
                scene.leaving().isPresent() ? seconds - Movement.TAKE.toNanos() / 1e9 : seconds;
        scene.shown()
                .filter(_ -> since >= 0)
                .ifPresent(prop -> {
                    Quad quad =
                            put(
                                    prop,
                                    Movement.bringing(since, prop.widthMm(), share(prop)),
                                    Movement.bringing(
                                            Math.max(0, since - 1 / 60.0),
                                            prop.widthMm(),
                                            share(prop)),
                                    frame);
                    Movement.glare(since).ifPresent(at -> glare(quad, at, frame));
                });
        desk.addNoise(frame, number);
    }

    private double share(Prop prop) {
        double aspect = (double) prop.picture().cols() / prop.picture().rows();
        return Math.min(WIDE, TALL * height * aspect / width);
    }

    private Quad put(Prop prop, Pose pose, Pose before, Mat frame) {
        Mat picture = reduce(prop);
        double heightMm = prop.widthMm() * picture.rows() / picture.cols();
        Quad quad = pose.project(prop.widthMm(), heightMm, width, height);
        Quad earlier = before.project(prop.widthMm(), heightMm, width, height);
        Rect box = box(quad);
        if (box.width() < 2 || box.height() < 2) {
            return quad;
        }
        try (box;
                Mat region = new Mat(frame, box)) {
            points(
                    from,
                    new Quad(
                            new Point(0, 0),
                            new Point(picture.cols(), 0),
                            new Point(picture.cols(), picture.rows()),
                            new Point(0, picture.rows())),
                    0,
                    0);
            points(to, quad, box.x(), box.y());
            try (Mat transform = opencv_imgproc.getPerspectiveTransform(from, to);
                    Size size = new Size(box.width(), box.height());
                    Scalar black = Scalar.all(0)) {
                opencv_imgproc.warpPerspective(
                        picture,
                        region,
                        transform,
                        size,
                        opencv_imgproc.INTER_LINEAR,
                        opencv_core.BORDER_TRANSPARENT,
                        black);
            }
            blur(region, quad.centre().distance(earlier.centre()));
        }
        return quad;
    }

    /// The exposure of a moving hand: half a frame's way, drawn out along both axes.
    private static void blur(Mat region, double moved) {
        if (moved < BLURS_FROM) {
            return;
        }
        int length = Math.clamp(Math.round(moved), 3, 31) | 1;
        try (Size box = new Size(Math.max(1, length / 3 | 1), length)) {
            opencv_imgproc.blur(region, region, box);
        }
    }

    private void glare(Quad quad, double at, Mat frame) {
        Point left = quad.topLeft();
        double x = left.x() + quad.width() * (0.2 + 0.7 * at) - spot.cols() / 2.0;
        double y = left.y() + quad.height() * (0.3 + 0.3 * at) - spot.rows() / 2.0;
        try (Rect place =
                        new Rect(
                                (int) Math.clamp(x, 0, width - spot.cols()),
                                (int) Math.clamp(y, 0, height - spot.rows()),
                                spot.cols(),
                                spot.rows());
                Mat region = new Mat(frame, place)) {
            opencv_core.add(region, spot, region);
        }
    }

    private Mat reduce(Prop prop) {
        if (reduced.filter(r -> r.prop().equals(prop)).isEmpty()) {
            reduced.ifPresent(old -> old.picture().close());
            Mat picture = new Mat();
            int shown = (int) Math.round(width * share(prop) * 1.15);
            int rows =
                    (int)
                            Math.round(
                                    (double) shown * prop.picture().rows() / prop.picture().cols());
            try (Size size = new Size(shown, rows)) {
                opencv_imgproc.resize(
                        prop.picture(), picture, size, 0, 0, opencv_imgproc.INTER_AREA);
            }
            reduced = Optional.of(new Reduced(prop, picture));
        }
        return reduced.get().picture();
    }

    private Rect box(Quad quad) {
        int left = clamp(quad.corners().stream().mapToDouble(Point::x).min().orElse(0) - 2, width);
        int right = clamp(quad.corners().stream().mapToDouble(Point::x).max().orElse(0) + 2, width);
        int top = clamp(quad.corners().stream().mapToDouble(Point::y).min().orElse(0) - 2, height);
        int end = clamp(quad.corners().stream().mapToDouble(Point::y).max().orElse(0) + 2, height);
        return new Rect(left, top, right - left, end - top);
    }

    private static int clamp(double value, int most) {
        return Math.clamp(Math.round(value), 0, most);
    }

    private static void points(Mat points, Quad quad, double left, double top) {
        try (FloatPointer values = new FloatPointer(points.data())) {
            int i = 0;
            for (Point corner : quad.corners()) {
                values.put(i++, (float) (corner.x() - left - 0.5));
                values.put(i++, (float) (corner.y() - top - 0.5));
            }
        }
    }

    @Override
    public void close() {
        desk.close();
        spot.close();
        from.close();
        to.close();
        reduced.ifPresent(r -> r.picture().close());
    }
}
