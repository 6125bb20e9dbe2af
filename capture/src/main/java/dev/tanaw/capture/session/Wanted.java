package dev.tanaw.capture.session;

import dev.tanaw.capture.event.Side;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.bytedeco.opencv.opencv_core.Mat;

/// What frames are searched for: told by the session, read by whoever looks. Any thread.
final class Wanted {
    private final AtomicReference<Optional<Mat>> otherSide =
            new AtomicReference<>(Optional.empty());
    private final Consumer<Side> turn;
    private volatile Side side = Side.FRONT;
    private volatile boolean resting;

    /// One camera for everything.
    Wanted() {
        this(_ -> {});
    }

    /// @param turn told when another side is looked for, before any frame is searched for it; must
    ///   not block
    Wanted(Consumer<Side> turn) {
        this.turn = turn;
    }

    /// From now on frames are compared with this side, see
    /// [dev.tanaw.capture.quality.Measurer#fingerprint]; empty ends it.
    void compareWith(Optional<Mat> fingerprint) {
        // The old one may be in use by whoever looks this very moment: left to the collector.
        otherSide.set(fingerprint);
    }

    /// From the next frame on; the one that is looked at now may still be of the other kind.
    void lookFor(Side next) {
        turn.accept(next);
        side = next;
        resting = false;
    }

    /// Nothing, until something is looked for: a picture was taken, and the machine's time belongs
    /// to those who read it.
    void rest() {
        resting = true;
    }

    boolean resting() {
        return resting;
    }

    Side side() {
        return side;
    }

    Optional<Mat> otherSide() {
        return otherSide.get();
    }
}
