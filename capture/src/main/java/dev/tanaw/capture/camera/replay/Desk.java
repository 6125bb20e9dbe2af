package dev.tanaw.capture.camera.replay;

import java.util.Random;
import org.bytedeco.javacpp.indexer.UByteRawIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/// The table under the camera and the sensor's noise, drawn once from a seed.
final class Desk implements AutoCloseable {
    /// Standard deviation of the noise in grey levels: a starting value, not taken from a camera.
    private static final double NOISE = 2.2;

    /// The noise field is larger than the frame; each frame takes another cut of it.
    private static final int SLACK = 97;

    private final Mat table;
    private final Mat brighter;
    private final Mat darker;
    private final int width;
    private final int height;

    Desk(int width, int height, long seed, Room.Surface surface) {
        this.width = width;
        this.height = height;
        Random random = new Random(seed);
        this.table =
                switch (surface) {
                    case WOOD -> table(width, height, random, WOOD);
                    case WHITE -> table(width, height, random, WHITE);
                    case CLUTTER -> Clutter.on(table(width, height, random, WOOD), random);
                };
        try (Mat noise = new Mat(height + SLACK, width + SLACK, opencv_core.CV_16SC3);
                Mat mean = new Mat(1, 1, opencv_core.CV_64F, Scalar.all(0));
                Mat deviation = new Mat(1, 1, opencv_core.CV_64F, Scalar.all(NOISE));
                Mat negative = new Mat()) {
            opencv_core.theRNG().state(seed);
            opencv_core.randn(noise, mean, deviation);
            brighter = new Mat();
            darker = new Mat();
            noise.convertTo(brighter, opencv_core.CV_8U);
            noise.convertTo(negative, opencv_core.CV_16S, -1, 0);
            negative.convertTo(darker, opencv_core.CV_8U);
        }
    }

    void copyTo(Mat frame) {
        table.copyTo(frame);
    }

    /// @param number of the frame: the same frame has the same noise
    void addNoise(Mat frame, long number) {
        int x = (int) (number * 31 % SLACK);
        int y = (int) (number * 57 % SLACK);
        try (Rect cut = new Rect(x, y, width, height);
                Mat up = new Mat(brighter, cut);
                Mat down = new Mat(darker, cut)) {
            opencv_core.add(frame, up, frame);
            opencv_core.subtract(frame, down, frame);
        }
    }

    /// Blue, green, red, and how much the grain shows.
    private static final double[] WOOD = {52, 72, 98, 0.5};

    /// Laminate: whiter than any document.
    private static final double[] WHITE = {226, 230, 232, 0.03};

    /// Stretched noise along the grain, a lamp from the upper left.
    private static Mat table(int width, int height, Random random, double[] colour) {
        Mat table = new Mat(height, width, opencv_core.CV_8UC3);
        try (Mat grain = grain(width, height, random);
                UByteRawIndexer in = grain.createIndexer();
                UByteRawIndexer out = table.createIndexer()) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double far = Math.hypot(x - 0.35 * width, y - 0.2 * height) / width;
                    double grained = 1 + colour[3] * (in.get(y, x) / 255.0 - 0.5);
                    double light = (1.1 - 0.45 * far) * grained;
                    for (int channel = 0; channel < 3; channel++) {
                        out.put(y, x, channel, clamp(colour[channel] * light));
                    }
                }
            }
        }
        return table;
    }

    private static Mat grain(int width, int height, Random random) {
        Mat small = new Mat(height / 3, width / 40, opencv_core.CV_8U);
        try (UByteRawIndexer pixels = small.createIndexer()) {
            for (int y = 0; y < small.rows(); y++) {
                for (int x = 0; x < small.cols(); x++) {
                    pixels.put(y, x, clamp(128 + 40 * random.nextGaussian()));
                }
            }
        }
        Mat large = new Mat();
        try (small;
                Size size = new Size(width, height);
                Size blur = new Size(5, 5)) {
            opencv_imgproc.resize(small, large, size, 0, 0, opencv_imgproc.INTER_CUBIC);
            opencv_imgproc.GaussianBlur(large, large, blur, 0);
        }
        return large;
    }

    private static int clamp(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }

    /// A soft round highlight, to be added to a frame.
    static Mat highlight(int radius) {
        int side = 2 * radius + 1;
        Mat spot = new Mat(side, side, opencv_core.CV_8UC3, Scalar.all(0));
        try (Point centre = new Point(radius, radius);
                Scalar white = Scalar.all(255);
                Size blur = new Size(0, 0)) {
            opencv_imgproc.circle(
                    spot,
                    centre,
                    radius / 2,
                    white,
                    opencv_imgproc.FILLED,
                    opencv_imgproc.LINE_AA,
                    0);
            opencv_imgproc.GaussianBlur(spot, spot, blur, radius / 5.0);
        }
        return spot;
    }

    @Override
    public void close() {
        table.close();
        brighter.close();
        darker.close();
    }
}
