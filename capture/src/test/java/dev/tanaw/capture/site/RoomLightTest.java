package dev.tanaw.capture.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.IntBinaryOperator;
import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.indexer.UByteRawIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RoomLightTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;

    private final RoomLight light = new RoomLight();

    @AfterEach
    void close() {
        light.close();
    }

    /// @param grey of each place
    private void add(IntBinaryOperator grey) {
        try (Mat frame = new Mat(HEIGHT, WIDTH, opencv_core.CV_8UC3);
                UByteRawIndexer pixels = frame.createIndexer()) {
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    int value = grey.applyAsInt(x, y);
                    pixels.put(y, x, 0, value);
                    pixels.put(y, x, 1, value);
                    pixels.put(y, x, 2, value);
                }
            }
            light.add(frame);
        }
    }

    private static Offset<Double> within(double offset) {
        return Offset.offset(offset);
    }

    @Test
    void aPlainDeskUnderASteadyLampIsEvenAndSteady() {
        for (int i = 0; i < 10; i++) {
            add((_, _) -> 102);
        }

        RoomLight.Measured room = light.measured();
        assertThat(room.frames()).isEqualTo(10);
        assertThat(room.level()).isCloseTo(0.4, within(1e-6));
        assertThat(room.evenness()).isCloseTo(1, within(1e-6));
        assertThat(room.flicker()).isZero();
        assertThat(room.banding()).isCloseTo(0, within(1e-9));
    }

    @Test
    void aLampAtOneSideIsUneven() {
        add((x, _) -> x < WIDTH / 2 ? 160 : 40);

        assertThat(light.measured().evenness()).isCloseTo(0.25, within(0.01));
    }

    /// One half of the frames 10 % brighter than the other: 5 % about the mean.
    @Test
    void aPictureThatGetsBrighterAndDarkerFlickersButHasNoBands() {
        for (int i = 0; i < 20; i++) {
            int grey = i % 2 == 0 ? 105 : 95;
            add((_, _) -> grey);
        }

        assertThat(light.measured().flicker()).isCloseTo(0.05, within(0.001));
        assertThat(light.measured().banding()).isCloseTo(0, within(0.001));
    }

    /// Stripes of ±10 % that wander: 7.1 % about the mean.
    @Test
    void stripesThatWanderAreBandsAndNoFlicker() {
        for (int i = 0; i < 24; i++) {
            double phase = i * 2 * Math.PI / 24;
            add((_, y) ->
                    (int) Math.round(100 + 10 * Math.sin(4 * 2 * Math.PI * y / HEIGHT + phase)));
        }

        assertThat(light.measured().banding()).isCloseTo(0.0707, within(0.003));
        assertThat(light.measured().flicker()).isCloseTo(0, within(0.001));
    }

    @Test
    void thePatternOfADeskIsNoBand() {
        for (int i = 0; i < 5; i++) {
            add((_, y) -> y % 40 < 20 ? 90 : 140);
        }

        assertThat(light.measured().banding()).isCloseTo(0, within(1e-9));
    }

    @Test
    void blackIsDarkAndNothingElseIsKnown() {
        add((_, _) -> 0);

        assertThat(light.measured().level()).isZero();
        assertThat(light.measured().evenness()).isNaN();
        assertThat(light.measured().flicker()).isNaN();
        assertThat(light.measured().banding()).isNaN();
    }

    @Test
    void anotherFormatInBetweenIsRefused() {
        add((_, _) -> 100);
        try (Mat other = new Mat(480, 640, opencv_core.CV_8UC3)) {
            assertThatThrownBy(() -> light.add(other)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
