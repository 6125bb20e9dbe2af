package dev.tanaw.capture.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.CaptureEvent.MovementAsked;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Movement;
import dev.tanaw.capture.event.Movement.Answer;
import dev.tanaw.capture.event.OverrideReason;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.quality.Measurement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/// The series of yaw and of the eyes' opening are what the mesh measured on clips of people before
/// a camera.
final class ChallengeTest {
    /// A woman looks to her right, then to her left, then to her right; 12 frames a second.
    private static final double[] TURNING = {
        -41, -46, -42, -41, -39, -40, -38, -24, -10, 2, 14, 24, 27, 30, 29, 26, 22, 16, 8, -1, -12,
        -19, -25
    };

    /// A man speaks with his hands and blinks once towards the end; 30 frames a second.
    private static final double[] BLINKING = {
        .074, .077, .074, .075, .075, .075, .075, .073, .077, .072, .077, .077, .077, .076, .079,
        .074, .071, .069, .070, .070, .072, .075, .073, .080, .072, .071, .064, .064, .065, .067,
        .078, .068, .069, .068, .070, .071, .075, .076, .070, .068, .055, .062, .064, .069, .070,
        .067, .077, .064, .068, .072, .072, .068, .071, .074, .079, .077, .046, .041, .053, .064,
        .063, .065, .084, .082, .067
    };

    /// The frame of [#BLINKING] in which the eyes are open again.
    private static final int OPEN_AGAIN = 59;

    /// The same man, other clips: he looks about and down, and does not blink.
    private static final double[] SPEAKING = {
        .065, .067, .064, .067, .065, .071, .070, .069, .069, .065, .070, .070, .066, .061, .067,
        .069, .066, .067, .073, .069, .063, .063, .074, .077, .077, .080, .073, .070, .068, .057,
        .054, .059, .054, .055, .055, .053, .060, .056, .060, .066, .067, .068, .069, .068, .072,
        .070, .072, .069, .069, .068, .070, .074, .066, .064, .064, .062, .062, .061, .059, .061,
        .065, .060, .064, .074, .075, .077, .074, .072, .080, .083, .084, .082, .078, .072, .073,
        .072, .069, .073, .075, .074, .078, .079, .067, .068, .069, .077, .077, .080, .065, .063
    };

    private static final Duration SLOW = Duration.ofNanos(83_333_333);

    private static Challenge of(Movement movement) {
        return new Challenge(
                List.of(movement),
                0,
                false,
                0,
                java.util.Optional.empty(),
                false,
                Double.NaN,
                java.util.Optional.empty());
    }

    /// What was told, with the number of the frame.
    private static List<String> told(
            Challenge challenge, Gate gate, Duration every, double... values) {
        List<String> told = new ArrayList<>();
        Challenge next = challenge;
        Moment at = new Moment(1);
        for (int i = 0; i < values.length; i++) {
            Measurement frame = Story.face().with(gate, values[i]);
            Challenge.Seen seen = next.after(at, frame, true);
            int number = i;
            seen.told().ifPresent(what -> told.add(number + " " + what.answer()));
            next = seen.next();
            at = at.plus(every);
        }
        return told;
    }

    private static double[] standing(Random random, double value, double noise, int frames) {
        return DoubleStream.generate(() -> value + noise * random.nextGaussian())
                .limit(frames)
                .toArray();
    }

    @Test
    void aTurnCountsWhenTheFaceIsBackAtTheFront() {
        assertThat(told(of(Movement.TURN_LEFT), Gate.YAW, SLOW, TURNING))
                .containsExactly("0 ASKED", "18 DONE");
    }

    /// She looked to her right before she was seen from the front, and does not come back later.
    @Test
    void theOtherWayDoesNotCount() {
        assertThat(told(of(Movement.TURN_RIGHT), Gate.YAW, SLOW, TURNING))
                .containsExactly("0 ASKED");
    }

    @Test
    void aBlinkCountsWhenTheEyesAreOpenAgain() {
        assertThat(told(of(Movement.BLINK), Gate.EYES_OPEN, Story.FRAME, BLINKING))
                .containsExactly("0 ASKED", OPEN_AGAIN + " DONE");
    }

    @Test
    void lookingAboutIsNoBlink() {
        assertThat(told(of(Movement.BLINK), Gate.EYES_OPEN, Story.FRAME, SPEAKING))
                .containsExactly("0 ASKED");
    }

