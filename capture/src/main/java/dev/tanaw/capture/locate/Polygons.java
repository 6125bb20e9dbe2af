package dev.tanaw.capture.locate;

import java.util.ArrayList;
import java.util.List;

/// Areas of convex polygons, corners clockwise as on a screen.
final class Polygons {
    private Polygons() {}

    /// Twice the area of a triangle; positive where its corners run clockwise.
    static double cross(Point a, Point b, Point c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    }

    /// Clips one polygon by each side of the other (Sutherland and Hodgman, 1974).
    static double commonArea(List<Point> subject, List<Point> clip) {
        List<Point> rest = subject;
        for (int i = 0; i < clip.size() && !rest.isEmpty(); i++) {
            rest = inside(rest, clip.get(i), clip.get((i + 1) % clip.size()));
        }
        return area(rest);
    }

    private static List<Point> inside(List<Point> polygon, Point from, Point to) {
        List<Point> kept = new ArrayList<>();
        for (int i = 0; i < polygon.size(); i++) {
            Point a = polygon.get(i);
            Point b = polygon.get((i + 1) % polygon.size());
            double sideA = side(from, to, a);
            double sideB = side(from, to, b);
            if (sideA >= 0) {
                kept.add(a);
            }
            if (sideA * sideB < 0) {
                double share = sideA / (sideA - sideB);
                kept.add(
                        new Point(
                                a.x() + share * (b.x() - a.x()), a.y() + share * (b.y() - a.y())));
            }
        }
        return kept;
    }

    private static double side(Point from, Point to, Point at) {
        return (to.x() - from.x()) * (at.y() - from.y())
                - (to.y() - from.y()) * (at.x() - from.x());
    }

    private static double area(List<Point> polygon) {
        double twice = 0;
        for (int i = 0; i < polygon.size(); i++) {
            Point a = polygon.get(i);
            Point b = polygon.get((i + 1) % polygon.size());
            twice += a.x() * b.y() - b.x() * a.y();
        }
        return twice / 2;
    }
}
