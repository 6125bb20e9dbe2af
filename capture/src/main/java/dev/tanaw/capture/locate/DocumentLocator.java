package dev.tanaw.capture.locate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.indexer.IntIndexer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Size;

/// Finds the outline of a document: the largest convex four-cornered contour of the edges.
public final class DocumentLocator implements AutoCloseable {
    private static final int WIDTH = 640;
    private static final double LEAST_SHARE = 0.06;

    private final Mat small = new Mat();
    private final Mat grey = new Mat();
    private final Mat edges = new Mat();
    private final Mat kernel;

    public DocumentLocator() {
        try (Size three = new Size(3, 3)) {
            kernel = opencv_imgproc.getStructuringElement(opencv_imgproc.MORPH_RECT, three);
        }
    }

    public Optional<Located> locate(Mat bgr, Optional<Quad> previous) {
        if (bgr.empty() || bgr.channels() != 3 || bgr.cols() < 64 || bgr.rows() < 64) {
            return Optional.empty();
        }
        double scale = (double) WIDTH / bgr.cols();
        try (Size size = new Size(WIDTH, (int) Math.round(bgr.rows() * scale));
                Size five = new Size(5, 5)) {
            opencv_imgproc.resize(bgr, small, size, 0, 0, opencv_imgproc.INTER_AREA);
            opencv_imgproc.cvtColor(small, grey, opencv_imgproc.COLOR_BGR2GRAY);
            opencv_imgproc.GaussianBlur(grey, grey, five, 0);
        }
        opencv_imgproc.Canny(grey, edges, 30, 90, 3, true);
        opencv_imgproc.dilate(edges, edges, kernel);
        return largest(small.cols() * small.rows() * LEAST_SHARE)
                .map(quad -> new Located(scaled(quad, 1 / scale), 0.9));
    }

    private Optional<Quad> largest(double leastArea) {
        List<Quad> found = new ArrayList<>();
        try (MatVector contours = new MatVector()) {
            opencv_imgproc.findContours(
                    edges, contours, opencv_imgproc.RETR_LIST, opencv_imgproc.CHAIN_APPROX_SIMPLE);
            for (long i = 0; i < contours.size(); i++) {
                try (Mat contour = contours.get(i);
                        Mat hull = new Mat();
                        Mat corners = new Mat()) {
                    if (opencv_imgproc.contourArea(contour) < leastArea) {
                        continue;
                    }
                    opencv_imgproc.convexHull(contour, hull);
                    opencv_imgproc.approxPolyDP(
                            hull, corners, 0.02 * opencv_imgproc.arcLength(hull, true), true);
                    if (corners.total() == 4) {
                        quad(corners).ifPresent(found::add);
                    }
                }
            }
        }
        return found.stream().max(Comparator.comparingDouble(Quad::area));
    }

    private static Optional<Quad> quad(Mat corners) {
        try (IntIndexer at = corners.createIndexer()) {
            List<Point> points =
                    IntStream.range(0, 4)
                            .mapToObj(i -> new Point(at.get(i, 0, 0) + 0.5, at.get(i, 0, 1) + 0.5))
                            .toList();
            return ordered(points);
        }
    }

    private static Optional<Quad> ordered(List<Point> points) {
        double x = points.stream().mapToDouble(Point::x).average().orElse(0);
        double y = points.stream().mapToDouble(Point::y).average().orElse(0);
        List<Point> around =
                points.stream()
                        .sorted(Comparator.comparingDouble(p -> Math.atan2(p.y() - y, p.x() - x)))
                        .toList();
        int first =
                IntStream.range(0, 4)
                        .boxed()
                        .min(Comparator.comparingDouble(i -> around.get(i).x() + around.get(i).y()))
                        .orElse(0);
        try {
            return Optional.of(
                    new Quad(
                            around.get(first),
                            around.get((first + 1) % 4),
                            around.get((first + 2) % 4),
                            around.get((first + 3) % 4)));
        } catch (IllegalArgumentException notConvex) {
            return Optional.empty();
        }
    }

    private static Quad scaled(Quad quad, double by) {
        List<Point> c =
                quad.corners().stream().map(p -> new Point(p.x() * by, p.y() * by)).toList();
        return new Quad(c.get(0), c.get(1), c.get(2), c.get(3));
    }

    @Override
    public void close() {
        small.close();
        grey.close();
        edges.close();
        kernel.close();
    }
}
