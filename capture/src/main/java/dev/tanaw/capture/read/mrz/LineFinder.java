package dev.tanaw.capture.read.mrz;

import dev.tanaw.capture.locate.Point;
import dev.tanaw.capture.locate.Quad;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.RotatedRect;
import org.bytedeco.opencv.opencv_core.Size;

/// Finds long even rows of dark characters, two or three below each other: what a machine readable
/// zone looks like before it is read. One thread; its buffers are reused.
final class LineFinder implements AutoCloseable {
    /// Rows are looked for at this width; a character of TD3 is 20 pixels apart then, of TD1 30.
    private static final int WIDTH = 1000;

    /// Wider than a stroke, narrower than a shadow.
    private static final int STROKES = 25;

    /// Closes the gaps between characters.
    private static final int GAP = 41;

    private static final double LEAST_LENGTH = 0.5 * WIDTH;
    private static final int LEAST_HEIGHT = 9;
    private static final int MOST_HEIGHT = 70;

    private final Mat small = new Mat();
    private final Mat strokes = new Mat();
    private final Mat mask = new Mat();
    private final Mat wide;
    private final Mat square;
    private final Mat thin;

    LineFinder() {
        try (Size gap = new Size(GAP, 1);
                Size stroke = new Size(STROKES, STROKES);
                Size speck = new Size(15, 3)) {
            wide = opencv_imgproc.getStructuringElement(opencv_imgproc.MORPH_RECT, gap);
            square = opencv_imgproc.getStructuringElement(opencv_imgproc.MORPH_RECT, stroke);
            thin = opencv_imgproc.getStructuringElement(opencv_imgproc.MORPH_RECT, speck);
        }
    }

    /// Groups of two or three rows that could be a zone, the lowest group first; each row is the
    /// outline of its ink on the given picture.
    List<List<Quad>> find(Mat grey) {
        double scale = (double) WIDTH / grey.cols();
        try (Size size = new Size(WIDTH, Math.max(1, (int) Math.round(grey.rows() * scale)))) {
            opencv_imgproc.resize(
                    grey,
                    small,
                    size,
                    0,
                    0,
                    scale < 1 ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_LINEAR);
        }
        opencv_imgproc.morphologyEx(small, strokes, opencv_imgproc.MORPH_BLACKHAT, square);
        opencv_imgproc.threshold(
                strokes, mask, 0, 255, opencv_imgproc.THRESH_BINARY | opencv_imgproc.THRESH_OTSU);
        opencv_imgproc.morphologyEx(mask, mask, opencv_imgproc.MORPH_CLOSE, wide);
        opencv_imgproc.morphologyEx(mask, mask, opencv_imgproc.MORPH_OPEN, thin);
        return groups(rows(1 / scale));
    }

    private List<Quad> rows(double scale) {
        List<Quad> rows = new ArrayList<>();
        try (MatVector contours = new MatVector()) {
            opencv_imgproc.findContours(
                    mask,
                    contours,
                    opencv_imgproc.RETR_EXTERNAL,
                    opencv_imgproc.CHAIN_APPROX_SIMPLE);
            for (long i = 0; i < contours.size(); i++) {
                try (Mat contour = contours.get(i);
                        RotatedRect box = opencv_imgproc.minAreaRect(contour)) {
                    row(box, scale).ifPresent(rows::add);
                }
            }
        }
        rows.sort(Comparator.comparingDouble(row -> -row.centre().y()));
        return rows;
    }

    /// The rotated box as a row read from left to right, if it is as long and as thin as one.
    private static Optional<Quad> row(RotatedRect box, double scale) {
        float length = Math.max(box.size().width(), box.size().height());
        float height = Math.min(box.size().width(), box.size().height());
        if (length < LEAST_LENGTH || height < LEAST_HEIGHT || height > MOST_HEIGHT) {
            return Optional.empty();
        }
        List<Point> corners = new ArrayList<>();
        try (FloatPointer values = new FloatPointer(8);
                Mat points = new Mat(4, 2, opencv_core.CV_32F, values)) {
            opencv_imgproc.boxPoints(box, points);
            for (int i = 0; i < 8; i += 2) {
                corners.add(new Point(values.get(i) * scale, values.get(i + 1) * scale));
            }
        }
        corners.sort(Comparator.comparingDouble(Point::x));
        List<Point> left =
                corners.subList(0, 2).stream()
                        .sorted(Comparator.comparingDouble(Point::y))
                        .toList();
        List<Point> right =
                corners.subList(2, 4).stream()
                        .sorted(Comparator.comparingDouble(Point::y))
                        .toList();
        try {
            return Optional.of(new Quad(left.get(0), right.get(0), right.get(1), left.get(1)));
        } catch (IllegalArgumentException standing) {
            return Optional.empty(); // a column, not a row
        }
    }

    private static List<List<Quad>> groups(List<Quad> fromBelow) {
        List<List<Quad>> groups = new ArrayList<>();
        for (int i = 0; i < fromBelow.size(); i++) {
            List<Quad> group = new ArrayList<>(List.of(fromBelow.get(i)));
            for (int j = i + 1; j < fromBelow.size() && group.size() < 3; j++) {
                if (follows(fromBelow.get(j), group.getLast())) {
                    group.add(fromBelow.get(j));
                }
            }
            if (group.size() == 3) {
                groups.add(group.reversed());
            }
            if (group.size() >= 2) {
                groups.add(group.subList(0, 2).reversed());
            }
        }
        return groups;
    }

    /// Doc 9303: lines are 6.35 mm apart for 2.4 mm of capital, of the same length and margin.
    private static boolean follows(Quad upper, Quad lower) {
        double height = Math.min(upper.height(), lower.height());
        double apart = lower.centre().y() - upper.centre().y();
        double longer = Math.max(upper.width(), lower.width());
        return apart > height
                && apart < 4.5 * height
                && Math.abs(upper.width() - lower.width()) < 0.12 * longer
                && Math.abs(upper.topLeft().x() - lower.topLeft().x()) < 0.08 * longer;
    }

    @Override
    public void close() {
        List.of(small, strokes, mask, wide, square, thin).forEach(Mat::close);
    }
}
