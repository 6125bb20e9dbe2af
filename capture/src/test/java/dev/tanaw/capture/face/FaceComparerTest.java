package dev.tanaw.capture.face;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.camera.replay.ReplayStage;
import dev.tanaw.capture.event.Resemblance;
import java.util.Random;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The one photograph that is shipped, against itself as other cameras might see it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaceComparerTest {
    private final FaceComparer comparer = load();
    private final Mat person = ReplayStage.Prop.person().picture();
    private final FaceTemplate known = comparer.template(person).orElseThrow();

    private static FaceComparer load() {
        try {
            return FaceComparer.load();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    void close() {
        comparer.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aPersonIsLikeThemselvesTurnedSmallerDarkerAndNoisy(long seed) {
        Random random = new Random(seed);
        try (Mat seen = new Mat()) {
            turned(seen, random.nextDouble(-20, 20), random.nextDouble(0.35, 1));
            seen.convertTo(seen, -1, random.nextDouble(0.6, 1.2), random.nextDouble(-20, 20));
            double distance = comparer.template(seen).orElseThrow().distance(known);
            assertThat(Resemblance.of(distance)).as("%.2f", distance).isEqualTo(Resemblance.ALIKE);
        }
    }

    private void turned(Mat seen, double degrees, double scale) {
        try (org.bytedeco.opencv.opencv_core.Point2f middle =
                        new org.bytedeco.opencv.opencv_core.Point2f(
                                person.cols() / 2f, person.rows() / 2f);
                Mat turn = opencv_imgproc.getRotationMatrix2D(middle, degrees, scale);
                Size size = person.size()) {
            opencv_imgproc.warpAffine(person, seen, turn, size);
        }
    }

    @Test
    void whereNobodyIsThereIsNothingToCompare() {
        try (Mat grey = new Mat(480, 640, opencv_core.CV_8UC3, Scalar.all(127))) {
            assertThat(comparer.template(grey)).isEmpty();
        }
        assertThat(Resemblance.of(Double.NaN)).isEqualTo(Resemblance.NOT_SEEN);
    }

    @Test
    void aTemplateThatWasWipedIsLikeNothing() {
        FaceTemplate gone = comparer.template(person).orElseThrow();
        assertThat(gone.distance(known)).isZero();
        gone.wipe();
        assertThat(gone.distance(known)).isNaN();
        assertThat(gone).hasToString("FaceTemplate");
    }
}
