package dev.tanaw.capture.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class LatestTest {
    private final FramePool pool = new FramePool();
    private final Latest slot = new Latest();

    @Test
    void theNewestFrameWinsAndTheOtherGoesBackToThePool() {
        Frame older = frame(1);
        slot.put(older);
        slot.put(frame(2));

        assertThatIllegalStateException().isThrownBy(older::share);
        assertThat(slot.poll()).map(Frame::number).contains(2L);
        assertThat(slot.poll()).isEmpty();
    }

    @Test
    void takeWaitsForAFrame() throws Exception {
        CompletableFuture<Frame> taken = new CompletableFuture<>();
        Thread reader =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                taken.complete(slot.take());
                            } catch (InterruptedException e) {
                                taken.completeExceptionally(e);
                            }
                        });

        slot.put(frame(3));

        assertThat(taken.get(10, TimeUnit.SECONDS).number()).isEqualTo(3);
        reader.join();
    }

    @Test
    void waitingHasAnEnd() throws Exception {
        assertThat(slot.poll(1, TimeUnit.MILLISECONDS)).isEmpty();
    }

    @Test
    void aClosedSlotKeepsNothing() {
        Frame before = frame(4);
        slot.put(before);
        slot.close();
        Frame after = frame(5);
        slot.put(after);

        assertThatIllegalStateException().isThrownBy(before::share);
        assertThatIllegalStateException().isThrownBy(after::share);
    }

    @Test
    void aFrameLivesUntilItsLastShareIsClosed() {
        Frame frame = frame(6);
        Frame other = frame.share();

        frame.close();
        assertThat(other.share().number()).isEqualTo(6);
        other.close();
        other.close();

        assertThatIllegalStateException().isThrownBy(other::close);
    }

    private Frame frame(long number) {
        return pool.frame(pool.take(), number, 0);
    }
}
