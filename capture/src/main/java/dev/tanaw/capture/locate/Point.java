package dev.tanaw.capture.locate;

/// A place in a picture, in pixels from the top left corner's outer edge, sub-pixel.
public record Point(double x, double y) {
    public double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
