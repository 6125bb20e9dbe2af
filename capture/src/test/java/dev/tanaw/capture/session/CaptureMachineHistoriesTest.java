package dev.tanaw.capture.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.event.CameraRole;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.CaptureEvent.SessionEnded;
import dev.tanaw.capture.event.CaptureEvent.SessionStarted;
import dev.tanaw.capture.event.CaptureEvent.StateChanged;
import dev.tanaw.capture.event.ConsentAnswer;
import dev.tanaw.capture.event.DocumentKind;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.Outcome;
import dev.tanaw.capture.event.OverrideReason;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Step;
import dev.tanaw.capture.event.SupervisorAction;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.quality.Gates;
import dev.tanaw.capture.quality.Measurement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random histories: whatever is pressed, pulled or shown, in whatever order, these rules hold.
class CaptureMachineHistoriesTest {
    private static final int HISTORIES = 2_500;
    private static final int LENGTH = 400;
    private static final List<Gate> GATES = List.of(Gate.values());
    private static final List<SupervisorAction> ACTIONS = List.of(SupervisorAction.values());
    private static final List<DocumentKind> KINDS = List.of(DocumentKind.values());

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_122, 7, 42})
    void everySessionIsWellFormed(long seed) {
        Random random = new Random(seed);
        int complete = 0;
        int withFace = 0;
        for (int i = 0; i < HISTORIES; i++) {
            Journey journey = Journey.of(stops(random));
            int ended = history(random, journey);
            complete += ended;
            withFace += journey.stopsAt(Journey.Stop.FACE) ? ended : 0;
        }

        assertThat(complete).as("the histories reach the end at all").isPositive();
        assertThat(withFace).as("also those with a face").isPositive();
    }

    private static Set<Journey.Stop> stops(Random random) {
        return Arrays.stream(Journey.Stop.values())
                .filter(_ -> random.nextBoolean())
                .collect(Collectors.toSet());
    }

    private static int history(Random random, Journey journey) {
        CaptureMachine machine = new CaptureMachine(Timings.standard(), Gates.standard(), journey);
        State state = machine.start();
        Moment now = new Moment(random.nextLong());
        List<Effect> effects = new ArrayList<>();
        int sessions = 0;
        boolean calm = random.nextBoolean();
        for (int i = 0; i < LENGTH; i++) {
            now = now.plus(Duration.ofMillis(random.nextInt(calm ? 40 : 400)));
            String id = state instanceof State.Serving serving ? serving.session().id() : "s" + i;
            State before = state;
            Signal signal = signal(random, now, id, i, calm, state);
            Transition transition = machine.step(state, signal);
            state = transition.next();
            effects.addAll(transition.effects());
            checkStep(before, transition, journey);
            if (transition.effects().contains(new Effect.AskSession())) {
                Transition begun =
                        machine.step(state, new Signal.Begin(now, "a" + i, "replay", true));
                state = begun.next();
                effects.addAll(begun.effects());
            }
            sessions++;
        }
        assertThat(sessions).isEqualTo(LENGTH);
        return checkSessions(effects, state, journey);
    }

    private static void checkStep(State before, Transition transition, Journey journey) {
        if (!transition.accepted()) {
            assertThat(transition.next()).isSameAs(before);
            assertThat(transition.effects()).isEmpty();
        }
        long changes =
                transition.effects().stream()
                        .filter(Effect.Publish.class::isInstance)
                        .map(effect -> ((Effect.Publish) effect).event())
                        .filter(StateChanged.class::isInstance)
                        .count();
        boolean moved =
                before.step() != transition.next().step()
                        || !before.side().equals(transition.next().side());
        if (moved) {
            assertThat(changes).as("%s to %s", before, transition.next()).isBetween(1L, 2L);
        }
        if (transition.next() instanceof State.Complete complete) {
            assertThat(complete.session().taken()).containsAll(complete.session().needed());
            assertThat(complete.session().taken()).contains(Side.FRONT);
            assertThat(complete.session().needed().contains(Side.FACE))
                    .as("a face is asked for only where it is wanted")
                    .isIn(false, journey.stopsAt(Journey.Stop.FACE));
            if (journey.stopsAt(Journey.Stop.REVIEW)) {
                assertThat(complete.session().known().blocking()).isEmpty();
            }
        }
    }

    private static int checkSessions(List<Effect> effects, State last, Journey journey) {
        Map<String, List<CaptureEvent>> sessions = new HashMap<>();
        effects.stream()
                .filter(Effect.Publish.class::isInstance)
                .map(Effect.Publish.class::cast)
                .forEach(e ->
                        sessions.computeIfAbsent(e.session(), _ -> new ArrayList<>())
                                .add(e.event()));
        int complete = 0;
        for (Map.Entry<String, List<CaptureEvent>> session : sessions.entrySet()) {
            List<CaptureEvent> events = session.getValue();
            assertThat(events.getFirst()).isInstanceOf(SessionStarted.class);
            List<SessionEnded> ends =
                    events.stream()
                            .filter(SessionEnded.class::isInstance)
                            .map(SessionEnded.class::cast)
                            .toList();
            boolean open =
                    last instanceof State.Serving serving
                            && serving.session().id().equals(session.getKey());
            assertThat(ends).hasSize(open ? 0 : 1);
            if (!open) {
                assertThat(events.getLast()).isEqualTo(ends.getFirst());
            }
            boolean reached =
                    events.stream()
                            .anyMatch(e -> e instanceof StateChanged c && c.to() == Step.COMPLETE);
            if (!open) {
                assertThat(ends.getFirst().outcome() == Outcome.COMPLETE).isEqualTo(reached);
            }
            complete += reached ? 1 : 0;
            chained(events);
            if (reached && journey.stopsAt(Journey.Stop.FACE)) {
                faceIsTakenOrAnsweredFor(events);
            }
            if (journey.stopsAt(Journey.Stop.CONSENT)) {
                nothingIsTakenWithoutConsent(events);
            }
        }
        return complete;
    }

    /// A picture was kept in the last search for it, or somebody said why there is none.
    private static void faceIsTakenOrAnsweredFor(List<CaptureEvent> events) {
        boolean kept = false;
        for (CaptureEvent event : events) {
            if (event instanceof StateChanged change
                    && change.side().equals(Optional.of(Side.FACE))
                    && change.to() == Step.SEARCHING) {
                kept = false;
            }
            kept |= event instanceof CaptureEvent.CaptureCompleted t && t.side() == Side.FACE;
            kept |=
                    event instanceof CaptureEvent.Overridden o
                            && o.troubles().contains(Trouble.FACE_SKIPPED);
        }
        assertThat(kept).isTrue();
    }

    private static void nothingIsTakenWithoutConsent(List<CaptureEvent> events) {
        boolean agreed = false;
        for (CaptureEvent event : events) {
            agreed |=
                    event instanceof CaptureEvent.ConsentAnswered(ConsentAnswer answer, _)
                            && answer == ConsentAnswer.AGREED;
            if (event instanceof StateChanged change && change.to() == Step.CAPTURED) {
                assertThat(agreed).isTrue();
            }
        }
    }

    /// Each change starts where the one before ended.
    private static void chained(List<CaptureEvent> events) {
        Step at = Step.READY;
        for (CaptureEvent event : events) {
            if (event instanceof StateChanged change) {
                assertThat(change.from()).isEqualTo(at);
                at = change.to();
            }
        }
    }

    private static Signal signal(
            Random random, Moment at, String id, int frame, boolean calm, State state) {
        boolean face = state.side().equals(Optional.of(Side.FACE)) != (random.nextInt(12) == 0);
        Side document = random.nextInt(3) == 0 ? Side.BACK : Side.FRONT;
        Side side = face ? Side.FACE : document;
        return switch (random.nextInt(calm ? 74 : 36)) {
            case 0 -> new Signal.Begin(at, "b" + frame, "replay", true);
            case 1 -> new Signal.ShotKept(at, id, side, frame, 3, 200, List.of(), List.of());
            case 2 -> new Signal.FieldRead(at, id, side, field(random), 1, 2);
            case 3, 4, 5 ->
                    new Signal.ReadingDone(
                            at,
                            id,
                            side,
                            "passport",
                            random.nextBoolean() ? Set.of(Side.FRONT) : Set.of(Side.values()),
                            1,
                            0.9,
                            random.nextInt(8) == 0,
                            Story.TODAY);
            case 6 -> new Signal.ReadingFailed(at, id, side, Trouble.READING_FAILED);
            case 7 -> new Signal.ShootNow(at);
            case 8, 9 -> new Signal.Confirm(at);
            case 10 -> new Signal.Retake(at, side);
            case 11 -> new Signal.SkipBack(at);
            case 12 -> random.nextInt(4) == 0 ? new Signal.Cancel(at) : new Signal.Leave(at);
            case 13 -> new Signal.CameraLost(at, CameraRole.BOTH, "stalled", Duration.ofSeconds(1));
            case 14 -> new Signal.CameraFound(at, CameraRole.BOTH, "cam", 1280, 720);
            case 15 ->
                    random.nextInt(4) == 0
                            ? new Signal.Notice(at, Trouble.HISTORY_LOST)
                            : new Signal.Tick(at);
            case 16 -> new Signal.Moved(at, frame);
            case 17 -> new Signal.Judged(at, frame, face ? Story.nobody() : Measurement.NOTHING);
            case 18 ->
                    new Signal.Judged(
                            at,
                            frame,
                            good(face)
                                    .with(
                                            GATES.get(random.nextInt(GATES.size())),
                                            random.nextInt(5) == 0
                                                    ? Double.NaN
                                                    : random.nextGaussian()));
            case 19, 20 -> new Signal.Agree(at);
            case 21 -> random.nextInt(4) == 0 ? new Signal.Decline(at) : new Signal.Stay(at);
            case 22 -> new Signal.Choose(at, KINDS.get(random.nextInt(KINDS.size())));
            case 23 -> new Signal.Edit(at, side, "sex", random.nextBoolean() ? "F" : " ");
            case 24 -> new Signal.Overrule(at, OverrideReason.COMPARED_BY_EYE);
            case 25 -> random.nextInt(4) == 0 ? new Signal.Refer(at) : new Signal.CallHelp(at);
            case 26 -> new Signal.Troubled(at, Trouble.DISK_LOW, random.nextBoolean());
            case 27 ->
                    random.nextInt(4) == 0
                            ? new Signal.SkipFace(at, OverrideReason.FACE_EXEMPT)
                            : supervised(random, at, id);
            default -> new Signal.Judged(at, frame, good(face));
        };
    }

    private static Signal supervised(Random random, Moment at, String id) {
        return random.nextInt(3) == 0
                ? new Signal.AskApproval(at)
                : new Signal.Supervised(
                        at,
                        random.nextInt(4) == 0 ? "other" : id,
                        "c",
                        ACTIONS.get(random.nextInt(ACTIONS.size())),
                        random.nextBoolean() ? "anna" : "ben",
                        "supervisor",
                        "because");
    }

    private static Measurement good(boolean face) {
        return face ? Story.face() : Story.good();
    }

    private static Field field(Random random) {
        return new Field(
                random.nextBoolean() ? "sex" : "expiry_date",
                random.nextBoolean() ? "F" : "2020-01-01",
                0.95,
                Field.Source.MRZ,
                random.nextInt(4) == 0 ? List.of("mrz_check_digit_expiry:fail") : List.of(),
                false,
                List.of());
    }
}
