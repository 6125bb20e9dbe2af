package dev.tanaw.capture.face;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.event.Component;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.GateReading;
import dev.tanaw.capture.quality.Gates;
import dev.tanaw.capture.quality.Measurement;
import dev.tanaw.capture.read.network.NetworkDamaged;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FaceMeasurerTest {
    @SuppressWarnings("NullAway.Init")
    private static FaceMeasurer measurer;

    @BeforeAll
    static void load() throws NetworkDamaged {
        measurer = FaceMeasurer.load();
    }

    @AfterAll
    static void close() {
        measurer.close();
    }

    private static Measurement of(Mat picture) {
        return measurer.measure(picture, Optional.empty()).orElseThrow().measurement();
    }

    private static List<Double> series(
            Gate gate, DoubleFunction<Mat> picture, double... strengths) {
        return DoubleStream.of(strengths).mapToObj(s -> of(picture.apply(s)).value(gate)).toList();
    }

    @Test
    void aPortraitIsOneFaceThatLooksAtUs() {
        Measurement seen = of(Faces.person());

        assertThat(seen.found()).isTrue();
        assertThat(seen.value(Gate.ONE_FACE)).isZero();
        assertThat(seen.value(Gate.YAW)).isBetween(-5.0, 5.0);
        assertThat(seen.value(Gate.PITCH)).isLessThan(8);
        assertThat(seen.value(Gate.ROLL)).isBetween(1.0, 6.0);
        assertThat(seen.value(Gate.EYE_DISTANCE)).isBetween(39.0, 47.0);
        assertThat(seen.value(Gate.LIGHT)).isBetween(0.5, 0.75);
    }

    @Test
    void aStillFaceOverlapsWithItself() {
        FaceMeasurer.Seen first = measurer.measure(Faces.person(), Optional.empty()).orElseThrow();
        Measurement again =
                measurer.measure(Faces.person(), Optional.of(first.points()))
                        .orElseThrow()
                        .measurement();

        assertThat(first.measurement().value(Gate.STABILITY)).isZero();
        assertThat(again.value(Gate.STABILITY)).isGreaterThan(0.99);
    }

    @Test
    void everyComponentHasAScore() {
        List<Component> components = of(Faces.person()).components();

        assertThat(components).hasSize(20).doesNotHaveDuplicates();
        assertThat(components)
                .allSatisfy(part -> {
                    assertThat(part.name()).matches("[a-z_]+");
                    assertThat(part.value()).as(part.name()).isFinite();
                    assertThat(part.score()).as(part.name()).isBetween(0.0, 100.0);
                });
    }

    @Test
    void blurIsSeen() {
        List<Double> focus =
                series(Gate.FOCUS, s -> Faces.blurred(Faces.person(), s), 0.3, 1, 1.5, 2.5, 4);

        assertThat(focus).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(focus.getLast()).as("four pixels of blur").isLessThan(0.2);
    }

    @Test
    void darknessIsSeen() {
        List<Double> light =
                series(Gate.LIGHT, s -> Faces.darkened(Faces.person(), s), 1, 0.8, 0.6, 0.4, 0.3);

        assertThat(light).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(light.getLast()).isCloseTo(0.3 * light.getFirst(), within(0.02));
    }

    /// A face that is lit beyond the limits is still found, and both ends fail.
    @Test
    void moreLightIsOnlyEverMeasuredAsMoreAndBothEndsFail() {
        List<Measurement> seen =
                DoubleStream.of(0.15, 0.3, 0.5, 0.7, 0.9, 1.1, 1.3, 1.6, 2, 2.4)
                        .mapToObj(share -> of(Faces.darkened(Faces.person(), share)))
                        .toList();

        assertThat(seen).extracting(each -> each.value(Gate.LIGHT)).isSorted();
        assertThat(seen)
                .extracting(each -> Gates.standard().judge(each, Set.of()).passes(Gate.LIGHT))
                .startsWith(false)
                .contains(true)
                .endsWith(false);
    }

    @Test
    void nearerIsMeasuredAsNearer() {
        double[] scales = {1, 1.25, 1.5, 1.75, 2, 2.5};
        List<Double> eyes =
                series(Gate.EYE_DISTANCE, s -> Faces.enlarged(Faces.person(), s), scales);

        assertThat(eyes).isSorted();
        for (int i = 0; i < scales.length; i++) {
            double truth = scales[i] * eyes.getFirst();
            assertThat(eyes.get(i)).isCloseTo(truth, within(0.05 * truth));
        }
    }

    @Test
    void aLongerStepBetweenFramesOnlyEverLowersStability() {
        FaceMeasurer.Seen before = measurer.measure(Faces.person(), Optional.empty()).orElseThrow();
        List<Double> stability =
                DoubleStream.of(0, 4, 8, 12, 16, 20, 30, 40)
                        .mapToObj(right -> Faces.moved(Faces.person(), (int) right))
                        .map(moved -> measurer.measure(moved, Optional.of(before.points())))
                        .map(seen -> seen.orElseThrow().measurement().value(Gate.STABILITY))
                        .toList();

        assertThat(stability).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(stability.getFirst()).isGreaterThan(0.99);
        assertThat(stability.getLast()).isLessThan(0.85);
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }

    @Test
    void aLeaningHeadIsMeasuredInDegrees() {
        double upright = roll(0);

        for (int degrees : List.of(-25, -15, -8, 8, 15, 25)) {
            assertThat(roll(degrees) - upright).as("%d°", degrees).isCloseTo(degrees, within(2));
        }
    }

    private static double roll(double degrees) {
        return component(Faces.turned(Faces.person(), degrees), "head_pose_roll");
    }

    private static double component(Mat picture, String name) {
        return of(picture).components().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void aFaceAtTheSideIsFarFromTheMiddle() {
        List<Double> aside =
                DoubleStream.of(0, 40, 80, 120)
                        .map(right -> horizontal(Faces.moved(Faces.person(), (int) right)))
                        .boxed()
                        .toList();

        assertThat(aside).isSorted();
        assertThat(aside.getLast() - aside.getFirst()).isCloseTo(120 / 452.0, within(0.02));
    }

    private static double horizontal(Mat picture) {
        var outline = of(picture).outline();
        return (outline.get(0).x() + outline.get(1).x()) / 2;
    }

    @Test
    void somebodyBesideIsSeen() {
        assertThat(of(Faces.beside(Faces.person(), 0.8)).value(Gate.ONE_FACE)).isBetween(0.5, 0.8);
    }

    @Test
    void whereNobodyIsNothingIsMeasuredButTheLight() {
        try (Mat wall = new Mat(720, 1280, opencv_core.CV_8UC3, Scalar.all(120))) {
            assertThat(measurer.measure(wall, Optional.empty())).isEmpty();
            assertThat(FaceMeasurer.nothing(wall).value(Gate.LIGHT))
                    .isCloseTo(120 / 255.0, within(0.01));
            assertThat(Gates.standard().judge(FaceMeasurer.nothing(wall), Set.of()).readings())
                    .singleElement()
                    .returns(Gate.FACE, GateReading::gate)
                    .returns(false, GateReading::pass);
        }
    }

    @Test
    void everyFrontalPictureHasItsFace() throws IOException {
        List<Mat> pictures = Faces.of("faces-caltech");
        List<Double> pitches = new ArrayList<>();
        for (Mat picture : pictures) {
            Optional<FaceMeasurer.Seen> seen = measurer.measure(picture, Optional.empty());
            assertThat(seen).isPresent();
            assertThat(seen.orElseThrow().measurement().value(Gate.YAW)).isBetween(-20.0, 20.0);
            pitches.add(seen.orElseThrow().points().pose().pitch());
            picture.close();
        }

        assertThat(pitches).hasSizeGreaterThan(250);
        pitches.sort(Comparator.naturalOrder());
        assertThat(pitches.get(pitches.size() / 2)).as("the middle one").isBetween(-2.0, 2.0);
    }

    /// She looks to her right, then to her left, then to her right again.
    @Test
    void aHeadThatTurnsIsMeasuredOnBothSides() throws IOException {
        List<Double> yaws = new ArrayList<>();
        for (Mat picture : Faces.clip("head-pose-face-detection-female.gif")) {
            yaws.add(of(picture).value(Gate.YAW));
            picture.close();
        }

        assertThat(yaws).hasSize(23);
        assertThat(yaws.subList(0, 7)).allMatch(yaw -> yaw < -30);
        assertThat(yaws.subList(11, 17)).allMatch(yaw -> yaw > 18);
        assertThat(yaws.getLast()).isLessThan(-18);
    }

    @Test
    void aPassportPhotographPassesButForStability() throws IOException {
        for (Mat picture : Faces.of("portraits-icao")) {
            List<Gate> failed =
                    Gates.standard().judge(of(picture), Set.of()).readings().stream()
                            .filter(reading -> !reading.pass())
                            .map(GateReading::gate)
                            .toList();

            assertThat(failed).containsExactly(Gate.STABILITY);
            picture.close();
        }
    }
}
