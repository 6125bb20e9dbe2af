package dev.tanaw.capture.locate;

import java.util.List;

/// The four corners of a document in a picture, in the order in which one reads it: top left, top
/// right, bottom right, bottom left. Convex and clockwise (y grows downwards).
public record Quad(Point topLeft, Point topRight, Point bottomRight, Point bottomLeft) {

    public Quad {
        if (!(turn(topLeft, topRight, bottomRight) > 0
                && turn(topRight, bottomRight, bottomLeft) > 0
                && turn(bottomRight, bottomLeft, topLeft) > 0
                && turn(bottomLeft, topLeft, topRight) > 0)) {
            throw new IllegalArgumentException("quad is not convex and clockwise");
        }
    }

    public List<Point> corners() {
        return List.of(topLeft, topRight, bottomRight, bottomLeft);
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

    private static double turn(Point a, Point b, Point c) {
        return (b.x() - a.x()) * (c.y() - b.y()) - (b.y() - a.y()) * (c.x() - b.x());
    }
}
