package dev.tanaw.capture.locate;

/// A place in a picture, in pixels from the top left corner's outer edge, sub-pixel.
public record Point(double x, double y) {
    public double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /// A share of the way to another place.
    public Point towards(Point other, double share) {
        return new Point(x + (other.x - x) * share, y + (other.y - y) * share);
    }
}
