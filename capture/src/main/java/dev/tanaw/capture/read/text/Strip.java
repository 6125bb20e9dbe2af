package dev.tanaw.capture.read.text;

import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.locate.Rectifier;
import org.bytedeco.opencv.opencv_core.Mat;

/// A run of print cut out and laid level.
record Strip(Mat pixels) implements AutoCloseable {
    private static final int MULTIPLE = 8;

    /// @param stretch width to height, against the natural one
    /// @param mostWidth beyond which it is squeezed
    static Strip of(Mat picture, Quad place, int height, double stretch, int mostWidth) {
        double natural = stretch * height * place.width() / Math.max(1, place.height());
        int width = (int) Math.clamp(natural, 2.0 * MULTIPLE, mostWidth);
        Mat pixels = new Mat();
        try (Rectifier rectifier = new Rectifier()) {
            rectifier.rectify(
                    picture, place, (width + MULTIPLE - 1) / MULTIPLE * MULTIPLE, height, pixels);
        }
        return new Strip(pixels);
    }

    @Override
    public void close() {
        pixels.close();
    }
}
