package dev.tanaw.capture.read.portrait;

import dev.tanaw.capture.event.Field.Place;
import dev.tanaw.capture.face.FaceBox;
import dev.tanaw.capture.face.FaceDetector;
import dev.tanaw.capture.read.network.NetworkDamaged;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/// Finds the largest face on a document; a pale second one, which many documents carry, is smaller.
/// One picture at a time: callers wait for each other.
public final class PortraitFinder implements AutoCloseable {
    /// Least width of a face, as a share of the document's: smaller ones are ornaments.
    private static final double LEAST_WIDTH = 0.06;

    private final FaceDetector detector;

    private PortraitFinder(FaceDetector detector) {
        this.detector = detector;
    }

    public static PortraitFinder load() throws NetworkDamaged {
        return new PortraitFinder(FaceDetector.load());
    }

    /// @param document 8UC3, upright
    public synchronized Optional<Portrait> find(Mat document) {
        // In a part the face is larger: an engraved one is often seen there alone.
        double side = Math.min(1, (double) document.rows() / document.cols());
        return look(document)
                .or(() -> look(document, 0, side))
                .or(() -> look(document, 1 - side, side));
    }

    private Optional<Portrait> look(Mat document, double from, double width) {
        try (Rect place =
                        new Rect(
                                (int) (from * document.cols()),
                                0,
                                (int) (width * document.cols()),
                                document.rows());
                Mat part = new Mat(document, place)) {
            return look(part)
                    .map(found ->
                            new Portrait(
                                    found.face().stream()
                                            .map(at -> new Place(from + at.x() * width, at.y()))
                                            .toList(),
                                    found.score()));
        }
    }

    private Optional<Portrait> look(Mat document) {
        return detector.all(document).stream()
                .max(Comparator.comparingDouble(face -> face.width() * face.score()))
                .map(face -> placed(face, document.cols(), document.rows()))
                .filter(found -> found.face().get(1).x() - found.face().get(0).x() > LEAST_WIDTH);
    }

    private static Portrait placed(FaceBox face, int width, int height) {
        double left = share(face.x(), width);
        double right = share(face.x() + face.width(), width);
        double top = share(face.y(), height);
        double bottom = share(face.y() + face.height(), height);
        return new Portrait(
                List.of(
                        new Place(left, top),
                        new Place(right, top),
                        new Place(right, bottom),
                        new Place(left, bottom)),
                face.score());
    }

    private static double share(double pixels, double whole) {
        return Math.clamp(pixels / whole, 0, 1);
    }

    @Override
    public void close() {
        detector.close();
    }
}
