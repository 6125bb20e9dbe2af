package dev.tanaw.capture.read.mrz;

import dev.tanaw.capture.locate.Point;
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
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/// Finds long thin rows of dark strokes: what the lines of a machine readable zone look like before
/// they are read. One thread; its buffers are reused.
final class LineFinder implements AutoCloseable {
    /// A character of TD3 is 20 pixels wide on a passport of this width, of TD1 30.
    private static final int WIDTH = 1000;

    /// Lines of a document that fills a third of the picture are as large at this width.
    private static final int FINE = 2000;

    /// Wider than a stroke, narrower than a shadow.
    private static final int STROKES = 25;

    /// Closes the gaps between characters.
    private static final int GAP = 33;

    /// A line of thirty characters is 30 times as long as high; noise around it makes it thicker.
    private static final double LEAST_SHAPE = 14;

    private static final int LEAST_LENGTH = 230;
    private static final int LEAST_HEIGHT = 6;
    private static final int MOST_HEIGHT = 80;
    private static final int MOST_ROWS = 14;

    /// How strokes are told from paper.
    private enum Ink {
        /// By one threshold for the picture.
        PLAIN,
        /// By what is usual near by: weak print beside strong, patterned paper.
        LOCAL
    }

    /// Print against the paper around it.
    private enum Print {
        DARK(opencv_imgproc.MORPH_BLACKHAT),
        LIGHT(opencv_imgproc.MORPH_TOPHAT);

        private final int strokes;

        Print(int strokes) {
            this.strokes = strokes;
        }
    }

    /// One way to look. The cheap and usual ones come first.
    enum Pass {
        USUAL(WIDTH, Ink.PLAIN, Print.DARK, false),
        LOCAL(WIDTH, Ink.LOCAL, Print.DARK, false),
        LIGHT(WIDTH, Ink.PLAIN, Print.LIGHT, false),
        SMALL(FINE, Ink.LOCAL, Print.DARK, false),
        STANDING(WIDTH, Ink.PLAIN, Print.DARK, true),
        STANDING_SMALL(FINE, Ink.LOCAL, Print.DARK, true);

        private final int width;
        private final Ink ink;
        private final Print print;
        private final boolean standing;

        Pass(int width, Ink ink, Print print, boolean standing) {
            this.width = width;
            this.ink = ink;
            this.print = print;
            this.standing = standing;
        }
    }

    private final Mat small = new Mat();
    private final Mat strokes = new Mat();
    private final Mat mask = new Mat();
    private final Mat usual = new Mat();
    private final Mat wide;
    private final Mat square;
    private final Mat thin;

    LineFinder() {
        wide = rectangle(GAP, 1);
        square = rectangle(STROKES, STROKES);
        thin = rectangle(15, 3);
    }

    private static Mat rectangle(int width, int height) {
        try (Size size = new Size(width, height)) {
            return opencv_imgproc.getStructuringElement(opencv_imgproc.MORPH_RECT, size);
        }
    }

    /// Rows that could be lines of a zone, read from left to right (standing ones from below), the
    /// lowest first.
    List<Strip> find(Mat grey, Pass pass) {
        double scale = (double) pass.width / Math.max(grey.cols(), grey.rows() * 0.8);
        try (Size size =
                new Size(
                        (int) Math.round(grey.cols() * scale),
                        Math.max(1, (int) Math.round(grey.rows() * scale)))) {
            opencv_imgproc.resize(
                    grey,
                    small,
                    size,
                    0,
                    0,
                    scale < 1 ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_LINEAR);
        }
        if (pass.standing) {
            opencv_core.rotate(small, small, opencv_core.ROTATE_90_CLOCKWISE);
        }
        opencv_imgproc.morphologyEx(small, strokes, pass.print.strokes, square);
        switch (pass.ink) {
            case PLAIN ->
                    opencv_imgproc.threshold(
                            strokes,
                            mask,
                            0,
                            255,
                            opencv_imgproc.THRESH_BINARY | opencv_imgproc.THRESH_OTSU);
            case LOCAL -> local();
        }
        opencv_imgproc.morphologyEx(mask, mask, opencv_imgproc.MORPH_CLOSE, wide);
        opencv_imgproc.morphologyEx(mask, mask, opencv_imgproc.MORPH_OPEN, thin);
        return rows(1 / scale, pass.standing ? small.cols() : 0, pass.print == Print.LIGHT);
    }

    private void local() {
        try (Size near = new Size(121, 61);
                Mat least = new Mat(new Scalar(6))) {
            opencv_imgproc.blur(strokes, usual, near);
            opencv_core.max(usual, least, usual);
            usual.convertTo(usual, -1, 1.5, 0);
            opencv_core.compare(strokes, usual, mask, opencv_core.CMP_GT);
        }
    }

    /// @param turned height of the picture that was turned by a quarter, 0 when it was not
    private List<Strip> rows(double scale, int turned, boolean light) {
        List<Strip> rows = new ArrayList<>();
        try (MatVector contours = new MatVector()) {
            opencv_imgproc.findContours(
                    mask,
                    contours,
                    opencv_imgproc.RETR_EXTERNAL,
                    opencv_imgproc.CHAIN_APPROX_SIMPLE);
            for (long i = 0; i < contours.size(); i++) {
                try (Mat contour = contours.get(i);
                        RotatedRect box = opencv_imgproc.minAreaRect(contour)) {
                    row(box).ifPresent(rows::add);
                }
            }
        }
        List<Strip> longest =
                rows.stream()
                        .sorted(Comparator.comparingDouble(row -> -row.length()))
                        .limit(MOST_ROWS)
                        .sorted(
                                Comparator.comparingDouble(
                                        row -> -row.left().y() - row.right().y()))
                        .toList();
        return longest.stream()
                .map(row ->
                        new Strip(
                                back(row.left(), scale, turned),
                                back(row.right(), scale, turned),
                                row.capital() * scale,
                                light))
                .toList();
    }

    private static Point back(Point point, double scale, int turned) {
        return turned == 0
                ? new Point(point.x() * scale, point.y() * scale)
                : new Point(point.y() * scale, (turned - point.x()) * scale);
    }

    /// The rotated box as a row from left to right, if it is as long and as thin as one.
    private static Optional<Strip> row(RotatedRect box) {
        float length = Math.max(box.size().width(), box.size().height());
        float height = Math.min(box.size().width(), box.size().height());
        if (length < LEAST_LENGTH
                || height < LEAST_HEIGHT
                || height > MOST_HEIGHT
                || length < LEAST_SHAPE * height) {
            return Optional.empty();
        }
        List<Point> corners = new ArrayList<>();
        try (FloatPointer values = new FloatPointer(8);
                Mat points = new Mat(4, 2, opencv_core.CV_32F, values)) {
            opencv_imgproc.boxPoints(box, points);
            for (int i = 0; i < 8; i += 2) {
                corners.add(new Point(values.get(i), values.get(i + 1)));
            }
        }
        corners.sort(Comparator.comparingDouble(Point::x));
        Point left = middle(corners.get(0), corners.get(1));
        Point right = middle(corners.get(2), corners.get(3));
        return left.distance(right) < length / 2
                        || Math.abs(right.x() - left.x()) < Math.abs(right.y() - left.y())
                ? Optional.empty() // a column, not a row
                : Optional.of(new Strip(left, right, height, false));
    }

    private static Point middle(Point a, Point b) {
        return new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
    }

    @Override
    public void close() {
        List.of(small, strokes, mask, usual, wide, square, thin).forEach(Mat::close);
    }
}
