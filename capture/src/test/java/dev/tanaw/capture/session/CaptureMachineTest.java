package dev.tanaw.capture.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.event.CameraRole;
import dev.tanaw.capture.event.CancelReason;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.CaptureEvent.StateChanged;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Outcome;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.quality.Measurement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CaptureMachineTest {
    private static final Set<Side> BOTH = Set.of(Side.FRONT, Side.BACK);

    private final Story story = new Story();

    @Test
    void aPassportIsTakenOnceAndCompletes() {
        story.begin().shoot(Side.FRONT).read(Side.FRONT, "passport", Set.of(Side.FRONT));
        story.tell(Signal.Confirm::new).wait(Duration.ofSeconds(4));

        assertThat(story.steps())
                .containsExactly(
                        "searching",
                        "locked",
                        "countdown",
                        "captured",
                        "confirm",
                        "complete",
                        "ready");
        assertThat(story.events(CaptureEvent.SessionEnded.class))
                .containsExactly(new CaptureEvent.SessionEnded(Outcome.COMPLETE));
    }

    @Test
    void aCardIsTurnedOverAndItsBackTaken() {
        story.begin().shoot(Side.FRONT).read(Side.FRONT, "unknown", BOTH);
        story.tell(Signal.Confirm::new).wait(Duration.ofMillis(400));
        story.shoot(Side.BACK).read(Side.BACK, "id_card", BOTH);
        story.tell(Signal.Confirm::new).wait(Duration.ofSeconds(4));

        assertThat(story.steps())
                .containsExactly(
                        "searching",
                        "locked",
                        "countdown",
                        "captured",
                        "confirm",
                        "flip_to_back",
                        "back_searching",
                        "locked",
                        "countdown",
                        "captured",
                        "confirm",
                        "complete",
                        "ready");
    }

    @ParameterizedTest
    @CsvSource({
        "STABILITY, 0.6, MOTION_DETECTED",
        "FOCUS, 0.1, FOCUS_LOST",
        "GLARE, 0.1, GLARE_HIGH",
        "MARGIN, 0.001, CORNERS_MISSING",
        "SIZE, 0.3, FILL_RATIO_LOW",
        "LIGHT, 0.1, QUALITY_DEGRADED",
        "DOCUMENT, 0.1, DOCUMENT_LOST",
        "FOCUS, NaN, FOCUS_LOST",
    })
    void theBadFrameItselfCancelsTheCountdown(Gate gate, double value, CancelReason reason) {
        story.begin();
        toCountdown();
        story.frames(1, Story.but(gate, value));

        assertThat(story.state).isInstanceOf(State.Searching.class);
        StateChanged last = story.events(StateChanged.class).getLast();
        assertThat(last.reason()).contains(reason);
        assertThat(story.effects).contains(new Effect.ClearBurst());
        assertThat(story.effects).doesNotHaveAnyElementsOfTypes(Effect.KeepBest.class);
    }

    @Test
    void movementCancelsTheCountdownBeforeTheFrameIsMeasured() {
        story.begin();
        toCountdown();
        story.tell(at -> new Signal.Moved(at, 99));

        assertThat(story.state).isInstanceOf(State.Searching.class);
        StateChanged last = story.events(StateChanged.class).getLast();
        assertThat(last.reason()).contains(CancelReason.MOTION_DETECTED);
        assertThat(last.instruction()).isEqualTo(Instruction.HOLD_STILL);
        assertThat(story.effects).contains(new Effect.ClearBurst());
    }

    @Test
    void movementWhileSearchingIsLeftToTheMeasurement() {
        story.begin().frames(2, Story.good());
        State before = story.state;
        story.tell(at -> new Signal.Moved(at, 99));

        assertThat(story.accepted).isTrue();
        assertThat(story.state).isEqualTo(before);
    }

    @Test
    void jitterOnTheBackReturnsToSearchingTheBack() {
        story.begin().shoot(Side.FRONT).read(Side.FRONT, "unknown", BOTH);
        story.tell(Signal.Confirm::new).wait(Duration.ofMillis(400));
        toCountdown();
        story.frames(1, Story.but(Gate.STABILITY, 0.5));

        assertThat(story.steps()).endsWith("countdown", "back_searching");
        assertThat(((State.Serving) story.state).session().taken()).containsExactly(Side.FRONT);
    }

    @Test
    void theSameSideAgainIsNotTakenForTheBack() {
        story.begin().shoot(Side.FRONT).read(Side.FRONT, "unknown", BOTH);
        story.tell(Signal.Confirm::new).wait(Duration.ofMillis(400));
        story.frames(120, Story.but(Gate.OTHER_SIDE, 0.98));

        assertThat(story.steps()).endsWith("back_searching", "locked");
    }

    @Test
    void theCountdownLastsSixHundredMillisecondsOfFrames() {
        story.begin();
        while (!(story.state instanceof State.Countdown)) {
            story.frames(1, Story.good());
        }
        Moment started = story.now;
        story.shoot(Side.FRONT);

        assertThat(story.now.since(started))
                .isBetween(Duration.ofMillis(600), Duration.ofMillis(640));
    }

    @Test
    void aDocumentThatMovesIsNeverCountedDown() {
        story.begin().frames(300, Story.but(Gate.STABILITY, 0.9));

        assertThat(story.steps()).containsExactly("searching");
    }

    @Test
    void oneShakyFrameIsForgivenWhileLocked() {
        story.begin();
        while (!(story.state instanceof State.Locked)) {
            story.frames(1, Story.good());
        }
        story.frames(1, Story.but(Gate.STABILITY, 0.9));

        assertThat(story.state).isInstanceOf(State.Locked.class);

        story.frames(1, Story.but(Gate.STABILITY, 0.9));

        assertThat(story.state).isInstanceOf(State.Searching.class);
    }

    @Test
    void aRetakeOfTheBackKeepsTheFront() {
        story.begin().shoot(Side.FRONT).read(Side.FRONT, "unknown", BOTH);
        story.tell(Signal.Confirm::new).wait(Duration.ofMillis(400));
        story.shoot(Side.BACK).read(Side.BACK, "id_card", BOTH);
        story.tell(at -> new Signal.Retake(at, Side.BACK));

        assertThat(story.steps()).endsWith("confirm", "back_searching");
        assertThat(((State.Serving) story.state).session().taken()).containsExactly(Side.FRONT);
        assertThat(story.effects).contains(new Effect.Drop(Story.ID, Side.BACK));
    }

    @Test
    void fieldsAppearOneByOneWithTheTimeSinceTheShot() {
        story.begin().shoot(Side.FRONT);
        story.now = story.now.plus(Duration.ofMillis(120));
        story.tell(at -> new Signal.FieldRead(at, Story.ID, Side.FRONT, Story.field(), 1, 9));

        CaptureEvent.FieldExtracted first =
                story.events(CaptureEvent.FieldExtracted.class).getFirst();
        assertThat(first.sinceShot()).isEqualTo(Duration.ofMillis(120));
    }

    @Test
    void whatAReaderFindsAfterTheSessionWasCancelledIsNotPublished() {
        story.begin().shoot(Side.FRONT).tell(Signal.Cancel::new);
        story.tell(at -> new Signal.FieldRead(at, Story.ID, Side.FRONT, Story.field(), 1, 9));

        assertThat(story.accepted).isFalse();
        assertThat(story.events(CaptureEvent.FieldExtracted.class)).isEmpty();
        assertThat(story.effects).contains(new Effect.Release(Story.ID));
    }

    @Test
    void aReaderThatNeverAnswersDoesNotHoldTheSession() {
        story.begin().shoot(Side.FRONT).wait(Duration.ofSeconds(6));

        assertThat(story.state).isInstanceOf(State.Confirm.class);
        assertThat(story.events(CaptureEvent.Warned.class))
                .containsExactly(new CaptureEvent.Warned(Trouble.READING_LATE));
    }

    @Test
    void aSessionThatNobodyServesTimesOut() {
        story.begin().wait(Duration.ofSeconds(60));

        assertThat(story.events(CaptureEvent.SessionEnded.class))
                .containsExactly(new CaptureEvent.SessionEnded(Outcome.TIMED_OUT));
    }

    @Test
    void aSessionThatGetsNowhereTimesOut() {
        story.begin().shoot(Side.FRONT).read(Side.FRONT, "unknown", BOTH);
        story.tell(Signal.Confirm::new).wait(Duration.ofMillis(400));
        for (int second = 0; second < 181; second++) {
            story.frames(1, Story.but(Gate.OTHER_SIDE, 0.98)).wait(Duration.ofSeconds(1));
        }

        assertThat(story.events(CaptureEvent.SessionEnded.class))
                .containsExactly(new CaptureEvent.SessionEnded(Outcome.TIMED_OUT));
    }

    @Test
    void aStationThatStopsEndsItsSession() {
        story.begin().frames(3, Story.good()).tell(Signal.Leave::new);

        assertThat(story.state).isInstanceOf(State.Ready.class);
        assertThat(story.events(CaptureEvent.SessionEnded.class))
                .containsExactly(new CaptureEvent.SessionEnded(Outcome.ABANDONED));
    }

    @Test
    void aDocumentInViewStartsASessionAndTheSameOneLeftLyingDoesNotStartAnother() {
        story.frames(5, Story.good());

        assertThat(story.effects).containsExactly(new Effect.AskSession());

        story.begin().tell(Signal.Cancel::new).frames(100, Story.good());

        assertThat(story.effects).containsOnlyOnce(new Effect.AskSession());

        story.frames(1, Measurement.NOTHING).frames(5, Story.good());

        assertThat(story.effects.getLast()).isEqualTo(new Effect.AskSession());
    }

    @Test
    void aLostCameraCancelsTheCountdownAndKeepsTheSession() {
        story.begin();
        toCountdown();
        story.tell(at ->
                new Signal.CameraLost(at, CameraRole.BOTH, "disconnected", Duration.ofSeconds(1)));

        StateChanged last = story.events(StateChanged.class).getLast();
        assertThat(last.reason()).contains(CancelReason.CAMERA_LOST);

        story.tell(at -> new Signal.CameraFound(at, CameraRole.BOTH, "Replay", 1280, 720))
                .shoot(Side.FRONT);

        assertThat(story.state).isInstanceOf(State.Captured.class);
    }

    @Test
    void theBackIsNotTakenForTheFront() {
        story.begin().shoot(Side.FRONT).readBack(Side.FRONT, "id_card");

        assertThat(story.state).isInstanceOf(State.Searching.class);
        assertThat(story.state.side()).contains(Side.FRONT);
        assertThat(story.effects).contains(new Effect.TurnOver(Story.ID));
        assertThat(story.events(CaptureEvent.Warned.class))
                .contains(new CaptureEvent.Warned(Trouble.BACK_FIRST));
        assertThat(story.events(StateChanged.class).getLast().instruction())
                .isEqualTo(Instruction.OTHER_SIDE);
        assertThat(story.events(CaptureEvent.ExtractionCompleted.class)).isEmpty();

        story.shoot(Side.FRONT).read(Side.FRONT, "id_card", Side.OF_DOCUMENT);
        assertThat(story.state).isInstanceOf(State.Confirm.class);
    }

    @Test
    void whoInsistsThatItIsTheFrontIsBelieved() {
        story.begin().shoot(Side.FRONT).readBack(Side.FRONT, "id_card");
        story.frames(1, Story.good()).tell(Signal.ShootNow::new);
        story.tell(at ->
                        new Signal.ShotKept(
                                at, Story.ID, Side.FRONT, 9, 1, 240, List.of(), List.of()))
                .readBack(Side.FRONT, "id_card");

        assertThat(story.state).isInstanceOf(State.Confirm.class);
    }

    @Test
    void aLostFaceCameraDoesNotCancelTheDocument() {
        story.begin();
        toCountdown();
        story.tell(at ->
                new Signal.CameraLost(at, CameraRole.FACE, "disconnected", Duration.ofSeconds(1)));

        assertThat(story.state).isInstanceOf(State.Countdown.class);
        story.tell(at ->
                new Signal.CameraLost(
                        at, CameraRole.DOCUMENT, "disconnected", Duration.ofSeconds(1)));
        assertThat(story.events(StateChanged.class).getLast().reason())
                .contains(CancelReason.CAMERA_LOST);
    }

    @Test
    void thePersonMayTakeThePictureThemselvesAndItIsMarked() {
        story.begin().frames(30, Story.but(Gate.GLARE, 0.05)).tell(Signal.ShootNow::new);

        assertThat(story.state).isInstanceOf(State.Captured.class);
        assertThat(story.events(CaptureEvent.Warned.class))
                .containsExactly(new CaptureEvent.Warned(Trouble.SHOT_BY_HAND));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aSideThatWasNotTakenCannotBeRetaken(Side side) {
        story.begin().tell(at -> new Signal.Retake(at, side));

        assertThat(story.accepted).isFalse();
        assertThat(story.state).isInstanceOf(State.Searching.class);
    }

    @Test
    void theInstructionSaysWhatToDoAboutTheWorstDefect() {
        story.begin().frames(60, Story.but(Gate.GLARE, 0.05));
        List<CaptureEvent.QualityUpdated> told = story.events(CaptureEvent.QualityUpdated.class);

        assertThat(told.getLast().instruction().name()).isEqualTo("LESS_GLARE");
        assertThat(told).hasSizeBetween(15, 25);
    }

    @Test
    void aGateThatFlickersIsNotReported() {
        story.begin().frames(3, Story.good());
        int before = story.events(CaptureEvent.GateFailed.class).size();
        for (int i = 0; i < 20; i++) {
            story.frames(1, Story.but(Gate.GLARE, 0.05)).frames(1, Story.good());
        }

        assertThat(story.events(CaptureEvent.GateFailed.class)).hasSize(before);
    }

    @Test
    void skippingTheBackCompletesWithTheFrontAlone() {
        story.begin().shoot(Side.FRONT).read(Side.FRONT, "unknown", BOTH);
        story.tell(Signal.Confirm::new).tell(Signal.SkipBack::new);

        assertThat(story.state).isInstanceOf(State.Complete.class);
        assertThat(story.events(StateChanged.class).getLast().side()).isEqualTo(Optional.empty());
    }

    private void toCountdown() {
        while (!(story.state instanceof State.Countdown)) {
            story.frames(1, Story.good());
        }
        story.frames(3, Story.good());
    }
}
