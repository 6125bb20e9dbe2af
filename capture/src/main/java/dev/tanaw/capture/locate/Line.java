package dev.tanaw.capture.locate;

import java.util.List;
import java.util.Optional;

/// A straight line as its unit normal and its distance from the origin along it. For a side of a
/// clockwise polygon the normal points out.
record Line(double normalX, double normalY, double offset) {

    static Line through(Point a, Point b) {
        double length = a.distance(b);
        double x = (b.y() - a.y()) / length;
        double y = (a.x() - b.x()) / length;
        return new Line(x, y, x * a.x() + y * a.y());
    }

    double distance(Point p) {
        return normalX * p.x() + normalY * p.y() - offset;
    }

    /// Empty when the two are parallel, or so nearly that the place means nothing.
    Optional<Point> meets(Line other) {
        double determinant = normalX * other.normalY - normalY * other.normalX;
        if (Math.abs(determinant) < 1e-3) {
            return Optional.empty();
        }
        return Optional.of(
                new Point(
                        (offset * other.normalY - other.offset * normalY) / determinant,
                        (normalX * other.offset - other.normalX * offset) / determinant));
    }

    /// The quad whose sides these are: top, right, bottom, left.
    static Optional<Quad> quad(List<Line> sides) {
        Optional<Point> topLeft = sides.get(3).meets(sides.get(0));
        Optional<Point> topRight = sides.get(0).meets(sides.get(1));
        Optional<Point> bottomRight = sides.get(1).meets(sides.get(2));
        Optional<Point> bottomLeft = sides.get(2).meets(sides.get(3));
        if (topLeft.isEmpty()
                || topRight.isEmpty()
                || bottomRight.isEmpty()
                || bottomLeft.isEmpty()) {
            return Optional.empty();
        }
        return Quad.convex(
                List.of(topLeft.get(), topRight.get(), bottomRight.get(), bottomLeft.get()));
    }

    /// The line that runs nearest to these points, those that lie off it by more than `slack`
    /// having the less say the farther they lie (Huber). Starts from this line and keeps its
    /// direction of the normal.
    Line fitted(List<Point> points, double slack) {
        Line line = this;
        for (int round = 0; round < 5; round++) {
            line = line.weighted(points, slack);
        }
        return line;
    }

    private Line weighted(List<Point> points, double slack) {
        double sum = 0;
        double x = 0;
        double y = 0;
        for (Point p : points) {
            double w = weight(p, slack);
            sum += w;
            x += w * p.x();
            y += w * p.y();
        }
        x /= sum;
        y /= sum;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (Point p : points) {
            double w = weight(p, slack);
            xx += w * (p.x() - x) * (p.x() - x);
            xy += w * (p.x() - x) * (p.y() - y);
            yy += w * (p.y() - y) * (p.y() - y);
        }
        double along = 0.5 * Math.atan2(2 * xy, xx - yy);
        double newX = -Math.sin(along);
        double newY = Math.cos(along);
        double turn = newX * normalX + newY * normalY < 0 ? -1 : 1;
        return new Line(turn * newX, turn * newY, turn * (newX * x + newY * y));
    }

    private double weight(Point p, double slack) {
        return slack / Math.max(slack, Math.abs(distance(p)));
    }
}
