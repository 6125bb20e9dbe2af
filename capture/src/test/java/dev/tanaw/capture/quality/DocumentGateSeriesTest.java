package dev.tanaw.capture.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.GateReading;
import dev.tanaw.capture.locate.DocumentLocator;
import dev.tanaw.capture.locate.Located;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.quality.Shots.Held;
import dev.tanaw.capture.specimen.Specimen;
import dev.tanaw.capture.specimen.Specimens;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What gets steadily worse is measured as steadily worse, and where the truth is a number it is
/// that number.
final class DocumentGateSeriesTest {
    private static final Gates GATES = Gates.standard();
    private static final Measurer MEASURER = new Measurer();
    private static final DocumentLocator LOCATOR = new DocumentLocator();

    @AfterAll
    static void close() {
        PAGES.forEach(page -> page.frame().close());
        MEASURER.close();
        LOCATOR.close();
    }

    /// One side of a document, named for the report, and a frame in which it is held well.
    record Page(String name, Specimen specimen, Mat frame) {
        Page(String name, Specimen specimen) {
            this(name, specimen, Shots.of(specimen, Held.WELL));
        }

        double aspect() {
            return Shots.aspect(specimen);
        }

        Measurement seen(UnaryOperator<Mat> spoilt) {
            try (Mat picture = spoilt.apply(frame)) {
                return measured(picture, Held.WELL.corners(aspect()), Optional.empty());
            }
        }

        Measurement after(Quad before, Quad now) {
            return measured(frame, now, Optional.of(before));
        }

        /// Where the locator finds it.
        Measurement located(Held held) {
            try (Mat picture = Shots.of(specimen, held)) {
                Quad found =
                        LOCATOR.locate(picture, Optional.empty())
                                .map(Located::quad)
                                .orElseThrow(() -> new AssertionError("not found: " + held));
                return measured(picture, found, Optional.empty());
            }
        }

