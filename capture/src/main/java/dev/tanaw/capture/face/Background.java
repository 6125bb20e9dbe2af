package dev.tanaw.capture.face;

import dev.tanaw.capture.locate.Point;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/// How even what lies behind a head is: mean length of the Sobel gradient in grey levels, of a
/// picture reduced to [#WIDTH] pixels across, beside the head and above the chin. Without the
/// standard's segmentation, so hair that stands out counts as background. One thread.
final class Background implements AutoCloseable {
    private static final int WIDTH = 320;

    /// Half of a head with its hair, in lengths from eyes to chin.
    private static final double HEAD = 0.85;

    private static final int LEAST = 4;

    private final Mat small = new Mat();
    private final Mat grey = new Mat();
    private final Mat across = new Mat();
    private final Mat down = new Mat();
    private final Mat gradient = new Mat();

    /// @param bgr 8UC3
    /// @return NaN where nothing of the background is seen
    double of(Mat bgr, Landmarks face) {
        double scale = (double) WIDTH / bgr.cols();
        try (Size size = new Size(WIDTH, Math.max(1, (int) Math.round(bgr.rows() * scale)))) {
            opencv_imgproc.resize(bgr, small, size, 0, 0, opencv_imgproc.INTER_AREA);
        }
        opencv_imgproc.cvtColor(small, grey, opencv_imgproc.COLOR_BGR2GRAY);
        opencv_imgproc.Sobel(grey, across, opencv_core.CV_32F, 1, 0);
        opencv_imgproc.Sobel(grey, down, opencv_core.CV_32F, 0, 1);
        opencv_core.magnitude(across, down, gradient);
        Point eyes = face.eyes();
        int bottom = Math.clamp(Math.round(face.point(152).y() * scale), 0, grey.rows());
        int left = Math.clamp(Math.round((eyes.x() - HEAD * face.length()) * scale), 0, WIDTH);
        int right = Math.clamp(Math.round((eyes.x() + HEAD * face.length()) * scale), 0, WIDTH);
        return mean(left, WIDTH - right, bottom, right);
    }

    private double mean(int lefts, int rights, int bottom, int right) {
        double sum = sum(0, lefts, bottom) + sum(right, rights, bottom);
        double area = area(lefts, bottom) + area(rights, bottom);
        return area == 0 ? Double.NaN : sum / area;
    }

    private double sum(int x, int width, int height) {
        if (area(width, height) == 0) {
            return 0;
        }
        try (Rect place = new Rect(x, 0, width, height);
                Mat part = new Mat(gradient, place);
                Scalar sum = opencv_core.sumElems(part)) {
            return sum.get(0);
        }
    }

    private static double area(int width, int height) {
        return width < LEAST || height < LEAST ? 0 : (double) width * height;
    }

    @Override
    public void close() {
        small.close();
        grey.close();
        across.close();
        down.close();
        gradient.close();
    }
}
