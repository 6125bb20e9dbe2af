package dev.tanaw.capture.quality;

import dev.tanaw.capture.locate.Quad;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/// Whether the document moved since the frame before, known in a fraction of a millisecond and
/// before anything is located: what cancels a countdown must not wait for a search.
///
/// The difference between the two frames inside the document's outline is held against the
/// difference that a shift of [#STEP] pixels makes in the newer frame itself, whichever way makes
/// less, so that neither the print on the document nor the light decides. 1 means about as much as
/// that shift, which is one hundredth of the width of a document that fills 60 % of the frame;
/// noise of a still document stays below a third. Larger movements do not give proportionally
/// larger values.
///
/// Keeps the newest frame's small copy. One thread only.
public final class Motion implements AutoCloseable {
    /// From here on the document moved.
    public static final double MOVED = 1;

    private static final int WIDTH = 320;
    private static final int STEP = 2;
    private static final int LEAST = 4 * STEP;

    private final Mat small = new Mat();
    private final Mat difference = new Mat();
    private Mat before = new Mat();
    private Mat now = new Mat();

    /// Takes in the next frame.
    ///
    /// @param bgr 8UC3
    /// @param outline of the document in the frame before
    /// @return 0 when there is nothing to compare with
    public double next(Mat bgr, Quad outline) {
        take(bgr);
        if (before.empty() || before.rows() != now.rows()) {
            return 0;
        }
        double scale = (double) WIDTH / bgr.cols();
        int left = (int) Math.max(0, least(outline, true) * scale);
        int top = (int) Math.max(0, least(outline, false) * scale);
        int width = (int) Math.min(now.cols(), most(outline, true) * scale) - left;
        int height = (int) Math.min(now.rows(), most(outline, false) * scale) - top;
        if (width < LEAST || height < LEAST) {
            return 0;
        }
        try (Rect whole = new Rect(left, top, width, height);
                Mat older = new Mat(before, whole);
                Mat newer = new Mat(now, whole)) {
            double shifted = Math.min(shift(newer, STEP, 0), shift(newer, 0, STEP));
            return shifted <= 0 ? 0 : difference(older, newer) / shifted;
        }
    }

    /// There was no document: the next frame has nothing to be compared with.
    public void forget() {
        now.release();
    }

    private void take(Mat bgr) {
        Mat oldest = before;
        before = now;
        now = oldest;
        int height = (int) Math.round((double) WIDTH * bgr.rows() / bgr.cols());
        try (Size size = new Size(WIDTH, height)) {
            opencv_imgproc.resize(bgr, small, size, 0, 0, opencv_imgproc.INTER_AREA);
        }
        opencv_imgproc.cvtColor(small, now, opencv_imgproc.COLOR_BGR2GRAY);
    }

    private double shift(Mat picture, int x, int y) {
        int width = picture.cols() - x;
        int height = picture.rows() - y;
        try (Rect here = new Rect(0, 0, width, height);
                Rect there = new Rect(x, y, width, height);
                Mat first = new Mat(picture, here);
                Mat second = new Mat(picture, there)) {
            return difference(first, second);
        }
    }

    private double difference(Mat first, Mat second) {
        opencv_core.absdiff(first, second, difference);
        try (Scalar mean = opencv_core.mean(difference)) {
            return mean.get(0);
        }
    }

    private static double least(Quad quad, boolean x) {
        return quad.corners().stream().mapToDouble(c -> x ? c.x() : c.y()).min().orElse(0);
    }

    private static double most(Quad quad, boolean x) {
        return quad.corners().stream().mapToDouble(c -> x ? c.x() : c.y()).max().orElse(0);
    }

    @Override
    public void close() {
        small.close();
        difference.close();
        before.close();
        now.close();
    }
}
