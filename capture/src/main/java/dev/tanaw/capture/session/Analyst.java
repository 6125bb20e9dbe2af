package dev.tanaw.capture.session;

import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.camera.Latest;
import dev.tanaw.capture.locate.DocumentLocator;
import dev.tanaw.capture.locate.Located;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.quality.Measurement;
import dev.tanaw.capture.quality.Measurer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the newest frame, again and again, on the thread `analyst`: locates the document,
/// measures it, tells the session. What it cannot keep up with it never sees.
final class Analyst implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Analyst.class);

    private final Latest frames;
    private final Gallery gallery;
    private final Consumer<Signal.Judged> listener;
    private final AtomicReference<Optional<Mat>> otherSide =
            new AtomicReference<>(Optional.empty());
    private final Thread thread = Thread.ofPlatform().name("analyst").unstarted(this::run);

    Analyst(Latest frames, Gallery gallery, Consumer<Signal.Judged> listener) {
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
                Measurer measurer = new Measurer()) {
            Optional<Quad> before = Optional.empty();
            while (!Thread.currentThread().isInterrupted()) {
                before = look(frames.take(), locator, measurer, before);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("the analyst thread ended by a defect", e);
        }
    }

    private Optional<Quad> look(
            Frame frame, DocumentLocator locator, Measurer measurer, Optional<Quad> before) {
        Optional<Located> located;
        Measurement measurement;
        long number = frame.number();
        Moment taken = new Moment(frame.takenNanos());
        try (frame) {
            located = locator.locate(frame.pixels(), before);
            measurement = measurer.measure(frame.pixels(), located, before, otherSide.get());
            if (located.isPresent()) {
                gallery.offer(new Gallery.Judged(frame.share(), located.get().quad(), measurement));
            }
        }
        listener.accept(new Signal.Judged(taken, number, measurement));
        return located.map(Located::quad);
    }

    @Override
    public void close() {
        Ending.of(thread);
    }
}
