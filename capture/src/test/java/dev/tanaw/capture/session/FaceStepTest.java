package dev.tanaw.capture.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.event.CancelReason;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.CaptureEvent.StateChanged;
import dev.tanaw.capture.event.DocumentKind;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Outcome;
import dev.tanaw.capture.event.OverrideReason;
import dev.tanaw.capture.event.Resemblance;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Step;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.quality.Measurement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The face after the document.
class FaceStepTest {
    private final Story story = new Story(Journey.of(Set.of(Journey.Stop.FACE)));

    /// A passport read and agreed to; the face is looked for.
    private Story documentDone() {
        return story.begin()
                .shoot(Side.FRONT)
                .read(Side.FRONT, "passport", Set.of(Side.FRONT))
                .tell(Signal.Confirm::new);
    }

    private Story counting() {
        documentDone();
        int guard = 0;
        while (!(story.state instanceof State.Countdown)) {
            assertThat(guard++).isLessThan(60);
            story.frames(1, Story.face());
        }
        return story;
    }

    private static Measurement but(Gate gate, double value) {
        return Story.face().with(gate, value);
    }

    @Test
    void itComesAfterTheDocumentAndBeforeTheEnd() {
        documentDone();
        story.effects.clear();

        story.shootFace().wait(Duration.ofMillis(400)).tell(Signal.Confirm::new);

        assertThat(story.steps())
                .containsExactly("locked", "countdown", "captured", "confirm", "complete");
        assertThat(story.events(StateChanged.class).subList(0, 4))
                .allSatisfy(change -> assertThat(change.side()).contains(Side.FACE));
        assertThat(story.events(CaptureEvent.CaptureCompleted.class))
                .singleElement()
                .satisfies(taken -> {
                    assertThat(taken.side()).isEqualTo(Side.FACE);
                    assertThat(taken.dpi()).isNaN();
                    assertThat(taken.components()).isNotEmpty();
                });
        assertThat(story.events(CaptureEvent.ExtractionStarted.class)).isEmpty();
    }

    @Test
    void thePersonIsComparedWithThePortraitAndNothingDependsOnIt() {
        documentDone();
        story.shootFace();
        assertThat(story.effects).containsOnlyOnce(new Effect.Compare(Story.ID));
        State before = story.state;

        story.tell(at -> new Signal.Compared(at, Story.ID, 0.71));

        assertThat(story.state).isEqualTo(before);
        assertThat(story.events(CaptureEvent.FacesCompared.class))
                .containsExactly(new CaptureEvent.FacesCompared(Resemblance.UNLIKE, 0.71));
    }

    @Test
    void aComparisonOfAPictureThatIsTakenAgainIsNotTold() {
        documentDone();
        story.shootFace().wait(Duration.ofMillis(400));
        story.tell(at -> new Signal.Retake(at, Side.FACE))
                .tell(at -> new Signal.Compared(at, Story.ID, 0.3))
                .tell(at -> new Signal.Compared(at, "another", 0.3));
        assertThat(story.events(CaptureEvent.FacesCompared.class)).isEmpty();
    }

    @Test
    void aDocumentThatIsTakenAgainIsComparedAgain() {
        documentDone();
        story.shootFace().wait(Duration.ofMillis(400));
        story.tell(at -> new Signal.Retake(at, Side.FRONT));
        story.effects.clear();
        story.shoot(Side.FRONT).read(Side.FRONT, "passport", Set.of(Side.FRONT));
        assertThat(story.effects).contains(new Effect.Compare(Story.ID));
    }

    @Test
    void aCardHasBothSidesTakenFirst() {
        story.begin()
                .shoot(Side.FRONT)
                .read(Side.FRONT, "id_card", Side.OF_DOCUMENT)
                .tell(Signal.Confirm::new);
        assertThat(story.state).isInstanceOf(State.Flip.class);

        story.wait(Duration.ofMillis(400))
                .shoot(Side.BACK)
                .read(Side.BACK, "id_card", Side.OF_DOCUMENT)
                .tell(Signal.Confirm::new);

        assertThat(story.state.step()).isEqualTo(Step.SEARCHING);
        assertThat(story.state.side()).contains(Side.FACE);
    }

