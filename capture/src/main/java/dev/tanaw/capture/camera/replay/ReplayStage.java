package dev.tanaw.capture.camera.replay;

import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;

/// What lies before the replay camera. Whoever plays the person puts documents there and takes them
/// away, from any thread; the camera shows the hand's movement.
public final class ReplayStage {
    private Optional<Prop> shown = Optional.empty();
    private Optional<Prop> leaving = Optional.empty();
    private long changedNanos = System.nanoTime();

    /// A document.
    ///
    /// @param picture 8UC3; kept by the caller and not changed while it is shown
    /// @param widthMm of the document, which decides how large it appears
    public record Prop(Mat picture, double widthMm) {}

    /// The stage at one moment.
    ///
    /// @param shown what is being brought or held
    /// @param leaving what is being taken away
    /// @param sinceNanos since the last change
    record Scene(Optional<Prop> shown, Optional<Prop> leaving, long sinceNanos) {}

    /// Brings a document before the camera; one that lies there is taken away in the same movement.
    public synchronized void present(Prop prop) {
        change(Optional.of(prop));
    }

    public synchronized void remove() {
        if (shown.isPresent()) {
            change(Optional.empty());
        }
    }

    private void change(Optional<Prop> next) {
        leaving = shown;
        shown = next;
        changedNanos = System.nanoTime();
    }

    synchronized Scene at(long nanos) {
        return new Scene(shown, leaving, nanos - changedNanos);
    }
}
