package dev.tanaw.capture.quality;

import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import dev.tanaw.capture.locate.Point;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.specimen.Specimen;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/// Photographs of specimens of which everything is known: the corners, the distance, the angle.
/// Drawn by a pinhole camera of our own, so that what the gates measure is held against geometry
/// and not against the replay camera.
public final class Shots {
    public static final int WIDTH = 1280;
    public static final int HEIGHT = 720;

    /// Of the pinhole, in frame widths: what [Quad#tiltDegrees] assumes.
    private static final double FOCAL = 0.9;

    /// White paper in good light does not reach the sensor's limit.
    private static final double PAPER = 0.92;

    private Shots() {}

    /// How a document is held.
    ///
    /// @param share of the frame's width that it would fill when held straight
    /// @param yaw right edge away from the camera, degrees
    /// @param pitch upper edge away from the camera, degrees
    /// @param right pixels from the middle
    public record Held(double share, double yaw, double pitch, double right) {
        public static final Held WELL = new Held(0.7, 0, 0, 0);

        public Held filling(double width) {
            return new Held(width, yaw, pitch, right);
        }

        public Held turned(double degrees) {
            return new Held(share, degrees, pitch, right);
        }

        public Held leaning(double degrees) {
            return new Held(share, yaw, degrees, right);
        }

        public Held moved(double pixels) {
            return new Held(share, yaw, pitch, pixels);
        }

        /// The corners in the picture of a document of these proportions.
        Quad corners(double aspect) {
            double depth = FOCAL / share; // of a document one unit wide, in frame widths
            List<Point> all =
                    Stream.of(
                                    new Point(-0.5, -0.5 / aspect),
                                    new Point(0.5, -0.5 / aspect),
                                    new Point(0.5, 0.5 / aspect),
                                    new Point(-0.5, 0.5 / aspect))
                            .map(corner -> seen(corner, depth))
                            .toList();
            return new Quad(all.get(0), all.get(1), all.get(2), all.get(3));
        }

        private Point seen(Point corner, double depth) {
            double y = Math.toRadians(yaw);
            double p = Math.toRadians(pitch);
            double across = corner.x() * Math.cos(y);
            double away = corner.x() * Math.sin(y);
            double down = corner.y() * Math.cos(p) + away * Math.sin(p);
            double far = depth + away * Math.cos(p) - corner.y() * Math.sin(p);
            return new Point(
                    WIDTH / 2.0 + right + FOCAL * WIDTH * across / far,
                    HEIGHT / 2.0 + FOCAL * WIDTH * down / far);
        }
    }

    public static double aspect(Specimen specimen) {
        return (double) specimen.picture().getWidth() / specimen.picture().getHeight();
    }

    /// A frame of a plain desk with the document on it.
    public static Mat of(Specimen specimen, Held held) {
        Quad corners = held.corners(aspect(specimen));
        Mat frame = new Mat(HEIGHT, WIDTH, opencv_core.CV_8UC3, new Scalar(60, 72, 88, 0));
        try (Mat large = Prop.of(specimen).picture();
                Mat small = new Mat();
                Size size =
                        new Size(
                                (int) Math.round(held.share() * WIDTH),
                                (int) Math.round(held.share() * WIDTH / aspect(specimen)));
                Mat placed = new Mat();
                Mat cover = new Mat();
                Size whole = new Size(WIDTH, HEIGHT);
                Scalar none = Scalar.all(0)) {
            opencv_imgproc.resize(large, small, size, 0, 0, opencv_imgproc.INTER_AREA);
            small.convertTo(small, -1, PAPER, 0);
            try (Mat full = new Mat(small.size(), opencv_core.CV_8UC1, Scalar.all(255));
                    Mat from = points(rectangle(small.cols(), small.rows()));
                    Mat to = points(corners);
                    Mat map = opencv_imgproc.getPerspectiveTransform(from, to)) {
                int linear = opencv_imgproc.INTER_LINEAR;
                int border = opencv_core.BORDER_CONSTANT;
                opencv_imgproc.warpPerspective(small, placed, map, whole, linear, border, none);
                opencv_imgproc.warpPerspective(full, cover, map, whole, linear, border, none);
            }
            opencv_imgproc.threshold(cover, cover, 127, 255, opencv_imgproc.THRESH_BINARY);
            placed.copyTo(frame, cover);
        }
        return frame;
    }

    public static Mat blurred(Mat picture, double sigma) {
        Mat out = picture.clone();
        if (sigma > 0) {
            try (Size any = new Size(0, 0)) {
                opencv_imgproc.GaussianBlur(picture, out, any, sigma);
            }
        }
        return out;
    }

    public static Mat lit(Mat picture, double share) {
        Mat out = new Mat();
        picture.convertTo(out, -1, share, 0);
        return out;
    }

    /// A round reflection in the middle of the frame that washes out what is under it.
    public static Mat reflecting(Mat picture, int radius) {
        Mat out = picture.clone();
        if (radius > 0) {
            try (var centre = new org.bytedeco.opencv.opencv_core.Point(WIDTH / 2, HEIGHT / 2);
                    Scalar white = Scalar.all(255)) {
                opencv_imgproc.circle(
                        out,
                        centre,
                        radius,
                        white,
                        opencv_imgproc.FILLED,
                        opencv_imgproc.LINE_AA,
                        0);
            }
        }
        return out;
    }

    private static Quad rectangle(double width, double height) {
        return new Quad(
                new Point(0, 0),
                new Point(width, 0),
                new Point(width, height),
                new Point(0, height));
    }

    /// OpenCV counts from the middle of the first pixel, a [Point] from its edge.
    private static Mat points(Quad quad) {
        Mat points = new Mat(4, 1, opencv_core.CV_32FC2);
        java.nio.FloatBuffer buffer = points.createBuffer();
        quad.corners().forEach(p -> buffer.put((float) (p.x() - 0.5)).put((float) (p.y() - 0.5)));
        return points;
    }
}