    @Test
    void whoeverLooksForTheFaceLooksForNoDocument() {
        documentDone();

        assertThat(story.effects).contains(new Effect.LookFor(Side.FACE));
        story.frames(60, Story.good());
        assertThat(story.state.step()).as("frames of the kind before").isEqualTo(Step.SEARCHING);
    }

    @Test
    void withoutABackThereIsStillAFace() {
        story.begin()
                .shoot(Side.FRONT)
                .read(Side.FRONT, "unknown", Side.OF_DOCUMENT)
                .tell(Signal.Confirm::new)
                .tell(Signal.SkipBack::new);

        assertThat(story.state.side()).contains(Side.FACE);
    }

    @Test
    void whatThePersonChoseKeepsTheFace() {
        Story chosen = new Story(Journey.of(Set.of(Journey.Stop.FACE, Journey.Stop.CHOICE)));
        chosen.begin().tell(at -> new Signal.Choose(at, DocumentKind.PASSPORT));

        assertThat(((State.Serving) chosen.state).session().needed())
                .containsExactlyInAnyOrder(Side.FRONT, Side.FACE);
    }

    @Test
    void theCountdownTakesTwoSeconds() {
        counting();
        Moment began = story.now;
        assertThat(story.events(CaptureEvent.CaptureStarted.class).getLast().countdown())
                .isEqualTo(Duration.ofSeconds(2));

        story.shootFace();

        assertThat(story.now.since(began))
                .isBetween(Duration.ofSeconds(2), Duration.ofMillis(2_040));
    }

    @Test
    void aBlinkIsForgiven() {
        counting();
        story.effects.clear();

        story.frames(8, but(Gate.EYES_OPEN, 0.03)).frames(1, Story.face());

        assertThat(story.state).isInstanceOf(State.Countdown.class);
        assertThat(story.effects.stream().filter(Effect.AddToBurst.class::isInstance))
                .as("closed eyes are not among what is chosen from")
                .hasSize(1);
    }

