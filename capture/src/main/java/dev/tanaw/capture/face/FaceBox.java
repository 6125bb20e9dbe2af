package dev.tanaw.capture.face;

import dev.tanaw.capture.locate.Point;

/// A face that was detected, in pixels of the picture.
///
/// @param right the person's right eye: on an unmirrored picture the left one of both
/// @param left the person's left eye
/// @param score of the detector, 0 to 1
public record FaceBox(
        double x, double y, double width, double height, Point right, Point left, double score) {

    double area() {
        return width * height;
    }

    /// Intersection over union, 0 to 1.
    double iou(FaceBox other) {
        double across = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double down = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        double both = Math.max(0, across) * Math.max(0, down);
        return both / (area() + other.area() - both);
    }
}
