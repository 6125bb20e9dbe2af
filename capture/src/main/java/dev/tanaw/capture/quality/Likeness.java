package dev.tanaw.capture.quality;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/// How much two sides of a document look alike: correlation of small grey pictures, -1 to 1, the
/// better of upright and upside down. On one run of the replayed identity card the same side again
/// gave 0.99 and the back 0.15 to 0.17; the limit has not been tried on labelled pairs of sides.
final class Likeness implements AutoCloseable {
    private static final int WIDTH = 48;
    private static final int HEIGHT = 32;

    private final Mat result = new Mat();
    private final Mat turned = new Mat();

    static Mat fingerprint(Mat grey) {
        return Measurer.shrink(grey, WIDTH, HEIGHT);
    }

    double of(Mat grey, Mat fingerprint) {
        try (Mat now = fingerprint(grey)) {
            double upright = correlation(now, fingerprint);
            opencv_core.rotate(now, turned, opencv_core.ROTATE_180);
            return Math.max(upright, correlation(turned, fingerprint));
        }
    }

    private double correlation(Mat a, Mat b) {
        opencv_imgproc.matchTemplate(a, b, result, opencv_imgproc.TM_CCOEFF_NORMED);
        return result.createIndexer(false).getDouble(0, 0);
    }

    @Override
    public void close() {
        result.close();
        turned.close();
    }
}
