package dev.tanaw.capture.locate;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/// Edges of a reduced frame in all three colour channels. Each pixel's strength is measured against
/// the unrest around it, so that a pebbled ground does not drown a faint but straight side.
final class EdgeField implements AutoCloseable {
    static final int WIDTH = 320;

    /// Grey levels of gradient that noise alone makes.
    private static final float FLOOR = 5;

    /// Pixels to each side over which unrest is averaged.
    private static final int AROUND = 8;

    private final Mat small = new Mat();
    private int width;
    private int height;
    private byte[] pixels = new byte[0];
    private float[] strength = new float[0];
    private float[] across = new float[0];
    private float[] down = new float[0];
    private double[] sums = new double[0];

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// 0 on even ground to nearly 1 on a lone clear edge.
    float strength(int x, int y) {
        return strength[y * width + x];
    }

    /// Unit vector across the edge, of either sign.
    float across(int x, int y) {
        return across[y * width + x];
    }

    float down(int x, int y) {
        return down[y * width + x];
    }

    /// The colour in 512 coarse classes.
    int colour(int x, int y) {
        int i = 3 * (y * width + x);
        return (pixels[i] & 0xE0) << 1 | (pixels[i + 1] & 0xE0) >> 2 | (pixels[i + 2] & 0xE0) >> 5;
    }

    void look(Mat bgr) {
        width = WIDTH;
        height = Math.max(32, (int) Math.round((double) bgr.rows() * WIDTH / bgr.cols()));
        try (Size size = new Size(width, height);
                Size three = new Size(3, 3)) {
            opencv_imgproc.resize(bgr, small, size, 0, 0, opencv_imgproc.INTER_AREA);
            opencv_imgproc.GaussianBlur(
                    small,
                    small,
                    three,
                    0,
                    0,
                    opencv_core.BORDER_REPLICATE,
                    opencv_core.ALGO_HINT_DEFAULT);
        }
        int cells = width * height;
        if (strength.length != cells) {
            pixels = new byte[3 * cells];
            strength = new float[cells];
            across = new float[cells];
            down = new float[cells];
            sums = new double[(width + 1) * (height + 1)];
        }
        small.data().get(pixels);
        gradients();
        normalise();
    }

    private void gradients() {
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int best = 0;
                int bestX = 0;
                int bestY = 0;
                int i = 3 * (y * width + x);
                for (int c = i; c < i + 3; c++) {
                    int dx = (pixels[c + 3] & 0xFF) - (pixels[c - 3] & 0xFF);
                    int dy = (pixels[c + 3 * width] & 0xFF) - (pixels[c - 3 * width] & 0xFF);
                    int square = dx * dx + dy * dy;
                    if (square > best) {
                        best = square;
                        bestX = dx;
                        bestY = dy;
                    }
                }
                int at = y * width + x;
                float length = (float) Math.sqrt(best);
                strength[at] = length;
                across[at] = best == 0 ? 0 : bestX / length;
                down[at] = best == 0 ? 0 : bestY / length;
            }
        }
    }

    private void normalise() {
        int row = width + 1;
        for (int y = 0; y < height; y++) {
            double line = 0;
            for (int x = 0; x < width; x++) {
                line += strength[y * width + x];
                sums[(y + 1) * row + x + 1] = sums[y * row + x + 1] + line;
            }
        }
        for (int y = 0; y < height; y++) {
            int top = Math.max(0, y - AROUND);
            int bottom = Math.min(height, y + AROUND + 1);
            for (int x = 0; x < width; x++) {
                int left = Math.max(0, x - AROUND);
                int right = Math.min(width, x + AROUND + 1);
                double sum =
                        sums[bottom * row + right]
                                - sums[top * row + right]
                                - sums[bottom * row + left]
                                + sums[top * row + left];
                float unrest = FLOOR + (float) (sum / ((bottom - top) * (right - left)));
                int at = y * width + x;
                strength[at] = strength[at] / (strength[at] + unrest);
            }
        }
    }

    @Override
    public void close() {
        small.close();
    }
}
