package dev.tanaw.desktop.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.camera.FramePool;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Field.Place;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.session.KeptPicture;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CardMorphTest {
    private static final long BEGUN = -7;
    private static final long HALF = BEGUN + CardMorph.LASTS.toNanos() / 2;
    private static final long OVER = BEGUN + CardMorph.LASTS.toNanos();

    private final FramePool pool = new FramePool();
    private final Frame frame = frame();

    private Frame frame() {
        Mat pixels = pool.take();
        pixels.create(720, 1280, CV_8UC3);
        return pool.frame(pixels, 1, 0);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private CardMorph morph(boolean still) {
        return new CardMorph(
                new KeptPicture(Side.FRONT, frame.share(), Story.OUTLINE), BEGUN, still);
    }

    @Test
    void itGoesFromWhereTheDocumentWasToARectangleOfItsProportion() {
        try (CardMorph morph = morph(false)) {
            assertThat(morph.corners(BEGUN)).isEqualTo(Story.OUTLINE);
            assertThat(morph.isOver(OVER - 1)).isFalse();

            List<Place> end = morph.corners(OVER);

            assertThat(morph.isOver(OVER)).isTrue();
            assertThat(end.get(0).y()).isEqualTo(end.get(1).y());
            assertThat(end.get(0).x()).isEqualTo(end.get(3).x());
            assertThat(end.get(0).x() + end.get(2).x()).isCloseTo(1, within(1e-9));
            double across = (end.get(1).x() - end.get(0).x()) * 1280;
            double down = (end.get(3).y() - end.get(0).y()) * 720;
            assertThat(across / down).isCloseTo(0.53 * 1280 / (0.60 * 720), within(0.02));
            assertThat(end).allSatisfy(corner -> assertThat(corner.x()).isBetween(0.0, 1.0));
            assertThat(Math.max(across / 1280, down / 720)).isCloseTo(0.92, within(1e-6));
            assertThat(morph.corners(HALF).getFirst().x())
                    .isCloseTo(
                            (Story.OUTLINE.getFirst().x() + end.getFirst().x()) / 2, within(1e-6));
        }
    }

    @Test
    void itGetsDarkAroundIt() {
        try (CardMorph morph = morph(false)) {
            assertThat(morph.light(BEGUN)).isEqualTo(1);
            assertThat(morph.light(HALF)).isBetween(0.5, 0.7);
            assertThat(morph.light(OVER)).isCloseTo(0.2, within(1e-9));
        }
    }

    @Test
    void whereNothingMovesItIsThereAtOnce() {
        try (CardMorph morph = morph(true)) {
            assertThat(morph.isOver(BEGUN)).isTrue();
            assertThat(morph.corners(BEGUN)).isEqualTo(morph.corners(OVER));
        }
    }

    @Test
    void aFaceStaysAsItIs() {
        try (CardMorph morph =
                new CardMorph(new KeptPicture(Side.FACE, frame.share(), List.of()), BEGUN, false)) {
            assertThat(morph.isOver(BEGUN)).isTrue();
            assertThat(morph.corners(BEGUN)).isEmpty();
        }
    }

    @Test
    void aValueHasItsPlaceOnItsOwnSideAlone() {
        try (CardMorph morph = morph(true)) {
            Field number = Story.mrz().get(4);
            List<Place> end = morph.corners(OVER);

            List<Place> place = morph.place(new Findings.Row(Side.FRONT, number, false));

            double across = end.get(1).x() - end.get(0).x();
            assertThat(place.getFirst().x())
                    .isCloseTo(
                            end.getFirst().x() + number.box().getFirst().x() * across,
                            within(1e-9));
            assertThat(morph.place(new Findings.Row(Side.BACK, number, false))).isEmpty();
            Field nowhere = Story.field("sex", "F", 0.9);
            assertThat(morph.place(new Findings.Row(Side.FRONT, nowhere, false))).isEmpty();
        }
    }

    @Test
    void thePictureIsGivenBack() {
        morph(false).close();
        frame.close();

        assertThatThrownBy(frame::share).isInstanceOf(IllegalStateException.class);
    }
}
