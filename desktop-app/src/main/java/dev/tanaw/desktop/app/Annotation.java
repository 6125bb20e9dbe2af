package dev.tanaw.desktop.app;

import dev.tanaw.capture.locate.Point;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.read.Reading;
import dev.tanaw.capture.read.barcode.Barcode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/// What was found, drawn on a copy of the picture: the outline with a dot at the corner where one
/// begins to read, and the points of bar codes.
final class Annotation {
    private static final Scalar OUTLINE = new Scalar(60, 200, 60, 0);
    private static final Scalar CODE = new Scalar(40, 140, 250, 0);

    private Annotation() {}

    static void write(Mat picture, Reading reading, Path file) throws IOException {
        int stroke = Math.max(2, Math.max(picture.cols(), picture.rows()) / 400);
        try (Mat drawn = picture.clone()) {
            reading.quad().ifPresent(quad -> outline(drawn, quad, stroke));
            for (Barcode code : reading.barcodes()) {
                for (Point point : code.place()) {
                    dot(drawn, point, 2 * stroke, CODE);
                }
            }
            if (!opencv_imgcodecs.imwrite(file.toString(), drawn)) {
                throw new IOException("cannot write " + file);
            }
        }
    }

    private static void outline(Mat drawn, Quad quad, int stroke) {
        List<Point> corners = quad.corners();
        for (int i = 0; i < corners.size(); i++) {
            try (var from = pixel(corners.get(i));
                    var to = pixel(corners.get((i + 1) % corners.size()))) {
                opencv_imgproc.line(drawn, from, to, OUTLINE, stroke, opencv_imgproc.LINE_AA, 0);
            }
        }
        dot(drawn, quad.topLeft(), 4 * stroke, OUTLINE);
    }

    private static void dot(Mat drawn, Point at, int radius, Scalar colour) {
        try (var centre = pixel(at)) {
            opencv_imgproc.circle(
                    drawn,
                    centre,
                    radius,
                    colour,
                    opencv_imgproc.FILLED,
                    opencv_imgproc.LINE_AA,
                    0);
        }
    }

    private static org.bytedeco.opencv.opencv_core.Point pixel(Point point) {
        return new org.bytedeco.opencv.opencv_core.Point(
                (int) Math.round(point.x()), (int) Math.round(point.y()));
    }
}
