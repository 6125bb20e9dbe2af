package dev.tanaw.capture.read.text;

import dev.tanaw.capture.locate.Point;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.read.network.Network;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RotatedRect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/// Where print stands on a document seen straight on: PP-OCRv4's detector, which gives for each
/// pixel how likely it lies in the shrunken core of a run of print. Thread-safe.
final class TextDetector {
    /// Longer side of what the network sees. Less misses small labels, more costs time.
    private static final int LONG_SIDE = 960;

    private static final int MULTIPLE = 32;

    /// As the network was trained: red, green and blue by ImageNet's mean and deviation.
    private static final double[] MEAN = {0.485, 0.456, 0.406};

    private static final double[] DEVIATION = {0.229, 0.224, 0.225};

    private static final double CORE = 0.3;
    private static final double PRINT = 0.55;
    private static final int SMALLEST = 3;

    /// How far a core grows to cover its letters, with area over perimeter.
    private static final double GROWTH = 1.6;

    /// More than a document holds; noise may fall apart into thousands.
    static final int MOST = 120;

    private final Network network;

    TextDetector(Network network) {
        this.network = network;
    }

    /// @param document 8UC3
    /// @return upright boxes, the surest first where there are too many
    List<Quad> find(Mat document) {
        double scale = (double) LONG_SIDE / Math.max(document.cols(), document.rows());
        int width = multiple(document.cols() * scale);
        int height = multiple(document.rows() * scale);
        float[] output;
        try (Mat small = new Mat();
                Size size = new Size(width, height)) {
            opencv_imgproc.resize(document, small, size, 0, 0, opencv_imgproc.INTER_AREA);
            output = network.run(planes(small), 1, 3, height, width);
        }
        double across = (double) document.cols() / width;
        double down = (double) document.rows() / height;
        return cores(output, width, height).stream()
                .map(core ->
                        new Quad(
                                stretched(core.topLeft(), across, down),
                                stretched(core.topRight(), across, down),
                                stretched(core.bottomRight(), across, down),
                                stretched(core.bottomLeft(), across, down)))
                .toList();
    }

    private static int multiple(double length) {
        return (int) Math.max(MULTIPLE, Math.round(length / MULTIPLE) * MULTIPLE);
    }

    private static Point stretched(Point point, double across, double down) {
        return new Point(point.x() * across, point.y() * down);
    }

    private static float[] planes(Mat bgr) {
        byte[] pixels = new byte[bgr.cols() * bgr.rows() * 3];
        bgr.data().get(pixels);
        int area = pixels.length / 3;
        float[] planes = new float[pixels.length];
        for (int channel = 0; channel < 3; channel++) {
            // The network was trained on pictures in OpenCV's own order of colours.
            float mean = (float) MEAN[channel];
            float scale = (float) (1 / DEVIATION[channel]);
            for (int i = 0; i < area; i++) {
                planes[channel * area + i] =
                        ((pixels[3 * i + channel] & 0xff) / 255f - mean) * scale;
            }
        }
        return planes;
    }

    private record Found(Quad quad, double score) {}

    private static List<Quad> cores(float[] map, int width, int height) {
        List<Found> found = new ArrayList<>();
        try (FloatPointer memory = new FloatPointer(map);
                Mat likely = new Mat(height, width, opencv_core.CV_32FC1, memory);
                Mat binary = new Mat();
                MatVector contours = new MatVector()) {
            opencv_imgproc.threshold(likely, binary, CORE, 255, opencv_imgproc.THRESH_BINARY);
            binary.convertTo(binary, opencv_core.CV_8U);
            opencv_imgproc.findContours(
                    binary, contours, opencv_imgproc.RETR_LIST, opencv_imgproc.CHAIN_APPROX_SIMPLE);
            for (long i = 0; i < Math.min(contours.size(), 20L * MOST); i++) {
                core(likely, contours.get(i)).ifPresent(found::add);
            }
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(Found::score).reversed())
                .limit(MOST)
                .map(Found::quad)
                .toList();
    }

    private static Optional<Found> core(Mat likely, Mat contour) {
        try (contour;
                RotatedRect box = opencv_imgproc.minAreaRect(contour);
                Rect around = opencv_imgproc.boundingRect(contour)) {
            float side = Math.min(box.size().width(), box.size().height());
            if (side < SMALLEST) {
                return Optional.empty();
            }
            double score = mean(likely, contour, around);
            return score < PRINT ? Optional.empty() : grown(box, score);
        }
    }

    private static double mean(Mat likely, Mat contour, Rect around) {
        try (Mat part = new Mat(likely, around);
                Mat mask = new Mat(around.height(), around.width(), opencv_core.CV_8UC1);
                Scalar zero = Scalar.all(0);
                Scalar one = Scalar.all(255);
                MatVector one1 = new MatVector(contour);
                org.bytedeco.opencv.opencv_core.Point shift =
                        new org.bytedeco.opencv.opencv_core.Point(-around.x(), -around.y())) {
            mask.put(zero);
            opencv_imgproc.fillPoly(mask, one1, one, opencv_imgproc.LINE_8, 0, shift);
            try (Scalar mean = opencv_core.mean(part, mask)) {
                return mean.get(0);
            }
        }
    }

    private static Optional<Found> grown(RotatedRect box, double score) {
        double width = box.size().width();
        double height = box.size().height();
        double grow = width * height * GROWTH / (2 * (width + height));
        try (Point2f corners = new Point2f(4);
                RotatedRect large =
                        new RotatedRect(
                                box.center(),
                                new org.bytedeco.opencv.opencv_core.Size2f(
                                        (float) (width + 2 * grow), (float) (height + 2 * grow)),
                                box.angle())) {
            large.points(corners);
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                points.add(new Point(corners.getPointer(i).x(), corners.getPointer(i).y()));
            }
            return Quad.upright(points).map(quad -> new Found(quad, score));
        }
    }
}
