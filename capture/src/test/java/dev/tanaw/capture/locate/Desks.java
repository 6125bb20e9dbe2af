package dev.tanaw.capture.locate;

import java.util.Random;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/// Frames of 1280×720 drawn from a seed, of which everything is known.
final class Desks {
    static final int WIDTH = 1280;
    static final int HEIGHT = 720;

    private Desks() {}

    /// A desk with nothing on it: by the seed plain, speckled, striped or tiled.
    static Mat plain(int seed) {
        Random random = new Random(seed);
        int tone = 40 + random.nextInt(180);
        Mat desk = new Mat(HEIGHT, WIDTH, opencv_core.CV_8UC3, Scalar.all(tone));
        switch (seed % 4) {
            case 1 -> noise(desk, 25, 9);
            case 2 -> {
                for (int x = 0; x < WIDTH; x += 60 + random.nextInt(60)) {
                    bar(desk, x, 0, 2, HEIGHT, tone - 25);
                }
            }
            case 3 -> {
                int tile = 90 + random.nextInt(120);
                for (int x = 0; x < WIDTH; x += tile) {
                    bar(desk, x, 0, 4, HEIGHT, tone + 30);
                }
                for (int y = 0; y < HEIGHT; y += tile) {
                    bar(desk, 0, y, WIDTH, 4, tone + 30);
                }
            }
            default -> {}
        }
        noise(desk, 4, 1);
        return desk;
    }

    static void noise(Mat picture, double spread, int grain) {
        try (Mat rough = new Mat(picture.size(), opencv_core.CV_8UC3);
                Mat mean = new Mat(1, 1, opencv_core.CV_64F, Scalar.all(128));
                Mat deviation = new Mat(1, 1, opencv_core.CV_64F, Scalar.all(spread));
                Size size = new Size(grain, grain)) {
            opencv_core.randn(rough, mean, deviation);
            if (grain > 1) {
                opencv_imgproc.blur(rough, rough, size);
            }
            opencv_core.addWeighted(picture, 1, rough, 1, -128, picture);
        }
    }

    static void bar(Mat picture, int x, int y, int width, int height, int tone) {
        try (org.bytedeco.opencv.opencv_core.Rect rect =
                new org.bytedeco.opencv.opencv_core.Rect(x, y, width, height)) {
            opencv_imgproc.rectangle(
                    picture,
                    rect,
                    Scalar.all(tone),
                    opencv_imgproc.FILLED,
                    opencv_imgproc.LINE_8,
                    0);
        }
    }
}
