package dev.tanaw.capture.session;

import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.face.FaceMeasurer;
import dev.tanaw.capture.locate.DocumentLocator;
import dev.tanaw.capture.quality.Measurer;
import dev.tanaw.capture.quality.Motion;
import dev.tanaw.capture.quality.Subject;
import java.util.Optional;
import java.util.function.Consumer;

/// Searches frames for a document or for a face, whichever is wanted, and tells. What it looks with
/// keeps native buffers from frame to frame: one thread only.
final class Eyes implements AutoCloseable {
    private final Wanted wanted;
    private final DocumentLocator locator = new DocumentLocator();
    private final Measurer measurer = new Measurer();
    private final Motion motion = new Motion();
    private final DocumentEyes documents;
    private final FaceEyes people;

    /// @param faces without it no face is ever seen
    Eyes(Wanted wanted, Gallery gallery, Optional<FaceMeasurer> faces, Consumer<Signal> listener) {
        this.wanted = wanted;
        this.documents =
                new DocumentEyes(locator, measurer, motion, gallery, wanted::otherSide, listener);
        this.people = new FaceEyes(faces, gallery, listener);
    }

    /// Takes over the caller's share.
    void look(Frame frame) {
        try (frame) {
            Side side = wanted.side();
            // The second was on its way when the cameras were changed.
            if (wanted.resting() || !frame.role().takes(side)) {
                return;
            }
            switch (Subject.of(side)) {
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
        locator.close();
        measurer.close();
        motion.close();
    }
}
