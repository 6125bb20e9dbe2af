package dev.tanaw.capture.session;

import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.camera.Latest;
import dev.tanaw.capture.locate.DocumentLocator;
import dev.tanaw.capture.locate.Located;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.quality.Measurement;
import dev.tanaw.capture.quality.Measurer;
import dev.tanaw.capture.quality.Motion;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the newest frame, again and again, on the thread `analyst`: says at once when the
/// document moved, then locates it, measures it, tells the session. What it cannot keep up with it
/// never sees.
final class Analyst implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Analyst.class);

    private final Latest frames;
    private final Gallery gallery;
    private final Consumer<Signal> listener;
    private final AtomicReference<Optional<Mat>> otherSide =
            new AtomicReference<>(Optional.empty());
    private final Thread thread = Thread.ofPlatform().name("analyst").unstarted(this::run);

    Analyst(Latest frames, Gallery gallery, Consumer<Signal> listener) {
        this.frames = frames;
        this.gallery = gallery;
        this.listener = listener;
    }

    void start() {
        thread.start();
    }

    /// From now on frames are compared with this side, see [Measurer#fingerprint]; empty ends it.
    void compareWith(Optional<Mat> fingerprint) {
        // The old one may be in use on the analyst's thread this very moment: left to the
        // collector.
        otherSide.set(fingerprint);
    }

    private void run() {
        try (DocumentLocator locator = new DocumentLocator();
                Measurer measurer = new Measurer();
                Motion motion = new Motion()) {
            Eyes eyes = new Eyes(locator, measurer, motion);
            Optional<Quad> before = Optional.empty();
            while (!Thread.currentThread().isInterrupted()) {
                before = look(frames.take(), eyes, before);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("the analyst thread ended by a defect", e);
        }
    }

    /// What a frame is looked at with; each keeps native buffers from frame to frame.
    private record Eyes(DocumentLocator locator, Measurer measurer, Motion motion) {}

    private Optional<Quad> look(Frame frame, Eyes eyes, Optional<Quad> before) {
        Optional<Located> located;
        Measurement measurement;
        long number = frame.number();
        Moment taken = new Moment(frame.takenNanos());
        try (frame) {
            if (moved(frame, eyes.motion(), before)) {
                listener.accept(new Signal.Moved(taken, number));
            }
            located = eyes.locator().locate(frame.pixels(), before);
            measurement = eyes.measurer().measure(frame.pixels(), located, before, otherSide.get());
            if (located.isPresent()) {
                gallery.offer(new Gallery.Judged(frame.share(), located.get().quad(), measurement));
            }
        }
        listener.accept(new Signal.Judged(taken, number, measurement));
        return located.map(Located::quad);
    }

    private static boolean moved(Frame frame, Motion motion, Optional<Quad> before) {
        if (before.isEmpty()) {
            motion.forget();
            return false;
        }
        return motion.next(frame.pixels(), before.get()) >= Motion.MOVED;
    }

    @Override
    public void close() {
        Ending.of(thread);
    }
}
