package dev.tanaw.capture.locate;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/// Cards drawn on to the frames of [Desks] at corners that are known exactly.
final class Cards {
    private static final int WIDTH = 856;
    private static final int HEIGHT = 540;

    private Cards() {}

    /// A card of this length in pixels, turned clockwise about its middle.
    static Quad at(double x, double y, double length, double degrees) {
        double angle = Math.toRadians(degrees);
        double w = length / 2;
        double h = w * HEIGHT / WIDTH;
        List<Point> corners =
                List.of(new Point(-w, -h), new Point(w, -h), new Point(w, h), new Point(-w, h))
                        .stream()
                        .map(p ->
                                new Point(
                                        x + p.x() * Math.cos(angle) - p.y() * Math.sin(angle),
                                        y + p.x() * Math.sin(angle) + p.y() * Math.cos(angle)))
                        .toList();
        return new Quad(corners.get(0), corners.get(1), corners.get(2), corners.get(3));
    }

    /// Puts the back of a card on the desk: a black stripe runs from side to side a little below
    /// the upper edge.
    static void layStriped(Mat desk, Quad quad, int tone, int seed) {
        lay(desk, quad, tone, seed, true);
    }

    /// Puts a card of this ground tone, with a portrait's place and lines of print, on the desk.
    static void lay(Mat desk, Quad quad, int tone, int seed) {
        lay(desk, quad, tone, seed, false);
    }

    private static void lay(Mat desk, Quad quad, int tone, int seed, boolean striped) {
        Random random = new Random(seed);
        try (Mat card = new Mat(HEIGHT, WIDTH, opencv_core.CV_8UC3, Scalar.all(tone));
                Mat all = new Mat(HEIGHT, WIDTH, opencv_core.CV_8UC1, Scalar.all(255));
                Mat from = corners(Cards.at(WIDTH / 2.0, HEIGHT / 2.0, WIDTH, 0));
                Mat to = corners(quad);
                Mat transform = opencv_imgproc.getPerspectiveTransform(from, to);
                Size size = desk.size();
                Mat warped = new Mat();
                Mat mask = new Mat();
                Scalar black = Scalar.all(0)) {
            if (striped) {
                Desks.bar(card, 0, 24, WIDTH, 84, 18);
            }
            Desks.bar(card, 60, 140, 220, 280, 90);
            for (int line = 0; line < 6; line++) {
                Desks.bar(card, 340, 140 + 50 * line, 120 + random.nextInt(300), 16, 60);
            }
            opencv_imgproc.warpPerspective(
                    card,
                    warped,
                    transform,
                    size,
                    opencv_imgproc.INTER_LINEAR,
                    opencv_core.BORDER_CONSTANT,
                    black);
            opencv_imgproc.warpPerspective(
                    all,
                    mask,
                    transform,
                    size,
                    opencv_imgproc.INTER_NEAREST,
                    opencv_core.BORDER_CONSTANT,
                    black);
            warped.copyTo(desk, mask);
        }
        Desks.noise(desk, 3, 1);
    }

    private static Mat corners(Quad quad) {
        Mat corners = new Mat(4, 1, opencv_core.CV_32FC2);
        FloatBuffer buffer = corners.createBuffer();
        quad.corners().forEach(p -> buffer.put((float) (p.x() - 0.5)).put((float) (p.y() - 0.5)));
        return corners;
    }
}
