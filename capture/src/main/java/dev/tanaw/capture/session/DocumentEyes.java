package dev.tanaw.capture.session;

import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.locate.DocumentLocator;
import dev.tanaw.capture.locate.Located;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.quality.Measurement;
import dev.tanaw.capture.quality.Measurer;
import dev.tanaw.capture.quality.Motion;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bytedeco.opencv.opencv_core.Mat;

/// Searches frames for the document: says at once when it moved, then locates it, measures it,
/// tells. One thread; what it looks with keeps native buffers from frame to frame.
final class DocumentEyes {
    private final DocumentLocator locator;
    private final Measurer measurer;
    private final Motion motion;
    private final Gallery gallery;
    private final Supplier<Optional<Mat>> otherSide;
    private final Consumer<Signal> listener;
    private Optional<Quad> before = Optional.empty();

    /// @param otherSide what frames are compared with, see [Measurer#fingerprint]
    DocumentEyes(
            DocumentLocator locator,
            Measurer measurer,
            Motion motion,
            Gallery gallery,
            Supplier<Optional<Mat>> otherSide,
            Consumer<Signal> listener) {
        this.locator = locator;
        this.measurer = measurer;
        this.motion = motion;
        this.gallery = gallery;
        this.otherSide = otherSide;
        this.listener = listener;
    }

    /// The next frame does not follow on the last one.
    void forget() {
        before = Optional.empty();
    }

    void look(Frame frame) {
        Moment taken = new Moment(frame.takenNanos());
        if (moved(frame)) {
            listener.accept(new Signal.Moved(taken, frame.number()));
        }
        Optional<Located> located = locator.locate(frame.pixels(), before);
        Measurement measurement =
                measurer.measure(frame.pixels(), located, before, otherSide.get());
        located.ifPresent(found ->
                gallery.offer(new Gallery.Judged(frame.share(), found.quad(), measurement)));
        before = located.map(Located::quad);
        listener.accept(new Signal.Judged(taken, frame.number(), measurement));
    }

    private boolean moved(Frame frame) {
        if (before.isEmpty()) {
            motion.forget();
            return false;
        }
        return motion.next(frame.pixels(), before.get()) >= Motion.MOVED;
    }
}
