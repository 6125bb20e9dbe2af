package dev.tanaw.capture.locate;

import java.util.List;
import java.util.Optional;

/// The four corners of a document in a picture, in the order in which one reads it: top left, top
/// right, bottom right, bottom left. Convex and clockwise (y grows downwards).
public record Quad(Point topLeft, Point topRight, Point bottomRight, Point bottomLeft) {

    /// About 58 degrees of view across.
    private static final double FOCAL = 0.9;

    public Quad {
        if (!(turn(topLeft, topRight, bottomRight) > 0
                && turn(topRight, bottomRight, bottomLeft) > 0
                && turn(bottomRight, bottomLeft, topLeft) > 0
                && turn(bottomLeft, topLeft, topRight) > 0)) {
            throw new IllegalArgumentException("quad is not convex and clockwise");
        }
    }

    /// These corners as they are ordered, or nothing when they are not convex and clockwise.
    static Optional<Quad> convex(List<Point> corners) {
        for (int i = 0; i < 4; i++) {
            if (!(turn(corners.get(i), corners.get((i + 1) % 4), corners.get((i + 2) % 4)) > 0)) {
                return Optional.empty();
            }
        }
        return Optional.of(of(corners));
    }

    private static Quad of(List<Point> corners) {
        return new Quad(corners.get(0), corners.get(1), corners.get(2), corners.get(3));
    }

    /// Of the four ways to read this outline the one turned least from upright, within ±45°. A
    /// document that lies on its side is then higher than wide; one upside down stays unnoticed, as
    /// its outline is the same.
    Quad upright() {
        List<Point> c = corners();
        Quad best = this;
        for (int first = 1; first < 4; first++) {
            Quad read =
                    of(
                            List.of(
                                    c.get(first),
                                    c.get((first + 1) % 4),
                                    c.get((first + 2) % 4),
                                    c.get((first + 3) % 4)));
            if (Math.abs(read.rollDegrees()) < Math.abs(best.rollDegrees())) {
                best = read;
            }
        }
        return best;
    }

    /// The rectangle with these corners, in any order around it, as one reads it that stands nearly
    /// upright: its first corner is the upper left one.
    public static Optional<Quad> upright(List<Point> corners) {
        return convex(corners).or(() -> convex(corners.reversed())).map(Quad::upright);
    }

    /// What lies between two shares of the way from the left side to the right one.
    public Quad part(double from, double to) {
        return new Quad(
                topLeft.towards(topRight, from),
                topLeft.towards(topRight, to),
                bottomLeft.towards(bottomRight, to),
                bottomLeft.towards(bottomRight, from));
    }

    /// Turn of the text lines against the picture's rows, clockwise, −180 to 180.
    public double rollDegrees() {
        double across = topRight.x() - topLeft.x() + bottomRight.x() - bottomLeft.x();
        double down = topRight.y() - topLeft.y() + bottomRight.y() - bottomLeft.y();
        return Math.toDegrees(Math.atan2(down, across));
    }

    Quad scaled(double by) {
        return of(corners().stream().map(p -> new Point(p.x() * by, p.y() * by)).toList());
    }

    public List<Point> corners() {
        return List.of(topLeft, topRight, bottomRight, bottomLeft);
    }

    /// The same corners as someone reads them who stands on the right.
    public Quad turnedQuarter() {
        return of(List.of(topRight, bottomRight, bottomLeft, topLeft));
    }

    /// The same corners as someone reads them who stands on the other side.
    public Quad turnedHalf() {
        return of(List.of(bottomRight, bottomLeft, topLeft, topRight));
    }

    /// The same middle line and ends with another height, against this one.
    public Quad taller(double height) {
        double rim = (height - 1) / 2;
        return new Quad(
                topLeft.towards(bottomLeft, -rim),
                topRight.towards(bottomRight, -rim),
                bottomRight.towards(topRight, -rim),
                bottomLeft.towards(topLeft, -rim));
    }

    /// These corners after a picture of that size was turned by half.
    public Quad about(double width, double height) {
        return of(corners().stream().map(p -> new Point(width - p.x(), height - p.y())).toList());
    }