    /// A photograph that is held in a hand: the noise is that of the mesh on a still face.
    @Test
    void whatDoesNotMoveIsAskedTwiceAndThenNotSeen() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            assertThat(
                            told(
                                    of(Movement.BLINK),
                                    Gate.EYES_OPEN,
                                    Story.FRAME,
                                    standing(random, 0.07, 0.004, 500)))
                    .as("seed %d", seed)
                    .containsExactly("0 ASKED", "241 ASKED", "482 NOT_SEEN");
            assertThat(
                            told(
                                    of(Movement.TURN_LEFT),
                                    Gate.YAW,
                                    Story.FRAME,
                                    standing(random, 2, 3, 500)))
                    .as("seed %d", seed)
                    .containsExactly("0 ASKED", "241 ASKED", "482 NOT_SEEN");
        }
    }

    @Test
    void aFaceThatGoesAwayBeginsAgain() {
        Challenge challenge = of(Movement.TURN_LEFT);
        Moment at = new Moment(1);
        for (double yaw : new double[] {0, 0, 25}) {
            challenge = challenge.after(at, Story.face().with(Gate.YAW, yaw), true).next();
            at = at.plus(Story.FRAME);
        }
        challenge = challenge.after(at, Story.nobody(), false).next();
        at = at.plus(Story.FRAME);

        // Somebody else, who looks straight ahead.
        Challenge.Seen seen = challenge.after(at, Story.face().with(Gate.YAW, 0), true);

        assertThat(seen.told()).isEmpty();
    }

    @Test
    void everyTurnAndBothOrdersAreAsked() {
        Set<List<Movement>> drawn = new HashSet<>();
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            Challenge challenge = Challenge.drawnFrom(id);
            assertThat(challenge).isEqualTo(Challenge.drawnFrom(id));
            assertThat(challenge.asked()).hasSize(2).contains(Movement.BLINK);
            drawn.add(challenge.asked());
        }
        assertThat(drawn).hasSize(4);
    }

    private static Story faceWanted(Journey.Stop... more) {
        Set<Journey.Stop> stops = EnumSet.of(Journey.Stop.FACE, Journey.Stop.MOVEMENT);
        stops.addAll(List.of(more));
        return new Story(Journey.of(stops))
                .begin()
                .shoot(Side.FRONT)
                .read(Side.FRONT, "passport", Set.of(Side.FRONT))
                .tell(Signal.Confirm::new);
    }

    private static void does(Story story, Movement movement) {
        Measurement front = Story.face();
        story.frames(10, front);
        switch (movement) {
            case TURN_LEFT -> story.frames(8, front.with(Gate.YAW, 28));
            case TURN_RIGHT -> story.frames(8, front.with(Gate.YAW, -28));
            case BLINK -> story.frames(5, front.with(Gate.EYES_OPEN, 0.04));
        }
        story.frames(1, front);
    }

    @Test
    void thePictureIsTakenWhenWhatWasAskedForWasSeen() {
        Story story = faceWanted();
        Challenge challenge = Challenge.drawnFrom(Story.ID);
        story.frames(1, Story.face());
        assertThat(((State.Searching) story.state).watch().guidance().shown())
                .isEqualTo(challenge.asked().getFirst().instruction());
        story.tell(Signal.ShootNow::new);
        assertThat(story.accepted).as("not before").isFalse();

        challenge.asked().forEach(movement -> does(story, movement));

        assertThat(story.events(MovementAsked.class))
                .containsExactly(
                        new MovementAsked(challenge.asked().getFirst(), Answer.ASKED, 1, 2),
                        new MovementAsked(challenge.asked().getFirst(), Answer.DONE, 1, 2),
                        new MovementAsked(challenge.asked().getLast(), Answer.ASKED, 2, 2),
                        new MovementAsked(challenge.asked().getLast(), Answer.DONE, 2, 2));
        story.shootFace();
        assertThat(story.events(CaptureEvent.Warned.class)).isEmpty();
    }

    @Test
    void whoGoesAwayAfterwardsIsAskedAgain() {
        Story story = faceWanted();
        Challenge challenge = Challenge.drawnFrom(Story.ID);
        challenge.asked().forEach(movement -> does(story, movement));

        story.frames(20, Story.nobody()).frames(1, Story.face());

        assertThat(story.events(MovementAsked.class))
                .last()
                .isEqualTo(new MovementAsked(challenge.asked().getFirst(), Answer.ASKED, 1, 2));
    }

    @Test
    void whatWasNotSeenWaitsForSomebodyToAcceptIt() {
        Story story = faceWanted(Journey.Stop.REVIEW);
        story.frames(1_000, Story.face());
        story.frames(60, Story.face());
        assertThat(story.events(CaptureEvent.Warned.class))
                .contains(new CaptureEvent.Warned(Trouble.MOVEMENT_NOT_SEEN));
        story.shootFace().wait(Duration.ofMillis(400));
        assertThat(story.state).isInstanceOf(State.Confirm.class);

        story.tell(Signal.Confirm::new);
        assertThat(story.accepted).isFalse();
        story.tell(at -> new Signal.Overrule(at, OverrideReason.COMPARED_BY_EYE));

        assertThat(story.events(CaptureEvent.Overridden.class))
                .singleElement()
                .returns(List.of(Trouble.MOVEMENT_NOT_SEEN), CaptureEvent.Overridden::troubles);
        assertThat(story.state).isInstanceOf(State.Complete.class);
    }

    @Test
    void aPictureThatIsTakenAgainIsAskedForAgain() {
        Story story = faceWanted(Journey.Stop.REVIEW);
        story.frames(1_060, Story.face()).shootFace().wait(Duration.ofMillis(400));

        story.tell(at -> new Signal.Retake(at, Side.FACE)).frames(1, Story.face());

        assertThat(((State.Searching) story.state).watch().guidance().shown())
                .matches(Instruction::isMovement);
        assertThat(((State.Searching) story.state).session().blocking()).isEmpty();
    }
}
