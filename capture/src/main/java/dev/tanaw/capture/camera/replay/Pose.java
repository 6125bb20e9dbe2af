package dev.tanaw.capture.camera.replay;

import dev.tanaw.capture.camera.replay.ReplayStage.Area;
import dev.tanaw.capture.locate.Point;
import dev.tanaw.capture.locate.Quad;

/// Where a document is in the air before the camera, in millimetres and radians: the camera looks
/// along z from the origin, x goes right, y down.
///
/// @param roll about the line of sight
/// @param pitch upper edge away from the camera
/// @param yaw right edge away from the camera
record Pose(double x, double y, double z, double roll, double pitch, double yaw) {
    /// Focal length in frame widths: about 58 degrees across.
    private static final double FOCAL = 0.9;

    /// The corners of a document of this size as the camera sees them.
    Quad project(double widthMm, double heightMm, int frameWidth, int frameHeight) {
        return project(
                new Area(-widthMm / 2, -heightMm / 2, widthMm, heightMm), frameWidth, frameHeight);
    }

    Quad project(Area area, int frameWidth, int frameHeight) {
        double right = area.left() + area.width();
        double end = area.top() + area.height();
        return new Quad(
                corner(area.left(), area.top(), frameWidth, frameHeight),
                corner(right, area.top(), frameWidth, frameHeight),
                corner(right, end, frameWidth, frameHeight),
                corner(area.left(), end, frameWidth, frameHeight));
    }

    Pose moved(Pose by) {
        return new Pose(
                x + by.x, y + by.y, z + by.z, roll + by.roll, pitch + by.pitch, yaw + by.yaw);
    }

    private Point corner(double across, double down, int frameWidth, int frameHeight) {
        double rolledX = across * Math.cos(roll) - down * Math.sin(roll);
        double rolledY = across * Math.sin(roll) + down * Math.cos(roll);
        double depth = z + rolledX * Math.sin(yaw) - rolledY * Math.sin(pitch);
        double focal = FOCAL * frameWidth;
        return new Point(
                frameWidth / 2.0 + focal * (x + rolledX * Math.cos(yaw)) / depth,
                frameHeight / 2.0 + focal * (y + rolledY * Math.cos(pitch)) / depth);
    }

    /// Distance at which a document of this width fills this share of the frame's width.
    static double distance(double widthMm, double share) {
        return FOCAL * widthMm / share;
    }
}
