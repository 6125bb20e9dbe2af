package dev.tanaw.capture.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.event.CancelReason;
import dev.tanaw.capture.event.Field.Place;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.GateReading;
import dev.tanaw.capture.event.Instruction;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaceGatesTest {
    private static final Gates GATES = Gates.standard();

    /// A face that passes.
    static Measurement good() {
        Map<Gate, Double> values = new EnumMap<>(Gate.class);
        values.put(Gate.FACE, 0.9);
        values.put(Gate.ONE_FACE, 0.0);
        values.put(Gate.MARGIN, 0.1);
        values.put(Gate.CENTRE, 0.05);
        values.put(Gate.EYE_DISTANCE, 120.0);
        values.put(Gate.HEAD_SIZE, 0.3);
        values.put(Gate.YAW, 3.0);
        values.put(Gate.PITCH, 4.0);
        values.put(Gate.ROLL, 2.0);
        values.put(Gate.EYES_OPEN, 0.09);
        values.put(Gate.MOUTH_CLOSED, 0.01);
        values.put(Gate.STABILITY, 0.95);
        values.put(Gate.FOCUS, 0.6);
        values.put(Gate.LIGHT, 0.5);
        values.put(Gate.DYNAMIC_RANGE, 6.5);
        values.put(Gate.EVENNESS, 0.8);
        return new Measurement(
                Subject.FACE, values, List.of(new Place(0.4, 0.4), new Place(0.6, 0.6)), List.of());
    }

    private static Verdict judged(Gate gate, double value, Set<Gate> held) {
        return GATES.judge(good().with(gate, value), held);
    }

    @Test
    void aGoodFacePasses() {
        Verdict verdict = GATES.judge(good(), Set.of());

        assertThat(verdict.good()).isTrue();
        assertThat(verdict.framed()).isTrue();
        assertThat(verdict.seen()).isTrue();
        assertThat(verdict.readings()).hasSize(16);
    }

    @Test
    void aHeldGateIsForgivenALittle() {
        assertThat(judged(Gate.YAW, 16, Set.of()).passes(Gate.YAW)).isFalse();
        assertThat(judged(Gate.YAW, 16, Set.of(Gate.YAW)).passes(Gate.YAW)).isTrue();
        assertThat(judged(Gate.YAW, 17.1, Set.of(Gate.YAW)).passes(Gate.YAW)).isFalse();
        assertThat(judged(Gate.EYE_DISTANCE, 89, Set.of()).passes(Gate.EYE_DISTANCE)).isFalse();
        assertThat(judged(Gate.EYE_DISTANCE, 86, Set.of(Gate.EYE_DISTANCE)).good()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatCouldNotBeMeasuredNeverPasses(Gate gate) {
        Verdict verdict = judged(gate, Double.NaN, Set.of(Gate.values()));

        assertThat(verdict.passes(gate)).isFalse();
        boolean ofFace = good().values().containsKey(gate);
        assertThat(verdict.good()).isEqualTo(!ofFace);
    }

    @Test
    void eachFaultSaysWhatToDo() {
        assertThat(judged(Gate.YAW, 30, Set.of()).remedy()).contains(Instruction.FACE_CAMERA);
        assertThat(judged(Gate.ROLL, 20, Set.of()).remedy()).contains(Instruction.LEVEL_HEAD);
        assertThat(judged(Gate.EYES_OPEN, 0.03, Set.of()).remedy()).contains(Instruction.OPEN_EYES);
        assertThat(judged(Gate.EYE_DISTANCE, 60, Set.of()).remedy()).contains(Instruction.TOO_FAR);
        assertThat(judged(Gate.HEAD_SIZE, 0.6, Set.of()).remedy()).contains(Instruction.TOO_CLOSE);
        assertThat(judged(Gate.ONE_FACE, 0.9, Set.of()).remedy()).contains(Instruction.ONE_FACE);
        assertThat(judged(Gate.LIGHT, 0.1, Set.of()).remedy()).contains(Instruction.TOO_DARK);
        assertThat(judged(Gate.EVENNESS, 0.14, Set.of()).remedy()).contains(Instruction.TOO_DARK);
        assertThat(judged(Gate.LIGHT, 0.9, Set.of()).remedy()).contains(Instruction.TOO_BRIGHT);
    }

    @Test
    void nobodyThereIsAFaceLost() {
        Measurement nobody = new Measurement(Subject.FACE, Map.of(), List.of(), List.of());
        Verdict verdict = GATES.judge(nobody, Set.of(Gate.values()));

        assertThat(verdict.readings()).extracting(GateReading::gate).containsExactly(Gate.FACE);
        assertThat(verdict.reason()).contains(CancelReason.FACE_LOST);
        assertThat(verdict.remedy()).contains(Instruction.SHOW_FACE);
    }
}
