package dev.tanaw.capture.session;

import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.camera.Latest;
import dev.tanaw.capture.face.FaceMeasurer;
import dev.tanaw.capture.locate.DocumentLocator;
import dev.tanaw.capture.quality.Measurer;
import dev.tanaw.capture.quality.Motion;
import dev.tanaw.capture.quality.Subject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the newest frame, again and again, on the thread `analyst`, for a document or for a
/// face, and tells the session. What it cannot keep up with it never sees.
final class Analyst implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Analyst.class);

    private final Latest frames;
    private final Gallery gallery;
    private final Optional<FaceMeasurer> faces;
    private final Consumer<Signal> listener;
    private final AtomicReference<Optional<Mat>> otherSide =
            new AtomicReference<>(Optional.empty());
    private volatile Subject wanted = Subject.DOCUMENT;
    private final Thread thread = Thread.ofPlatform().name("analyst").unstarted(this::run);

    /// @param faces without it no face is ever seen
    Analyst(
            Latest frames,
            Gallery gallery,
            Optional<FaceMeasurer> faces,
            Consumer<Signal> listener) {
        this.frames = frames;
        this.gallery = gallery;
        this.faces = faces;
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

    /// From the next frame on; the one that is looked at now may still be of the other kind.
    void lookFor(Subject subject) {
        wanted = subject;
    }

    private void run() {
        try (DocumentLocator locator = new DocumentLocator();
                Measurer measurer = new Measurer();
                Motion motion = new Motion()) {
            DocumentEyes documents =
                    new DocumentEyes(locator, measurer, motion, gallery, otherSide::get, listener);
            FaceEyes people = new FaceEyes(faces, gallery, listener);
            while (!Thread.currentThread().isInterrupted()) {
                look(frames.take(), documents, people);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("the analyst thread ended by a defect", e);
        }
    }

    private void look(Frame frame, DocumentEyes documents, FaceEyes people) {
        try (frame) {
            switch (wanted) {
                case DOCUMENT -> {
                    people.forget();
                    documents.look(frame);
                }
                case FACE -> {
                    documents.forget();
                    people.look(frame);
                }
            }
        }
    }

    @Override
    public void close() {
        Ending.of(thread);
    }
}
