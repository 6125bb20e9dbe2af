package dev.tanaw.capture.session;

import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.face.FaceMeasurer;
import dev.tanaw.capture.face.Landmarks;
import dev.tanaw.capture.quality.Measurement;
import java.util.Optional;
import java.util.function.Consumer;

/// Searches frames for the person's face, measures it, tells. One thread.
final class FaceEyes {
    private final Optional<FaceMeasurer> measurer;
    private final Gallery gallery;
    private final Consumer<Signal> listener;
    private Optional<Landmarks> before = Optional.empty();

    FaceEyes(Optional<FaceMeasurer> measurer, Gallery gallery, Consumer<Signal> listener) {
        this.measurer = measurer;
        this.gallery = gallery;
        this.listener = listener;
    }

    /// The next frame does not follow on the last one.
    void forget() {
        before = Optional.empty();
    }

    void look(Frame frame) {
        Optional<FaceMeasurer.Seen> seen =
                measurer.flatMap(with -> with.measure(frame.pixels(), before));
        before = seen.map(FaceMeasurer.Seen::points);
        Measurement measurement =
                seen.map(FaceMeasurer.Seen::measurement)
                        .orElseGet(() -> FaceMeasurer.nothing(frame.pixels()));
        seen.ifPresent(
                face -> gallery.offer(new Gallery.Judged(frame.share(), face.quad(), measurement)));
        listener.accept(
                new Signal.Judged(new Moment(frame.takenNanos()), frame.number(), measurement));
    }
}
