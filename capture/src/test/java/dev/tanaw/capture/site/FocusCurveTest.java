package dev.tanaw.capture.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.quality.FocusRange;
import java.util.OptionalDouble;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

final class FocusCurveTest {
    private final FocusCurve curve = new FocusCurve();

    /// A lens that is sharpest where a card is 700 pixels wide; a moving hand blurs every other
    /// frame.
    private void sweep(double from, double to) {
        Random hand = new Random(7);
        for (double width = from; width <= to; width *= 1.003) {
            double lens = 0.8 - 2 * Math.pow(Math.log(width / 700), 2);
            curve.add(width, lens - (hand.nextBoolean() ? 0 : 0.2 * hand.nextDouble()));
        }
    }

    private static double widthOf(OptionalDouble dpi) {
        return dpi.orElseThrow() * 85.6 / 25.4;
    }

    @Test
    void theSharpestDistanceIsFound() {
        sweep(350, 1200);

        FocusCurve.Best best = curve.best().orElseThrow();
        assertThat(best.width()).isCloseTo(700, Percentage.withPercentage(4));
        assertThat(best.sharpness()).isBetween(0.78, 0.8);
    }

    /// 0.6 is reached where the logarithm of the width is √0.1 off: at 510 and 960 pixels, and a
    /// twentieth more is spared on either side.
    @Test
    void theRangeEndsWhereItWasSeenToEnd() {
        sweep(350, 1200);

        FocusRange range = curve.range(0.6);
        assertThat(widthOf(range.from())).isCloseTo(510 / 1.05, Percentage.withPercentage(5));
        assertThat(widthOf(range.to())).isCloseTo(960 * 1.05, Percentage.withPercentage(5));
    }

    @Test
    void whereItWasNotSeenToEndThereIsNoEnd() {
        sweep(600, 800);

        assertThat(curve.range(0.6)).isEqualTo(FocusRange.UNKNOWN);
    }

    @Test
    void aLensThatIsNeverSharpHasNoRange() {
        sweep(350, 1200);

        assertThat(curve.range(0.85)).isEqualTo(FocusRange.UNKNOWN);
    }

    @Test
    void twoFramesOfADistanceSayNothing() {
        curve.add(500, 0.7);
        curve.add(501, 0.7);
        curve.add(900, Double.NaN);

        assertThat(curve.best()).isEmpty();
    }
}
