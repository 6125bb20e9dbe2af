package dev.tanaw.capture.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.quality.Gates;
import dev.tanaw.capture.quality.Shots;
import dev.tanaw.capture.quality.Shots.Held;
import dev.tanaw.capture.specimen.Specimen;
import dev.tanaw.capture.specimen.Specimens;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// On photographs of a specimen through a lens whose best distance is known.
final class CardLookTest {
    private static final Specimen CARD = Specimens.idCard(5).getFirst();

    /// Share of the picture's width that a card fills where the lens is sharpest.
    private static final double SHARPEST = 0.6;

    private final CardLook look = new CardLook(Gates.standard());

    @AfterEach
    void close() {
        look.close();
    }

    private CardLook.Seen look(Held held, double sigma) {
        try (Mat sharp = Shots.of(CARD, held);
                Mat frame = Shots.blurred(sharp, sigma)) {
            return look.look(frame);
        }
    }

    private void sweep() {
        for (double share = 0.4; share < 0.85; share *= 1.008) {
            look(Held.WELL.filling(share), 12 * Math.abs(Math.log(share / SHARPEST)));
        }
    }

    @Test
    void theDistanceAtWhichTheLensIsSharpestIsFound() {
        sweep();

        CardLook.Measured card = look.measured().orElseThrow();
        double width = SHARPEST * Shots.WIDTH;
        assertThat(card.bestWidth()).isCloseTo(width, Percentage.withPercentage(5));
        assertThat(card.bestDpi()).isCloseTo(width / 3.37, Percentage.withPercentage(5));
        assertThat(card.sharp().from().orElseThrow()).isBetween(160.0, card.bestDpi());
        assertThat(card.sharp().to().orElseThrow()).isBetween(card.bestDpi(), 290.0);
    }

    /// The lightest paper of this card has a luma of 0.935, drawn at 0.92 of the scale: 0.86, which
    /// is 0.71 of the light that an sRGB sensor bears.
    @Test
    void theReserveAboveTheWhiteOfTheCardIsMeasured() {
        sweep();

        CardLook.Measured card = look.measured().orElseThrow();
        assertThat(card.headroom()).isCloseTo(Math.log(1 / 0.71) / Math.log(2), Offset.offset(0.1));
        assertThat(card.glare()).isZero();
        assertThat(card.light()).isBetween(0.5, 0.8);
    }

    @Test
    void whatIsNotACardIsNotMeasured() {
        try (Mat passport = Shots.of(Specimens.passport(3), Held.WELL);
                Mat desk = Shots.lit(passport, 0)) {
            assertThat(look.look(desk)).isEqualTo(CardLook.Seen.NOTHING);
            assertThat(look.look(passport)).isEqualTo(CardLook.Seen.OTHER_SIZE);
        }
        assertThat(look(Held.WELL.filling(0.5).turned(14), 0)).isEqualTo(CardLook.Seen.AWRY);
        assertThat(look.measured()).isEmpty();
    }
}
