package dev.tanaw.capture.face;

import dev.tanaw.capture.locate.Point;
import dev.tanaw.capture.quality.Sharpness;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/// The face upright at a fixed size, so that light and sharpness mean the same near and far. One
/// thread; its buffers are reused.
final class FaceCut implements AutoCloseable {
    private static final int SIDE = 256;

    /// The square is two lengths (eyes to chin) wide: forehead to chin are about 1.7.
    private static final double LENGTHS = 2;

    /// The face's outline in MediaPipe's numbering, clockwise from the forehead.
    private static final int[] OUTLINE = {
        10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377,
        152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109
    };

    private final Mat colours = new Mat();
    private final Mat grey = new Mat();
    private final Mat mask = new Mat(SIDE, SIDE, opencv_core.CV_8UC1);
    private final Mat transform = new Mat(2, 3, opencv_core.CV_32F);
    private final Sharpness sharpness = new Sharpness();

    /// Light of the face itself, without hair and background, and sharpness of the square.
    ///
    /// @param sharpness see [Sharpness]
    record Looks(FaceLight light, double sharpness) {}

    /// @param bgr 8UC3
    Looks of(Mat bgr, Landmarks face) {
        Placing placing = Placing.of(face);
        cut(bgr, placing);
        opencv_imgproc.cvtColor(colours, grey, opencv_imgproc.COLOR_BGR2GRAY);
        fill(face, placing);
        return new Looks(FaceLight.of(grey, mask), sharpness.of(grey));
    }

    /// From the picture to the square.
    private record Placing(Point centre, double cos, double sin) {
        static Placing of(Landmarks face) {
            Point eyes = face.eyes();
            Point chin = face.point(152);
            double scale = SIDE / (LENGTHS * face.length());
            double angle = Math.toRadians(face.pose().roll());
            Point centre = new Point((2 * eyes.x() + chin.x()) / 3, (2 * eyes.y() + chin.y()) / 3);
            return new Placing(centre, scale * Math.cos(angle), scale * Math.sin(angle));
        }

        double x(Point at) {
            return cos * (at.x() - centre.x()) + sin * (at.y() - centre.y()) + SIDE / 2.0;
        }

        double y(Point at) {
            return -sin * (at.x() - centre.x()) + cos * (at.y() - centre.y()) + SIDE / 2.0;
        }
    }

    private void cut(Mat bgr, Placing placing) {
        Point origin = new Point(0, 0);
        try (FloatPointer values = new FloatPointer(transform.data());
                Size size = new Size(SIDE, SIDE);
                Scalar black = Scalar.all(0)) {
            values.put(0, (float) placing.cos());
            values.put(1, (float) placing.sin());
            values.put(2, (float) placing.x(origin));
            values.put(3, (float) -placing.sin());
            values.put(4, (float) placing.cos());
            values.put(5, (float) placing.y(origin));
            opencv_imgproc.warpAffine(
                    bgr,
                    colours,
                    transform,
                    size,
                    opencv_imgproc.INTER_LINEAR,
                    opencv_core.BORDER_REPLICATE,
                    black);
        }
    }

    private void fill(Landmarks face, Placing placing) {
        try (Scalar none = Scalar.all(0);
                Scalar full = Scalar.all(255);
                Mat outline = new Mat(OUTLINE.length, 1, opencv_core.CV_32SC2);
                MatVector polygons = new MatVector(outline);
                IntPointer values = new IntPointer(outline.data())) {
            for (int i = 0; i < OUTLINE.length; i++) {
                Point at = face.point(OUTLINE[i]);
                values.put(2L * i, (int) Math.round(placing.x(at)));
                values.put(2L * i + 1, (int) Math.round(placing.y(at)));
            }
            mask.put(none);
            opencv_imgproc.fillPoly(mask, polygons, full);
        }
    }

    @Override
    public void close() {
        colours.close();
        grey.close();
        mask.close();
        transform.close();
        sharpness.close();
    }
}
