package dev.tanaw.capture.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import dev.tanaw.capture.locate.Point;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.specimen.Specimens;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// On a specimen of 800 pixels' width in a frame of 1280 by 720.
final class MotionTest {
    private static final int LEFT = 240;
    private static final int TOP = 90;
    private static final int WIDTH = 800;
    private static final int HEIGHT = 500;

    private final Mat page = page();
    private final Motion motion = new Motion();

    @AfterEach
    void close() {
        motion.close();
    }

    @Test
    void theFirstFrameHasNothingToBeComparedWith() {
        assertThat(motion.next(frame(0, 0, 0, 0), outline())).isZero();
    }

    @Test
    void growsWithTheShift() {
        List<Double> values = new ArrayList<>();
        for (int shift = 0; shift <= 12; shift += 2) {
            values.add(between(frame(0, 0, 0, 0), frame(shift, 0, 0, 0)));
        }
        assertThat(values).isSorted();
        assertThat(values.getFirst()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 16, 40, 120})
    void oneHundredthOfTheWidthIsMovement(int shift) {
        assertThat(between(frame(0, 0, 0, 0), frame(shift, 0, 0, 0))).isGreaterThan(Motion.MOVED);
        assertThat(between(frame(0, 0, 0, 0), frame(0, shift, 0, 0))).isGreaterThan(Motion.MOVED);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 6, 10})
    void noiseIsNotMovement(int deviation) {
        assertThat(between(frame(0, 0, deviation, 0), frame(0, 0, deviation, 0)))
                .isLessThan(Motion.MOVED / 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {-8, 4, 8})
    void aLampThatFlickersIsNotMovement(int brighter) {
        assertThat(between(frame(0, 0, 3, 0), frame(0, 0, 3, brighter))).isLessThan(Motion.MOVED);
    }

    @Test
    void afterForgettingThereIsNothingToBeComparedWith() {
        motion.next(frame(0, 0, 0, 0), outline());
        motion.forget();
        assertThat(motion.next(frame(40, 0, 0, 0), outline())).isZero();
    }

    @Test
    void aFrameOfAnotherSizeIsNotCompared() {
        motion.next(frame(0, 0, 0, 0), outline());
        try (Mat other = new Mat(480, 640, opencv_core.CV_8UC3, Scalar.GRAY)) {
            assertThat(motion.next(other, outline())).isZero();
        }
    }

    @Test
    void anOutlineBesideThePictureIsNothing() {
        Quad beside = quad(2_000, 90);
        motion.next(frame(0, 0, 0, 0), beside);
        assertThat(motion.next(frame(9, 0, 0, 0), beside)).isZero();
    }

    private double between(Mat first, Mat second) {
        motion.forget();
        motion.next(first, outline());
        return motion.next(second, outline());
    }

    private static Quad outline() {
        return quad(LEFT, TOP);
    }

    private static Quad quad(int left, int top) {
        return new Quad(
                new Point(left, top),
                new Point(left + WIDTH, top),
                new Point(left + WIDTH, top + HEIGHT),
                new Point(left, top + HEIGHT));
    }

    private static Mat page() {
        Mat page = new Mat();
        try (Size size = new Size(WIDTH, HEIGHT)) {
            opencv_imgproc.resize(
                    Prop.of(Specimens.passport(3)).picture(),
                    page,
                    size,
                    0,
                    0,
                    opencv_imgproc.INTER_AREA);
        }
        return page;
    }

    private Mat frame(int right, int down, int noise, int brighter) {
        Mat frame = new Mat(720, 1280, opencv_core.CV_8UC3, new Scalar(90, 100, 110, 0));
        page.copyTo(new Mat(frame, new Rect(LEFT + right, TOP + down, WIDTH, HEIGHT)));
        frame.convertTo(frame, opencv_core.CV_16SC3, 1, brighter);
        if (noise > 0) {
            Mat grain = new Mat(720, 1280, opencv_core.CV_16SC3);
            try (Mat mean = new Mat(1, 1, opencv_core.CV_64F, Scalar.all(0));
                    Mat spread = new Mat(1, 1, opencv_core.CV_64F, Scalar.all(noise))) {
                opencv_core.randn(grain.reshape(1), mean, spread);
            }
            opencv_core.add(frame, grain, frame);
        }
        frame.convertTo(frame, opencv_core.CV_8UC3);
        return frame;
    }
}
