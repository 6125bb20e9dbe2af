package dev.tanaw.capture.locate;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/// How well the ground colour just inside each side can be told from that just outside, over the
/// side's whole length: a document lies on its ground everywhere, while a line in a face or in a
/// room has by turns the same on both sides.
final class SideColours {
    private static final int SAMPLES = 40;
    private static final double FIRST = 0.07;

    /// Steps from the side at which colours are read.
    private static final double[] AWAY = {4, 7, 10, 13};

    /// Grey levels of difference that noise alone makes.
    private static final double FLOOR = 4;

    private static final int CHANNELS = 3;

    private final float[] pixel = new float[CHANNELS];

    /// Mean over the sides, 0 where nothing tells them apart to 1. A side at the rim of the picture
    /// counts as 0.
    double apart(Mat bgr, Quad quad, double step) {
        Pixels pixels = new Pixels(bgr);
        List<Point> corners = quad.corners();
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += apart(pixels, corners.get(i), corners.get((i + 1) % 4), step);
        }
        return sum / 4;
    }

    /// The same for the one side from `a` to `b`.
    double apart(Pixels pixels, Point a, Point b, double step) {
        Line line = Line.through(a, b);
        Tally inside = tally(pixels, a, b, line, -step);
        Tally outside = tally(pixels, a, b, line, step);
        if (Math.min(inside.count, outside.count) < SAMPLES / 2) {
            return 0;
        }
        double best = 0;
        for (int c = 0; c < CHANNELS; c++) {
            double difference = Math.abs(inside.mean(c) - outside.mean(c));
            best = Math.max(best, difference / (FLOOR + inside.spread(c) + outside.spread(c)));
        }
        return best / (1 + best);
    }

    private Tally tally(Pixels pixels, Point a, Point b, Line line, double step) {
        Tally tally = new Tally();
        double[] mean = new double[CHANNELS];
        for (int i = 0; i < SAMPLES; i++) {
            double along = FIRST + (1 - 2 * FIRST) * i / (SAMPLES - 1);
            int read = 0;
            Arrays.fill(mean, 0);
            for (double away : AWAY) {
                double x = a.x() + along * (b.x() - a.x()) + away * step * line.normalX();
                double y = a.y() + along * (b.y() - a.y()) + away * step * line.normalY();
                if (pixels.holds(x, y)) {
                    pixels.read(x, y, pixel, 0);
                    for (int c = 0; c < CHANNELS; c++) {
                        mean[c] += pixel[c];
                    }
                    read++;
                }
            }
            if (read > 0) {
                tally.add(mean, read);
            }
        }
        return tally;
    }

    private static final class Tally {
        private final double[] sum = new double[CHANNELS];
        private final double[] squares = new double[CHANNELS];
        private int count;

        void add(double[] values, int by) {
            for (int c = 0; c < CHANNELS; c++) {
                double value = values[c] / by;
                sum[c] += value;
                squares[c] += value * value;
            }
            count++;
        }

        double mean(int channel) {
            return sum[channel] / count;
        }

        double spread(int channel) {
            double mean = mean(channel);
            return Math.sqrt(Math.max(0, squares[channel] / count - mean * mean));
        }
    }
}
