package dev.tanaw.capture.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.event.Field.Place;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.locate.Located;
import dev.tanaw.capture.quality.Shots.Held;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What could not be measured on a document fails its gate, also one that passed on the frame
/// before. Faces: [FaceGatesTest].
final class NotMeasuredTest {
    private static final Gates GATES = Gates.standard();
    private static final Set<Gate> ALL = EnumSet.allOf(Gate.class);

    /// A document that passes every gate that documents have.
    private static Measurement good() {
        Map<Gate, Double> values = new EnumMap<>(Gate.class);
        values.put(Gate.DOCUMENT, 0.9);
        values.put(Gate.MARGIN, 0.1);
        values.put(Gate.SIZE, 0.7);
        values.put(Gate.RESOLUTION, 240.0);
        values.put(Gate.TILT, 2.0);
        values.put(Gate.STABILITY, 0.99);
        values.put(Gate.FOCUS, 0.8);
        values.put(Gate.LIGHT, 0.6);
        values.put(Gate.CONTRAST, 0.5);
        values.put(Gate.GLARE, 0.0);
        values.put(Gate.CORNERS, 0.9);
        values.put(Gate.OTHER_SIDE, 0.2);
        return new Measurement(values, List.of(new Place(0.2, 0.2), new Place(0.8, 0.8)));
    }

    static Stream<Arguments> unmeasurable() {
        return good().values().keySet().stream()
                .flatMap(gate ->
                        Stream.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)
                                .map(value -> Arguments.of(gate, value)));
    }

    @Test
    void everythingMeasuredPasses() {
        assertThat(GATES.judge(good(), Set.of()).good()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("unmeasurable")
    void whatIsNoNumberFails(Gate gate, double value) {
        Verdict verdict = GATES.judge(good().with(gate, value), ALL);

        assertThat(verdict.passes(gate)).isFalse();
        assertThat(verdict.good()).isFalse();
        assertThat(verdict.reason()).isPresent();
        assertThat(verdict.remedy()).isPresent();
    }

    /// The likeness to the other side is missing until there is one.
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER_SIDE")
    void whatIsMissingFails(Gate gate) {
        Map<Gate, Double> rest = new EnumMap<>(Gate.class);
        rest.putAll(good().values());
        boolean ofDocument = rest.remove(gate) != null;

        Verdict verdict = GATES.judge(new Measurement(rest, good().outline()), ALL);

        assertThat(verdict.good()).isEqualTo(!ofDocument);
    }

    @Test
    void aDocumentWithoutTextureIsNotSharp() {
        try (Measurer measurer = new Measurer();
                Mat blank = new Mat(720, 1280, opencv_core.CV_8UC3, Scalar.all(160))) {
            Located card = new Located(Held.WELL.corners(1.586), 0.9, 1);
            Measurement seen =
                    measurer.measure(
                            blank, Optional.of(card), Optional.of(card.quad()), Optional.empty());

            assertThat(seen.value(Gate.FOCUS)).isNaN();
            assertThat(GATES.judge(seen, ALL).passes(Gate.FOCUS)).isFalse();
        }
    }
}
