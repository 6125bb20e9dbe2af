package dev.tanaw.capture.quality;

import dev.tanaw.capture.event.Gate;
import java.util.Map;
import org.bytedeco.javacpp.indexer.UByteRawIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/// Brightness, contrast and glare of the rectified document.
final class Light implements AutoCloseable {
    /// A highlight clips every channel; white paper under good light stays below.
    private static final int CLIPPED = 250;

    /// Every fourth pixel of every fourth row: 1/16 of the work.
    private static final int STRIDE = 4;

    private final Mat mask = new Mat();
    private final Mat low = new Mat();
    private final Mat blue = new Mat();
    private final Mat green = new Mat();
    private final Mat red = new Mat();
    private final Mat kernel;

    Light() {
        try (Size five = new Size(5, 5)) {
            kernel = opencv_imgproc.getStructuringElement(opencv_imgproc.MORPH_ELLIPSE, five);
        }
    }

    Map<Gate, Double> of(Mat bgr, Mat grey) {
        int[] histogram = new int[256];
        int count = 0;
        double sum = 0;
        try (UByteRawIndexer pixels = grey.createIndexer()) {
            for (int y = 0; y < grey.rows(); y += STRIDE) {
                for (int x = 0; x < grey.cols(); x += STRIDE) {
                    int value = pixels.get(y, x);
                    histogram[value]++;
                    sum += value;
                    count++;
                }
            }
        }
        double spread = percentile(histogram, count, 0.95) - percentile(histogram, count, 0.05);
        return Map.of(
                Gate.LIGHT, sum / count / 255, Gate.CONTRAST, spread / 255, Gate.GLARE, glare(bgr));
    }

    /// Share of the document that is clipped in all channels, in spots of five pixels or more.
    private double glare(Mat bgr) {
        opencv_core.extractChannel(bgr, blue, 0);
        opencv_core.extractChannel(bgr, green, 1);
        opencv_core.extractChannel(bgr, red, 2);
        opencv_core.min(blue, green, low);
        opencv_core.min(low, red, low);
        opencv_imgproc.threshold(low, mask, CLIPPED - 1, 255, opencv_imgproc.THRESH_BINARY);
        if (opencv_core.countNonZero(mask) == 0) {
            return 0;
        }
        opencv_imgproc.morphologyEx(mask, mask, opencv_imgproc.MORPH_OPEN, kernel);
        return (double) opencv_core.countNonZero(mask) / mask.total();
    }

    private static int percentile(int[] histogram, int count, double share) {
        int seen = 0;
        for (int value = 0; value < histogram.length; value++) {
            seen += histogram[value];
            if (seen >= share * count) {
                return value;
            }
        }
        return histogram.length - 1;
    }

    @Override
    public void close() {
        mask.close();
        low.close();
        blue.close();
        green.close();
        red.close();
        kernel.close();
    }
}