    /// In square pixels, by the shoelace formula.
    public double area() {
        List<Point> corners = corners();
        double twice = 0;
        for (int i = 0; i < 4; i++) {
            Point a = corners.get(i);
            Point b = corners.get((i + 1) % 4);
            twice += a.x() * b.y() - b.x() * a.y();
        }
        return twice / 2;
    }

    /// Mean of the upper and the lower edge, in pixels.
    public double width() {
        return (topLeft.distance(topRight) + bottomLeft.distance(bottomRight)) / 2;
    }

    /// Mean of the left and the right edge, in pixels.
    public double height() {
        return (topLeft.distance(bottomLeft) + topRight.distance(bottomRight)) / 2;
    }

    public Point centre() {
        return new Point(
                corners().stream().mapToDouble(Point::x).average().orElseThrow(),
                corners().stream().mapToDouble(Point::y).average().orElseThrow());
    }

    /// Intersection over union, 0 to 1.
    public double iou(Quad other) {
        double common = Polygons.commonArea(corners(), other.corners());
        return common / (area() + other.area() - common);
    }

    /// Angle between the document's plane and the picture's, in degrees, from the vanishing points
    /// of its sides. The focal length is taken as [#FOCAL] of the frame's width, as most webcams
    /// have it; a wrong guess scales small angles, it does not make a frontal view look tilted.
    public double tiltDegrees(int frameWidth, int frameHeight) {
        double focal = FOCAL * frameWidth;
        double[] across = vanishing(topLeft, topRight, bottomLeft, bottomRight);
        double[] down = vanishing(topLeft, bottomLeft, topRight, bottomRight);
        double[] normal =
                cross(
                        ray(across, frameWidth, frameHeight, focal),
                        ray(down, frameWidth, frameHeight, focal));
        double length = Math.hypot(Math.hypot(normal[0], normal[1]), normal[2]);
        return Math.toDegrees(Math.acos(Math.min(1, Math.abs(normal[2]) / length)));
    }

    /// Longer to shorter side of the rectangle of which this is the picture, the perspective taken
    /// out under the same focal length as in [#tiltDegrees].
    double stretch(int frameWidth, int frameHeight) {
        double focal = FOCAL * frameWidth;
        double[] x = new double[4];
        double[] y = new double[4];
        for (int i = 0; i < 4; i++) {
            x[i] = (corners().get(i).x() - frameWidth / 2.0) / focal;
            y[i] = (corners().get(i).y() - frameHeight / 2.0) / focal;
        }
        // The map of the unit square on to these corners; its first two columns are the sides.
        double acrossX = x[1] - x[2];
        double acrossY = y[1] - y[2];
        double downX = x[3] - x[2];
        double downY = y[3] - y[2];
        double restX = x[0] - x[1] + x[2] - x[3];
        double restY = y[0] - y[1] + y[2] - y[3];
        double area = acrossX * downY - downX * acrossY;
        double g = (restX * downY - downX * restY) / area;
        double h = (acrossX * restY - restX * acrossY) / area;
        double across = Math.hypot(Math.hypot(x[1] - x[0] + g * x[1], y[1] - y[0] + g * y[1]), g);
        double down = Math.hypot(Math.hypot(x[3] - x[0] + h * x[3], y[3] - y[0] + h * y[3]), h);
        return Math.max(across, down) / Math.min(across, down);
    }

    /// Where the lines a–b and c–d meet, homogeneous: parallel ones at infinity.
    private static double[] vanishing(Point a, Point b, Point c, Point d) {
        return cross(line(a, b), line(c, d));
    }

    private static double[] line(Point a, Point b) {
        return cross(new double[] {a.x(), a.y(), 1}, new double[] {b.x(), b.y(), 1});
    }

    private static double[] ray(double[] point, int width, int height, double focal) {
        return new double[] {
            point[0] - point[2] * width / 2, point[1] - point[2] * height / 2, point[2] * focal
        };
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {
            a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
        };
    }

    private static double turn(Point a, Point b, Point c) {
        return (b.x() - a.x()) * (c.y() - b.y()) - (b.y() - a.y()) * (c.x() - b.x());
    }
}
