package dev.tanaw.capture.read.mrz;

import dev.tanaw.capture.locate.Point;
import dev.tanaw.capture.locate.Quad;

/// A line of print as a straight stretch of the picture: from the middle of its first cell's left
/// edge to the middle of its last cell's right edge, with the height of its capitals.
///
/// @param capital height of a capital in the picture's pixels
/// @param light whether the print is lighter than the paper
record Strip(Point left, Point right, double capital, boolean light) {
    /// Height of the picture that recognisers get of a strip, and of capitals on it, in pixels.
    static final int HEIGHT = 32;

    static final double CAPITAL = 20;

    /// OCR-B size I: capitals of 2.4 mm, 2.54 mm apart.
    static final double PITCH = CAPITAL * 2.54 / 2.4;

    double length() {
        return left.distance(right);
    }

    /// The same line as someone reads it who stands on the other side.
    Strip turned() {
        return new Strip(/* left= */ right, /* right= */ left, capital, light);
    }

    /// A point along the line, `x` pixels from its left end and `y` below its middle.
    Point at(double x, double y) {
        double alongX = (right.x() - left.x()) / length();
        double alongY = (right.y() - left.y()) / length();
        return new Point(left.x() + alongX * x - alongY * y, left.y() + alongY * x + alongX * y);
    }

    /// The part from `from` to `to`, in pixels from the left end, moved down by `down`.
    Strip part(double from, double to, double down, double height) {
        return new Strip(at(from, down), at(to, down), height, light);
    }

    /// How far below the line a point is.
    double across(Point point) {
        double x = right.x() - left.x();
        double y = right.y() - left.y();
        return (x * (point.y() - left.y()) - y * (point.x() - left.x())) / length();
    }

    /// How far along the line a point is from its left end.
    double along(Point point) {
        double x = right.x() - left.x();
        double y = right.y() - left.y();
        return (x * (point.x() - left.x()) + y * (point.y() - left.y())) / length();
    }

    Quad outline(double height) {
        double length = length();
        return new Quad(
                at(0, -height / 2),
                at(length, -height / 2),
                at(length, height / 2),
                at(0, height / 2));
    }
}
