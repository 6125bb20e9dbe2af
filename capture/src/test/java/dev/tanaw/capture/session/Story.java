package dev.tanaw.capture.session;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Component;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Field.Place;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.quality.Gates;
import dev.tanaw.capture.quality.Measurement;
import dev.tanaw.capture.quality.Subject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Tells the machine what happens, frame by frame at 30 a second, and remembers what it wanted.
final class Story {
    static final Duration FRAME = Duration.ofNanos(33_333_333);
    static final String ID = "019a9f2c-7b1e-7cc3-98c4-dc0c0c07398f";

    private static final List<Place> CORNERS =
            List.of(
                    new Place(0.2, 0.2),
                    new Place(0.8, 0.2),
                    new Place(0.8, 0.8),
                    new Place(0.2, 0.8));

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final CaptureMachine machine;
    final List<Effect> effects = new ArrayList<>();
    State state;
    Moment now = new Moment(0);
    private long frame;
    boolean accepted = true;

    Story() {
        this(Journey.unattended());
    }

    Story(Journey journey) {
        machine = new CaptureMachine(Timings.standard(), Gates.standard(), journey);
        state = machine.start();
    }

    Story tell(Function<Moment, Signal> signal) {
        Transition transition = machine.step(state, signal.apply(now));
        state = transition.next();
        accepted = transition.accepted();
        effects.addAll(transition.effects());
        return this;
    }

    Story wait(Duration duration) {
        now = now.plus(duration);
        return tell(Signal.Tick::new);
    }

    Story frames(int count, Measurement measurement) {
        for (int i = 0; i < count; i++) {
            now = now.plus(FRAME);
            long number = ++frame;
            tell(at -> new Signal.Judged(at, number, measurement));
        }
        return this;
    }

    Story begin() {
        return tell(at -> new Signal.Begin(at, ID, "replay", true));
    }

    /// Good frames until the shot: half a second of stillness and the countdown.
    Story shoot(Side side) {
        int guard = 0;
        while (!(state instanceof State.Captured)) {
            frames(1, good());
            if (guard++ > 60) {
                throw new AssertionError("no shot after 60 good frames in " + state.step());
            }
        }
        return tell(at -> new Signal.ShotKept(at, ID, side, frame, 8, 240, List.of(), List.of()));
    }

    Story read(Side side, String type, Set<Side> sides) {
        return read(side, type, sides, List.of(field()));
    }

    Story read(Side side, String type, Set<Side> sides, List<Field> fields) {
        return read(side, type, sides, fields, false);
    }

    /// What is read is surely the back.
    Story readBack(Side side, String type) {
        return read(side, type, Side.OF_DOCUMENT, List.of(field()), true);
    }

    private Story read(Side side, String type, Set<Side> sides, List<Field> fields, boolean back) {
        fields.forEach(
                field -> tell(at -> new Signal.FieldRead(at, ID, side, field, 1, fields.size())));
        return tell(at ->
                        new Signal.ReadingDone(
                                at, ID, side, type, sides, fields.size(), 0.97, back, TODAY))
                .wait(Duration.ofMillis(400));
    }

    static Field field() {
        return new Field(
                "last_name", "ERIKSSON", 0.97, Field.Source.MRZ, List.of(), false, List.of());
    }

    static Measurement good() {
        Map<Gate, Double> values = new EnumMap<>(Gate.class);
        values.put(Gate.DOCUMENT, 0.9);
        values.put(Gate.MARGIN, 0.1);
        values.put(Gate.CORNERS, 1.0);
        values.put(Gate.SIZE, 0.7);
        values.put(Gate.RESOLUTION, 240.0);
        values.put(Gate.TILT, 2.0);
        values.put(Gate.STABILITY, 0.99);
        values.put(Gate.FOCUS, 0.8);
        values.put(Gate.LIGHT, 0.6);
        values.put(Gate.CONTRAST, 0.5);
        values.put(Gate.GLARE, 0.0);
        return new Measurement(values, CORNERS);
    }

    /// Somebody who stands there as they should.
    static Measurement face() {
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
                Subject.FACE,
                values,
                CORNERS,
                List.of(new Component("inter_eye_distance", 120, 92)));
    }

    static Measurement nobody() {
        return new Measurement(Subject.FACE, Map.of(Gate.LIGHT, 0.5), List.of(), List.of());
    }

    /// Good frames of a face until its picture is taken and kept.
    Story shootFace() {
        int guard = 0;
        while (!(state instanceof State.Captured)) {
            frames(1, face());
            if (guard++ > 120) {
                throw new AssertionError("no shot after 120 good frames in " + state.step());
            }
        }
        return tell(at ->
                new Signal.ShotKept(
                        at, ID, Side.FACE, frame, 8, Double.NaN, List.of(), face().components()));
    }

    static Measurement but(Gate gate, double value) {
        return good().with(gate, value);
    }

    <E extends CaptureEvent> List<E> events(Class<E> type) {
        return events().stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<CaptureEvent> events() {
        return effects.stream()
                .filter(Effect.Publish.class::isInstance)
                .map(effect -> ((Effect.Publish) effect).event())
                .toList();
    }

    List<String> steps() {
        return events(CaptureEvent.StateChanged.class).stream()
                .map(change -> change.to().name().toLowerCase(java.util.Locale.ROOT))
                .toList();
    }
}
