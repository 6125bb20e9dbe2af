package dev.tanaw.capture.camera.replay;

import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/// A document ready to be put into a frame: reduced to a little more than the size at which it is
/// shown, so that warping does not alias, its corners round, a soft shadow about it.
///
/// @param picture 8UC4: blue, green, red, already multiplied by the fourth, which is 255 where
///   nothing of the desk is seen and less in the shadow
/// @param margin in pixels around the document, for the shadow
record Sprite(Prop prop, Mat picture, int margin) implements AutoCloseable {
    /// The channel that says how much of the desk is covered.
    static final int COVER = 3;

    /// Of cards and passports alike (ISO/IEC 7810).
    private static final double CORNER_MM = 3.18;

    /// Paper under office light does not reach the sensor's limit.
    private static final double EXPOSURE = 0.92;

    private static final double SHADOW = 0.42;
    private static final double OVERSIZE = 1.12;

    /// @param shown width in pixels when held
    static Sprite of(Prop prop, double shown) {
        return switch (prop.manner()) {
            case PERSON -> person(prop, shown);
            case CUTOUT -> cutout(prop, shown);
            case DOCUMENT, FRAME -> document(prop, shown);
        };
    }

    /// Without an edge: the picture fades into what is behind.
    private static Sprite person(Prop prop, double shown) {
        int width = (int) Math.round(shown);
        int height =
                (int) Math.round((double) width * prop.picture().rows() / prop.picture().cols());
        int fade = width / 10;
        Mat picture = new Mat();
        try (Size size = new Size(width, height);
                Size soft = new Size(0, 0);
                Mat large = new Mat();
                Mat colour = new Mat();
                Mat three = new Mat();
                Mat cover = new Mat(height, width, opencv_core.CV_8UC1, Scalar.all(0));
                Rect middle = new Rect(fade, fade / 2, width - 2 * fade, height - fade / 2);
                Mat inside = new Mat(cover, middle);
                Scalar full = Scalar.all(255)) {
            opencv_imgproc.resize(prop.picture(), large, size, 0, 0, opencv_imgproc.INTER_CUBIC);
            inside.put(full);
            opencv_imgproc.GaussianBlur(cover, cover, soft, fade / 3.0);
            opencv_imgproc.cvtColor(cover, three, opencv_imgproc.COLOR_GRAY2BGR);
            opencv_core.multiply(large, three, colour, 1 / 255.0, -1);
            opencv_imgproc.cvtColor(colour, picture, opencv_imgproc.COLOR_BGR2BGRA);
            opencv_core.insertChannel(cover, picture, COVER);
        }
        return new Sprite(prop, picture, 0);
    }

    /// Its cover is its own.
    private static Sprite cutout(Prop prop, double shown) {
        int width = (int) Math.round(shown * OVERSIZE);
        int height =
                (int) Math.round((double) width * prop.picture().rows() / prop.picture().cols());
        int margin = width / 28;
        Mat picture = new Mat(height + 2 * margin, width + 2 * margin, opencv_core.CV_8UC4);
        try (Size size = new Size(width, height);
                Scalar nothing = Scalar.all(0);
                Rect middle = new Rect(margin, margin, width, height);
                Mat small = new Mat();
                Mat mask = new Mat()) {
            picture.put(nothing);
            opencv_imgproc.resize(prop.picture(), small, size, 0, 0, opencv_imgproc.INTER_AREA);
            opencv_core.extractChannel(small, mask, COVER);
            try (Mat region = new Mat(picture, middle);
                    Mat cover = cover(mask, margin)) {
                small.convertTo(region, -1, EXPOSURE, 0);
                opencv_core.insertChannel(cover, picture, COVER);
            }
        }
        return new Sprite(prop, picture, margin);
    }

    private static Sprite document(Prop prop, double shown) {
        int width = (int) Math.round(shown * OVERSIZE);
        int height =
                (int) Math.round((double) width * prop.picture().rows() / prop.picture().cols());
        int margin = width / 28;
        Mat picture = new Mat();
        try (Mat colour =
                        new Mat(
                                height + 2 * margin,
                                width + 2 * margin,
                                opencv_core.CV_8UC3,
                                Scalar.all(0));
                Size size = new Size(width, height);
                Rect middle = new Rect(margin, margin, width, height);
                Mat region = new Mat(colour, middle);
                Mat small = new Mat();
                Mat mask = mask(width, height, CORNER_MM / prop.widthMm() * width)) {
            opencv_imgproc.resize(prop.picture(), small, size, 0, 0, opencv_imgproc.INTER_AREA);
            small.convertTo(small, -1, EXPOSURE, 0);
            try (Mat three = new Mat()) {
                opencv_imgproc.cvtColor(mask, three, opencv_imgproc.COLOR_GRAY2BGR);
                opencv_core.multiply(small, three, region, 1 / 255.0, -1);
            }
            try (Mat cover = cover(mask, margin)) {
                opencv_imgproc.cvtColor(colour, picture, opencv_imgproc.COLOR_BGR2BGRA);
                opencv_core.insertChannel(cover, picture, COVER);
            }
            return new Sprite(prop, picture, margin);
        }
    }

    int width() {
        return picture.cols() - 2 * margin;
    }

    int height() {
        return picture.rows() - 2 * margin;
    }

    private static Mat mask(int width, int height, double radius) {
        Mat mask = new Mat(height, width, opencv_core.CV_8UC1, Scalar.all(0));
        int r = Math.max(1, (int) Math.round(radius));
        try (Scalar full = Scalar.all(255);
                Point upper = new Point(r, 0);
                Point lower = new Point(width - r - 1, height - 1);
                Point left = new Point(0, r);
                Point right = new Point(width - 1, height - r - 1)) {
            opencv_imgproc.rectangle(
                    mask, upper, lower, full, opencv_imgproc.FILLED, opencv_imgproc.LINE_8, 0);
            opencv_imgproc.rectangle(
                    mask, left, right, full, opencv_imgproc.FILLED, opencv_imgproc.LINE_8, 0);
            for (int corner = 0; corner < 4; corner++) {
                int x = corner % 2 == 0 ? r : width - r - 1;
                int y = corner < 2 ? r : height - r - 1;
                try (Point centre = new Point(x, y)) {
                    opencv_imgproc.circle(
                            mask,
                            centre,
                            r,
                            full,
                            opencv_imgproc.FILLED,
                            opencv_imgproc.LINE_AA,
                            0);
                }
            }
        }
        return mask;
    }

    private static Mat cover(Mat mask, int margin) {
        Mat cover =
                new Mat(
                        mask.rows() + 2 * margin,
                        mask.cols() + 2 * margin,
                        opencv_core.CV_8UC1,
                        Scalar.all(0));
        int drop = margin / 4;
        try (Rect fallen = new Rect(margin + drop, margin + drop, mask.cols(), mask.rows());
                Rect middle = new Rect(margin, margin, mask.cols(), mask.rows());
                Mat shadow = new Mat(cover, fallen);
                Mat region = new Mat(cover, middle);
                Size softness = new Size(0, 0)) {
            mask.convertTo(shadow, -1, SHADOW, 0);
            opencv_imgproc.GaussianBlur(cover, cover, softness, margin / 4.0);
            opencv_core.max(region, mask, region);
        }
        return cover;
    }

    @Override
    public void close() {
        picture.close();
    }
}
