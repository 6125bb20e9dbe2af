package dev.tanaw.capture.face;

import dev.tanaw.capture.locate.Point;
import java.util.Optional;

/// 468 points on a face, by MediaPipe's numbering: x to the right and y down in pixels of the
/// picture, z away from the camera on about the same scale.
public final class Landmarks {
    public static final int COUNT = 468;

    private static final int FOREHEAD = 10;
    private static final int CHIN = 152;

    /// Of each eye: outer corner, inner corner, upper lid, lower lid. The person's right eye first.
    private static final int[] RIGHT_EYE = {33, 133, 159, 145};

    private static final int[] LEFT_EYE = {263, 362, 386, 374};

    /// Inner edges of the lips.
    private static final int UPPER_LIP = 13;

    private static final int LOWER_LIP = 14;

    private final float[] points;
    private final double score;

    /// @param points x, y, z of each; taken over
    /// @param score that this is a face, 0 to 1
    Landmarks(float[] points, double score) {
        if (points.length != COUNT * 3) {
            throw new IllegalArgumentException("a face of %d numbers".formatted(points.length));
        }
        this.points = points;
        this.score = score;
    }

    public double score() {
        return score;
    }

    public Point point(int number) {
        return new Point(points[number * 3], points[number * 3 + 1]);
    }

    private double[] difference(int from, int to) {
        return new double[] {
            points[to * 3] - points[from * 3],
            points[to * 3 + 1] - points[from * 3 + 1],
            points[to * 3 + 2] - points[from * 3 + 2]
        };
    }

    public Point rightEye() {
        return middle(RIGHT_EYE[0], RIGHT_EYE[1]);
    }

    public Point leftEye() {
        return middle(LEFT_EYE[0], LEFT_EYE[1]);
    }

    public Point eyes() {
        Point right = rightEye();
        Point left = leftEye();
        return new Point((right.x() + left.x()) / 2, (right.y() + left.y()) / 2);
    }

    private Point middle(int first, int second) {
        Point a = point(first);
        Point b = point(second);
        return new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
    }

    /// From the middle of the eyes to the chin: the T of ISO/IEC 29794-5.
    public double length() {
        return distance(eyes(), point(CHIN));
    }

    /// Between the middles of the eyes in pixels, as it were without the turn of the head.
    public double eyeDistance() {
        double turned = Math.cos(Math.toRadians(pose().yaw()));
        return distance(rightEye(), leftEye()) / Math.max(0.2, turned);
    }

    /// Opening of the less open eye, as a share of [#length].
    public double eyesOpen() {
        double right = distance(point(RIGHT_EYE[2]), point(RIGHT_EYE[3]));
        double left = distance(point(LEFT_EYE[2]), point(LEFT_EYE[3]));
        return Math.min(right, left) / length();
    }

    /// Opening of the mouth, as a share of [#length].
    public double mouthOpen() {
        return distance(point(UPPER_LIP), point(LOWER_LIP)) / length();
    }

    /// How the head is held.
    public HeadPose pose() {
        return HeadPose.of(difference(RIGHT_EYE[0], LEFT_EYE[0]), difference(FOREHEAD, CHIN));
    }

    /// The smallest upright rectangle about all points: left, top, right, bottom.
    double[] bounds() {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < COUNT; i++) {
            left = Math.min(left, points[i * 3]);
            right = Math.max(right, points[i * 3]);
            top = Math.min(top, points[i * 3 + 1]);
            bottom = Math.max(bottom, points[i * 3 + 1]);
        }
        return new double[] {left, top, right, bottom};
    }

    /// Overlap of the rectangles about both faces, 0 to 1; empty when there was none before.
    static double iou(Landmarks now, Optional<Landmarks> before) {
        if (before.isEmpty()) {
            return 0;
        }
        double[] a = now.bounds();
        double[] b = before.get().bounds();
        double across = Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0]));
        double down = Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));
        double both = across * down;
        return both / (area(a) + area(b) - both);
    }

    private static double area(double[] box) {
        return (box[2] - box[0]) * (box[3] - box[1]);
    }

    static double distance(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }
}