        private static Measurement measured(Mat picture, Quad quad, Optional<Quad> before) {
            return MEASURER.measure(
                    picture, Optional.of(new Located(quad, 1, 1)), before, Optional.empty());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Page> PAGES =
            List.of(
                    new Page("passport 3", Specimens.passport(3)),
                    new Page("passport 11", Specimens.passport(11)),
                    new Page("card, front", Specimens.idCard(5).getFirst()),
                    new Page("card, back", Specimens.idCard(5).getLast()),
                    new Page("licence, front", Specimens.licence(7).getFirst()),
                    new Page("licence, back", Specimens.licence(7).getLast()),
                    new Page("PhilID", Specimens.of(Specimen.Kind.PHILID, 2).getFirst()));

    static List<Page> pages() {
        return PAGES;
    }

    /// How one frame after another is judged while something changes.
    private record Series(List<Verdict> verdicts) {
        static Series of(DoubleStream steps, DoubleFunction<Measurement> measured) {
            return new Series(
                    steps.mapToObj(measured).map(seen -> GATES.judge(seen, Set.of())).toList());
        }

        List<Double> values(Gate gate) {
            return verdicts.stream()
                    .flatMap(verdict -> verdict.readings().stream())
                    .filter(reading -> reading.gate() == gate)
                    .map(GateReading::value)
                    .toList();
        }

        List<Boolean> passes(Gate... gates) {
            return verdicts.stream()
                    .map(verdict -> verdict.passing().containsAll(List.of(gates)))
                    .toList();
        }

        long changes(Gate... gates) {
            List<Boolean> passes = passes(gates);
            return IntStream.range(1, passes.size())
                    .filter(i -> !passes.get(i).equals(passes.get(i - 1)))
                    .count();
        }
    }

    private static DoubleStream steps(double from, double to, double by) {
        int last = (int) Math.round((to - from) / by);
        return IntStream.rangeClosed(0, last).mapToDouble(i -> from + i * by);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void blurOnlyEverLowersFocusAndFailsItOnce(Page page) {
        Series focus =
                Series.of(
                        steps(0, 4, 0.25),
                        sigma -> page.seen(frame -> Shots.blurred(frame, sigma)));

        assertThat(focus.values(Gate.FOCUS)).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(focus.passes(Gate.FOCUS)).startsWith(true).endsWith(false);
        assertThat(focus.changes(Gate.FOCUS)).isOne();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aGrowingReflectionOnlyEverRaisesGlareAndFailsItOnce(Page page) {
        Series glare =
                Series.of(
                        steps(0, 180, 6),
                        radius -> page.seen(frame -> Shots.reflecting(frame, (int) radius)));

        assertThat(glare.values(Gate.GLARE)).isSorted();
        assertThat(glare.passes(Gate.GLARE)).startsWith(true).endsWith(false);
        assertThat(glare.changes(Gate.GLARE)).isOne();
    }

    /// What is printed dark stays below the bright end however much light there is: then it is its
    /// paper that clips.
    @ParameterizedTest
    @MethodSource("pages")
    void moreLightIsOnlyEverMeasuredAsMoreAndBothEndsFail(Page page) {
        Series light =
                Series.of(
                        steps(0.1, 2.2, 0.1), share -> page.seen(frame -> Shots.lit(frame, share)));

        assertThat(light.values(Gate.LIGHT)).isSorted();
        assertThat(light.passes(Gate.LIGHT)).startsWith(false).contains(true);
        assertThat(light.passes(Gate.LIGHT, Gate.GLARE))
                .startsWith(false)
                .contains(true)
                .endsWith(false);
        assertThat(light.changes(Gate.LIGHT, Gate.GLARE)).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void tiltIsTheAngleThatTheDocumentIsHeldAt(Page page) {
        for (double degrees = 0; degrees <= 40; degrees += 2.5) {
            for (Held held : List.of(Held.WELL.turned(degrees), Held.WELL.leaning(degrees))) {
                double tilt = held.corners(page.aspect()).tiltDegrees(Shots.WIDTH, Shots.HEIGHT);
                assertThat(tilt).as("%s", held).isCloseTo(degrees, Offset.offset(0.01));
            }
        }
    }

    /// Half the frame's width: the nearer edge of a passport turned by 40° is in the picture.
    @ParameterizedTest
    @MethodSource("pages")
    void tiltOfLocatedCornersRisesWithTheAngle(Page page) {
        Held held = Held.WELL.filling(0.5);
        Series tilts = Series.of(steps(0, 40, 5), degrees -> page.located(held.turned(degrees)));

        assertThat(tilts.values(Gate.TILT)).isSorted();
        for (int i = 0; i < tilts.values(Gate.TILT).size(); i++) {
            assertThat(tilts.values(Gate.TILT).get(i)).isCloseTo(5 * i, Offset.offset(2.0));
        }
        assertThat(tilts.changes(Gate.TILT)).isOne();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aLongerStepBetweenFramesOnlyEverLowersStability(Page page) {
        Quad before = Held.WELL.corners(page.aspect());
        Series steps =
                Series.of(
                        steps(0, 40, 2),
                        shift -> page.after(before, Held.WELL.moved(shift).corners(page.aspect())));

        assertThat(steps.values(Gate.STABILITY)).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(steps.values(Gate.STABILITY).getFirst()).isCloseTo(1, Offset.offset(1e-9));
        assertThat(steps.passes(Gate.STABILITY)).startsWith(true).endsWith(false);
        assertThat(steps.changes(Gate.STABILITY)).isOne();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nearerIsLargerAndFinerAndTheResolutionIsTheTrueOne(Page page) {
        double inches = page.specimen().widthMm() / 25.4;
        Series nearer =
                Series.of(steps(0.3, 0.75, 0.05), share -> page.located(Held.WELL.filling(share)));

        assertThat(nearer.values(Gate.SIZE)).isSorted();
        assertThat(nearer.passes(Gate.SIZE)).startsWith(false).endsWith(true);
        assertThat(nearer.changes(Gate.SIZE)).isOne();
        List<Double> dpi = nearer.values(Gate.RESOLUTION);
        assertThat(dpi).isSorted();
        for (int i = 0; i < dpi.size(); i++) {
            double truth = (0.3 + 0.05 * i) * Shots.WIDTH / inches;
            assertThat(dpi.get(i)).isCloseTo(truth, Percentage.withPercentage(5));
        }
    }
}
