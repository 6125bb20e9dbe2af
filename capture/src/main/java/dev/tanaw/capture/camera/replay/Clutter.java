package dev.tanaw.capture.camera.replay;

import java.util.Random;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;

/// What lies about on a desk: sheets of paper with lines on them, and pens.
final class Clutter {
    private static final int SHEETS = 5;
    private static final int PENS = 4;
    private static final int LINES = 9;

    private Clutter() {}

    /// Changes the picture.
    static Mat on(Mat table, Random random) {
        for (int i = 0; i < SHEETS; i++) {
            sheet(table, random);
        }
        for (int i = 0; i < PENS; i++) {
            double angle = random.nextDouble(Math.PI);
            double x = random.nextDouble(table.cols());
            double y = random.nextDouble(table.rows());
            double length = 0.11 * table.cols();
            line(
                    table,
                    x,
                    y,
                    x + length * Math.cos(angle),
                    y + length * Math.sin(angle),
                    table.cols() / 100,
                    random.nextInt(40, 160));
        }
        return table;
    }

    private static void sheet(Mat table, Random random) {
        double wide = table.cols() * random.nextDouble(0.2, 0.4);
        double tall = wide * 1.41;
        double x = random.nextDouble(-0.1, 0.9) * table.cols();
        double y = random.nextDouble(-0.3, 0.7) * table.rows();
        double lean = random.nextDouble(-0.5, 0.5);
        int paper = random.nextInt(150, 205);
        // As one broad line, because it lies at an angle.
        line(table, x, y, x - tall * Math.sin(lean), y + tall * Math.cos(lean), (int) wide, paper);
        for (int i = 1; i < LINES; i++) {
            double down = tall * i / LINES;
            double middle = x - down * Math.sin(lean);
            double row = y + down * Math.cos(lean);
            double half = 0.36 * wide;
            line(
                    table,
                    middle - half * Math.cos(lean),
                    row - half * Math.sin(lean),
                    middle + half * Math.cos(lean),
                    row + half * Math.sin(lean),
                    2,
                    paper / 2);
        }
    }

    private static void line(
            Mat table, double x1, double y1, double x2, double y2, int thick, int grey) {
        try (Point from = new Point((int) x1, (int) y1);
                Point to = new Point((int) x2, (int) y2);
                Scalar colour = Scalar.all(grey)) {
            opencv_imgproc.line(
                    table,
                    from,
                    to,
                    colour,
                    Math.min(thick, Short.MAX_VALUE),
                    opencv_imgproc.LINE_AA,
                    0);
        }
    }
}
