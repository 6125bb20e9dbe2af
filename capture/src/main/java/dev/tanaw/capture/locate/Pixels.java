package dev.tanaw.capture.locate;

import java.nio.ByteBuffer;
import org.bytedeco.opencv.opencv_core.Mat;

/// Reads single pixels of an 8UC3 picture without copying it. Valid as long as the picture is.
final class Pixels {
    private static final int CHANNELS = 3;

    private final ByteBuffer bytes;
    private final int width;
    private final int height;
    private final int stride;

    Pixels(Mat bgr) {
        bytes = bgr.createBuffer();
        width = bgr.cols();
        height = bgr.rows();
        stride = (int) bgr.step(0);
    }

    /// Whether [#read] can answer here: half a pixel from the edge of the picture and further in.
    boolean holds(double x, double y) {
        return x >= 0.5 && y >= 0.5 && x < width - 0.5 && y < height - 0.5;
    }

    /// Bilinear value of three channels into `into` from index `at` on. Our coordinates count from
    /// the outer corner of the first pixel, so its centre is at one half.
    void read(double x, double y, float[] into, int at) {
        double left = x - 0.5;
        double top = y - 0.5;
        int column = Math.min((int) left, width - 2);
        int row = Math.min((int) top, height - 2);
        float across = (float) (left - column);
        float down = (float) (top - row);
        int first = row * stride + column * CHANNELS;
        for (int c = 0; c < CHANNELS; c++) {
            int i = first + c;
            float upper = mix(bytes.get(i), bytes.get(i + CHANNELS), across);
            float lower = mix(bytes.get(i + stride), bytes.get(i + stride + CHANNELS), across);
            into[at + c] = upper + (lower - upper) * down;
        }
    }

    private static float mix(byte a, byte b, float share) {
        int first = a & 0xFF;
        return first + ((b & 0xFF) - first) * share;
    }
}
