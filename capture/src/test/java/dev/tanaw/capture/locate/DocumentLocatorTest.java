package dev.tanaw.capture.locate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentLocatorTest {
    private final DocumentLocator locator = new DocumentLocator();

    @AfterEach
    void close() {
        locator.close();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-44, -40, -30, -12, -3, 0, 5, 17, 28, 40, 44})
    void cornersAreExactToAPixelAtAnyRotation(double degrees) {
        Quad truth = Cards.at(650, 355, 640, degrees);
        try (Mat frame = desk(60)) {
            Cards.lay(frame, truth, 200, 7);

            Optional<Located> found = locator.locate(frame, Optional.empty());

            assertThat(found).isPresent();
            assertThat(meanError(found.orElseThrow().quad(), truth)).isLessThan(1.0);
        }
    }

    @Test
    void aPaleCardOnAPaleDeskIsFound() {
        Quad truth = Cards.at(640, 360, 760, 4);
        try (Mat frame = desk(238)) {
            Cards.lay(frame, truth, 222, 3);

            assertThat(locator.locate(frame, Optional.empty()))
                    .hasValueSatisfying(f -> assertThat(f.quad().iou(truth)).isGreaterThan(0.97));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-25, -6, 0, 9, 30})
    void theStripeOfACardsBackIsNotTakenForItsEdge(double degrees) {
        Quad truth = Cards.at(640, 360, 680, degrees);
        try (Mat frame = desk(120)) {
            Cards.layStriped(frame, truth, 205, 11);

            assertThat(locator.locate(frame, Optional.empty()))
                    .hasValueSatisfying(f -> assertThat(f.quad().iou(truth)).isGreaterThan(0.98));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void anEmptyDeskHoldsNoDocument(int seed) {
        try (Mat desk = Desks.plain(seed)) {
            assertThat(locator.locate(desk, Optional.empty())).isEmpty();
        }
    }

    @Test
    void aMovingCardIsFollowed() {
        Optional<Quad> before = Optional.empty();
        for (int step = 0; step < 25; step++) {
            Quad truth = Cards.at(500 + 3 * step, 330 + step, 600, 0.4 * step);
            try (Mat frame = desk(70)) {
                Cards.lay(frame, truth, 190, 5);

                before = locator.locate(frame, before).map(Located::quad);

                assertThat(before)
                        .hasValueSatisfying(q -> assertThat(meanError(q, truth)).isLessThan(1.5));
            }
        }
    }

    @Test
    void aCardThatIsTakenAwayIsNotFollowed() {
        Quad truth = Cards.at(640, 360, 700, 2);
        try (Mat frame = desk(60);
                Mat bare = desk(60)) {
            Cards.lay(frame, truth, 200, 7);
            Optional<Quad> before = locator.locate(frame, Optional.empty()).map(Located::quad);

            assertThat(before).isPresent();
            assertThat(locator.locate(bare, before)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"0,0,3", "1,1,3", "63,63,3", "720,1280,1", "720,1280,4", "2000,64,3", "64,2000,3"})
    void aPictureThatIsNoFrameHoldsNoDocument(int rows, int columns, int channels) {
        try (Mat odd = new Mat(rows, columns, opencv_core.CV_8UC(channels), Scalar.all(120))) {
            assertThat(locator.locate(odd, Optional.empty())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 255})
    void blackAndWhiteFramesHoldNoDocument(int tone) {
        try (Mat frame = new Mat(720, 1280, opencv_core.CV_8UC3, Scalar.all(tone))) {
            assertThat(locator.locate(frame, Optional.empty())).isEmpty();
        }
    }

    private static Mat desk(int tone) {
        return new Mat(Desks.HEIGHT, Desks.WIDTH, opencv_core.CV_8UC3, Scalar.all(tone));
    }

    private static double meanError(Quad found, Quad truth) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += found.corners().get(i).distance(truth.corners().get(i));
        }
        return sum / 4;
    }
}