    @Test
    void eyesThatStayClosedCancel() {
        counting();
        story.effects.clear();

        story.frames(11, but(Gate.EYES_OPEN, 0.03));

        assertThat(story.state.step()).isEqualTo(Step.SEARCHING);
        assertThat(story.state.side()).contains(Side.FACE);
        assertThat(story.events(StateChanged.class))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.reason()).contains(CancelReason.QUALITY_DEGRADED);
                    assertThat(change.instruction()).isEqualTo(Instruction.OPEN_EYES);
                });
    }

    @Test
    void whoeverGoesAwayIsLookedForAgain() {
        counting().frames(11, Story.nobody());

        assertThat(story.state.step()).isEqualTo(Step.SEARCHING);
        assertThat(story.events(StateChanged.class).getLast().reason())
                .contains(CancelReason.FACE_LOST);
    }

    @Test
    void closedEyesAtTheMomentOfTheShotAreNotShot() {
        counting();
        story.frames(57, Story.face()).frames(6, but(Gate.EYES_OPEN, 0.03));
        assertThat(story.state).as("past the due time").isInstanceOf(State.Countdown.class);

        story.frames(1, Story.face());

        assertThat(story.state).isInstanceOf(State.Captured.class);
    }

    @Test
    void somebodyElseBesideStopsTheLock() {
        documentDone().frames(40, but(Gate.ONE_FACE, 0.6));

        assertThat(story.state.step()).isEqualTo(Step.SEARCHING);
        assertThat(story.events(CaptureEvent.QualityUpdated.class).getLast().instruction())
                .isEqualTo(Instruction.ONE_FACE);
    }

    @Test
    void aRetakeKeepsTheDocument() {
        documentDone().shootFace().wait(Duration.ofMillis(400));
        story.tell(at -> new Signal.Retake(at, Side.FACE));

        assertThat(story.accepted).isTrue();
        assertThat(story.state.side()).contains(Side.FACE);
        assertThat(((State.Serving) story.state).session().taken()).containsExactly(Side.FRONT);
    }

    @Test
    void aDocumentTakenAgainKeepsTheFace() {
        documentDone().shootFace().wait(Duration.ofMillis(400));
        story.tell(at -> new Signal.Retake(at, Side.FRONT));

        assertThat(story.effects).contains(new Effect.LookFor(Side.FRONT));
        story.shoot(Side.FRONT)
                .read(Side.FRONT, "passport", Set.of(Side.FRONT))
                .tell(Signal.Confirm::new);
        assertThat(story.state).isInstanceOf(State.Complete.class);
    }

    @Test
    void afterThreeRetakesSomebodyIsOffered() {
        documentDone();
        for (int i = 0; i < 3; i++) {
            story.shootFace().wait(Duration.ofMillis(400));
            story.tell(at -> new Signal.Retake(at, Side.FACE));
        }

        assertThat(story.events(CaptureEvent.Warned.class))
                .contains(new CaptureEvent.Warned(Trouble.MANY_RETAKES));
    }

    @Test
    void itIsSkippedOnlyWithAReason() {
        documentDone().tell(Signal.Confirm::new);
        assertThat(story.accepted).isFalse();
        story.tell(at -> new Signal.Overrule(at, OverrideReason.COMPARED_BY_EYE));
        assertThat(story.accepted).isFalse();

        story.tell(at -> new Signal.SkipFace(at, OverrideReason.FACE_EXEMPT));

        assertThat(story.state).isInstanceOf(State.Complete.class);
        assertThat(story.events(CaptureEvent.Overridden.class))
                .containsExactly(
                        new CaptureEvent.Overridden(
                                Side.FACE,
                                OverrideReason.FACE_EXEMPT,
                                List.of(Trouble.FACE_SKIPPED)));
    }

    @Test
    void aDocumentIsNotSkippedThatWay() {
        story.begin().tell(at -> new Signal.SkipFace(at, OverrideReason.FACE_EXEMPT));

        assertThat(story.accepted).isFalse();
    }

    @Test
    void nobodyIsPhotographedByHand() {
        documentDone().frames(5, Story.nobody()).tell(Signal.ShootNow::new);
        assertThat(story.accepted).isFalse();

        story.frames(1, but(Gate.YAW, 40)).tell(Signal.ShootNow::new);

        assertThat(story.state).isInstanceOf(State.Captured.class);
        assertThat(story.events(CaptureEvent.Warned.class))
                .contains(new CaptureEvent.Warned(Trouble.SHOT_BY_HAND));
    }

    @Test
    void aPictureThatIsNotThereIsTakenAgain() {
        documentDone().frames(1, Story.face()).tell(Signal.ShootNow::new);
        story.tell(at -> new Signal.ReadingFailed(at, Story.ID, Side.FACE, Trouble.SHOT_MISSING));

        assertThat(story.state.step()).isEqualTo(Step.SEARCHING);
        assertThat(((State.Serving) story.state).session().taken()).containsExactly(Side.FRONT);
    }

    @Test
    void thatNobodyIsThereIsSaidAndThenItEnds() {
        documentDone();
        for (int i = 0; i < 61; i++) {
            story.frames(1, Story.nobody()).wait(Duration.ofSeconds(1));
        }

        assertThat(story.events(CaptureEvent.Warned.class))
                .contains(new CaptureEvent.Warned(Trouble.FACE_MISSING));
        assertThat(story.events(CaptureEvent.SessionEnded.class))
                .containsExactly(new CaptureEvent.SessionEnded(Outcome.TIMED_OUT));
        assertThat(story.effects).contains(new Effect.Release(Story.ID));
    }

    @Test
    void whoeverWantsNoFaceHasNone() {
        Story without = new Story();
        without.begin()
                .shoot(Side.FRONT)
                .read(Side.FRONT, "passport", Set.of(Side.FRONT))
                .tell(Signal.Confirm::new);

        assertThat(without.state).isInstanceOf(State.Complete.class);
        assertThat(without.state.side()).isEqualTo(Optional.empty());
    }
}
