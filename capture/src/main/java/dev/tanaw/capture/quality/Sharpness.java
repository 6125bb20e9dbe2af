package dev.tanaw.capture.quality;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/// How much of a picture's fine variation a further blur would destroy, 0 to 1: the complement of
/// the blur effect of Crété-Roffet et al., *The blur effect: perception and estimation with a new
/// no-reference perceptual blur metric* (2007). Neighbour differences are compared before and after
/// a box of nine pixels along each axis; the ratio is free of contrast and brightness. The lesser
/// of both axes counts, because a movement blurs along one only.
public final class Sharpness implements AutoCloseable {
    private static final int BOX = 9;

    /// Below this mean difference (in grey levels) there is nothing to be sharp.
    private static final double TEXTURE = 0.5;

    private final Mat blurred = new Mat();
    private final Mat fine = new Mat();
    private final Mat coarse = new Mat();
    private final Mat lost = new Mat();

    /// NaN on a picture without texture.
    public double of(Mat grey) {
        return Math.min(along(grey, 1, 0), along(grey, 0, 1));
    }

    private double along(Mat grey, int x, int y) {
        try (Size box = new Size(x == 1 ? BOX : 1, y == 1 ? BOX : 1);
                Point centre = new Point(-1, -1)) {
            opencv_imgproc.blur(grey, blurred, box, centre, opencv_core.BORDER_REPLICATE);
        }
        differences(grey, fine, x, y);
        differences(blurred, coarse, x, y);
        // Saturating: where blurring added variation nothing is counted.
        opencv_core.subtract(fine, coarse, lost);
        double all = mean(fine);
        return all < TEXTURE ? Double.NaN : mean(lost) / all;
    }

    private static void differences(Mat from, Mat to, int x, int y) {
        int width = from.cols() - x;
        int height = from.rows() - y;
        // A view that is not closed keeps the pixels until the next collection of garbage.
        try (Rect later = new Rect(x, y, width, height);
                Rect earlier = new Rect(0, 0, width, height);
                Mat ahead = new Mat(from, later);
                Mat behind = new Mat(from, earlier)) {
            opencv_core.absdiff(ahead, behind, to);
        }
    }

    private static double mean(Mat mat) {
        try (Scalar mean = opencv_core.mean(mat);
                DoublePointer values = mean) {
            return values.get(0);
        }
    }

    @Override
    public void close() {
        blurred.close();
        fine.close();
        coarse.close();
        lost.close();
    }
}
