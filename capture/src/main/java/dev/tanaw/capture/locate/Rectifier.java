package dev.tanaw.capture.locate;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/// Turns a document in a frame into a picture of it seen straight on. One thread at a time.
public final class Rectifier implements AutoCloseable {
    private final Mat from = new Mat(4, 1, opencv_core.CV_32FC2);
    private final Mat to = new Mat(4, 1, opencv_core.CV_32FC2);

    /// Writes the document, `width` by `height` pixels, into `result`, which is reused when it
    /// fits.
    public void rectify(Mat bgr, Quad quad, int width, int height, Mat result) {
        // Corners are outer edges; OpenCV counts from the centre of the first pixel.
        put(from, quad, -0.5);
        put(
                to,
                new Quad(
                        new Point(0, 0),
                        new Point(width, 0),
                        new Point(width, height),
                        new Point(0, height)),
                -0.5);
        try (Mat transform = opencv_imgproc.getPerspectiveTransform(from, to);
                Size size = new Size(width, height);
                Scalar black = Scalar.all(0)) {
            opencv_imgproc.warpPerspective(
                    bgr,
                    result,
                    transform,
                    size,
                    opencv_imgproc.INTER_LINEAR,
                    opencv_core.BORDER_REPLICATE,
                    black);
        }
    }

    private static void put(Mat points, Quad quad, double shift) {
        var buffer = points.<java.nio.FloatBuffer>createBuffer();
        quad.corners()
                .forEach(corner ->
                        buffer.put((float) (corner.x() + shift)).put((float) (corner.y() + shift)));
    }

    @Override
    public void close() {
        from.close();
        to.close();
    }
}
