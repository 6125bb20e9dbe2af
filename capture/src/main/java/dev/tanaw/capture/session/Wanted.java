package dev.tanaw.capture.session;

import dev.tanaw.capture.quality.Subject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.bytedeco.opencv.opencv_core.Mat;

/// What frames are searched for: told by the session, read by whoever looks. Any thread.
final class Wanted {
    private final AtomicReference<Optional<Mat>> otherSide =
            new AtomicReference<>(Optional.empty());
    private volatile Subject subject = Subject.DOCUMENT;

    /// From now on frames are compared with this side, see
    /// [dev.tanaw.capture.quality.Measurer#fingerprint]; empty ends it.
    void compareWith(Optional<Mat> fingerprint) {
        // The old one may be in use by whoever looks this very moment: left to the collector.
        otherSide.set(fingerprint);
    }

    /// From the next frame on; the one that is looked at now may still be of the other kind.
    void lookFor(Subject next) {
        subject = next;
    }

    Subject subject() {
        return subject;
    }

    Optional<Mat> otherSide() {
        return otherSide.get();
    }
}
