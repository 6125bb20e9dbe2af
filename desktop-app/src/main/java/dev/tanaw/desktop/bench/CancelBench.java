package dev.tanaw.desktop.bench;

import dev.tanaw.capture.camera.replay.ReplayStage;
import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import dev.tanaw.capture.camera.replay.Scenario;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Step;
import dev.tanaw.capture.specimen.Specimens;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/// Jolts the document during every countdown and measures how soon the state leaves it: from the
/// time at which the frame was taken that cancelled, and from the hand's jolt itself, which the
/// camera sees up to one frame later.
///
/// Listens on the session thread, after the event has gone to the stream.
public final class CancelBench implements Consumer<Recorded>, AutoCloseable {
    private static final long SEED = 7;
    private static final int SOONEST_MS = 60;
    private static final int LATEST_MS = 400;

    private final ReplayStage stage;
    private final Consumer<Side> retake;
    private final CountDownLatch left;
    private final Histogram fromFrame = new Histogram(3);
    private final Histogram fromJolt = new Histogram(3);
    private final Random random = new Random(SEED);
    private final ScheduledExecutorService hand =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("hand").daemon().factory());
    private volatile long sessionBegan;
    private volatile long joltedNanos;
    private int missed;
    private int early;

    /// @param retake asks for the side again, after a shot that came before the jolt was seen
    /// @param cancels to wait for in [#await]
    public CancelBench(ReplayStage stage, Consumer<Side> retake, int cancels) {
        this.stage = stage;
        this.retake = retake;
        this.left = new CountDownLatch(cancels);
    }

    /// Brings the document.
    ///
    /// @param sessionBegan the moment that the running session counts from, as [System#nanoTime]
    public void start(long sessionBegan) {
        this.sessionBegan = sessionBegan;
        stage.present(Prop.of(Specimens.passport(1)));
    }

    @Override
    public void accept(Recorded recorded) {
        long now = System.nanoTime();
        if (recorded.event() instanceof CaptureEvent.StateChanged change) {
            changed(change, recorded.elapsed().toNanos(), now);
        }
    }

    private void changed(CaptureEvent.StateChanged change, long elapsed, long now) {
        if (change.to() == Step.COUNTDOWN) {
            joltedNanos = 0;
            int after = random.nextInt(SOONEST_MS, LATEST_MS);
            var _ = hand.schedule(this::jolt, after, TimeUnit.MILLISECONDS);
        } else if (change.from() == Step.COUNTDOWN && change.to() == Step.SEARCHING) {
            if (joltedNanos == 0) {
                early++;
                return;
            }
            fromFrame.recordValue(Math.max(0, now - sessionBegan - elapsed));
            fromJolt.recordValue(now - joltedNanos);
            left.countDown();
        } else if (change.to() == Step.CAPTURED) {
            missed++;
            // Not from this thread, which is the one that would have to take the wish.
            var _ = hand.schedule(() -> retake.accept(Side.FRONT), 0, TimeUnit.MILLISECONDS);
        }
    }

    private void jolt() {
        joltedNanos = System.nanoTime();
        stage.play(new Scenario(List.of()).shake());
    }

    public void await() throws InterruptedException {
        left.await();
    }

    public void print(Report report) {
        report.histogram("cancel", "frame taken to", "state_change", fromFrame);
        report.histogram("cancel", "hand's jolt to", "state_change", fromJolt);
        long n = fromFrame.getTotalCount();
        report.value("cancel", "jolted countdowns", "shot_all_the_same", missed, "shots", n);
        report.value("cancel", "countdowns", "cancelled_before_jolt", early, "times", n);
    }

    @Override
    public void close() {
        hand.shutdownNow();
    }
}
