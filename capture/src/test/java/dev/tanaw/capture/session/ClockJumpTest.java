package dev.tanaw.capture.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.camera.FramePool;
import dev.tanaw.capture.camera.Latest;
import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import dev.tanaw.capture.event.CancelReason;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.specimen.Specimens;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The clock of the frames is set back: nothing waits until it is again what it was.
final class ClockJumpTest {
    private static final Duration BACK = Duration.ofHours(1);

    private final Story story = new Story();

    private void setBack() {
        story.now = story.now.plus(BACK.negated());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 8, 20})
    void theShotComesAsSoonAsItWouldFromTheStart(int framesBefore) {
        story.begin().frames(framesBefore, Story.good());
        setBack();

        story.shoot(Side.FRONT);

        assertThat(story.state).isInstanceOf(State.Captured.class);
    }

    @Test
    void aCountdownDoesNotLastForAsLongAsTheClockJumped() {
        story.begin();
        while (!(story.state instanceof State.Countdown)) {
            story.frames(1, Story.good());
        }
        setBack();
        story.frames(1, Story.good());

        assertThat(story.state).isInstanceOf(State.Searching.class);
        assertThat(story.events(CaptureEvent.StateChanged.class).getLast().reason())
                .contains(CancelReason.STABILITY_LOST);
        story.shoot(Side.FRONT);
    }

    @Test
    void theWordsOnTheScreenGoOnFollowingTheFrames() {
        story.begin().frames(60, Story.but(Gate.LIGHT, 0.1));
        setBack();
        story.frames(60, Story.but(Gate.GLARE, 0.2));

        assertThat(story.events(CaptureEvent.QualityUpdated.class).getLast().instruction())
                .isEqualTo(Instruction.LESS_GLARE);
    }

    @Test
    void aDarkRoomIsStillSaid() {
        story.begin().frames(30, Story.but(Gate.LIGHT, 0.05));
        setBack();
        story.frames(100, Story.but(Gate.LIGHT, 0.05));

        assertThat(story.events(CaptureEvent.Warned.class))
                .containsExactly(new CaptureEvent.Warned(Trouble.ROOM_DARK));
    }

    @Test
    void theAnalystGoesOnLooking() throws InterruptedException {
        BlockingQueue<Signal> heard = new LinkedBlockingQueue<>();
        try (FramePool pool = new FramePool();
                Latest frames = new Latest();
                Gallery gallery = new Gallery();
                Analyst analyst =
                        new Analyst(
                                frames,
                                () ->
                                        new Eyes(
                                                new Wanted(),
                                                gallery,
                                                Optional.empty(),
                                                heard::add))) {
            analyst.start();
            long late = BACK.toNanos();
            long[] taken = {late, late + 33_000_000, 1_000_000, 34_000_000, 67_000_000};
            for (int i = 0; i < taken.length; i++) {
                frames.put(pool.frame(passport(), i + 1, taken[i]));
                Signal.Judged judged = judged(heard);

                assertThat(judged.frame()).isEqualTo(i + 1);
                assertThat(judged.at().nanos()).isEqualTo(taken[i]);
                assertThat(judged.measurement().found()).isTrue();
            }
        }
    }

    private static Signal.Judged judged(BlockingQueue<Signal> heard) throws InterruptedException {
        while (true) {
            Signal next = heard.poll(20, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("the analyst says nothing");
            }
            if (next instanceof Signal.Judged judged) {
                return judged;
            }
        }
    }

    private static Mat passport() {
        Mat frame = new Mat(720, 1280, opencv_core.CV_8UC3, new Scalar(60, 72, 88, 0));
        try (Rect place = new Rect(240, 60, 800, 563);
                Mat region = new Mat(frame, place);
                Size size = new Size(800, 563);
                Mat page = Prop.of(Specimens.passport(3)).picture()) {
            opencv_imgproc.resize(page, region, size, 0, 0, opencv_imgproc.INTER_AREA);
        }
        return frame;
    }
}
