package dev.tanaw.capture.read;

import dev.tanaw.capture.locate.DocumentShape;
import dev.tanaw.capture.locate.Point;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.locate.Rectifier;
import dev.tanaw.capture.read.mrz.Mrz;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;

/// The document seen straight on.
///
/// @param quad its corners on the picture, lying; empty when no outline is known
/// @param document empty without outline
record Straightened(Optional<Quad> quad, Mat document) implements AutoCloseable {
    /// Longer side of the document seen straight on, in pixels: the camera's resolution, not more,
    /// but enough for a bar code's modules.
    private static final int LEAST_LENGTH = 1_000;

    private static final int MOST_LENGTH = 1_600;

    /// Proportions between which a whole picture may be the scan of one side of a document.
    private static final double LEAST_ASPECT = 1.3;

    private static final double MOST_ASPECT = 1.7;

    static Straightened of(Mat picture, Optional<Quad> outline) {
        Optional<Quad> lying = outline.map(Straightened::lying);
        Mat document = new Mat();
        lying.ifPresent(quad -> straighten(picture, quad, document));
        return new Straightened(lying, document);
    }

    /// A picture that has no outline because it ends where the document ends, as scans do.
    static Straightened scan(Mat picture) {
        double aspect = (double) picture.cols() / picture.rows();
        Mat document = new Mat();
        if (Math.max(aspect, 1 / aspect) > LEAST_ASPECT
                && Math.max(aspect, 1 / aspect) < MOST_ASPECT) {
            Quad whole =
                    new Quad(
                            new Point(0, 0),
                            new Point(picture.cols(), 0),
                            new Point(picture.cols(), picture.rows()),
                            new Point(0, picture.rows()));
            straighten(picture, lying(whole), document);
        }
        return new Straightened(Optional.empty(), document);
    }

    private static void straighten(Mat picture, Quad quad, Mat document) {
        DocumentShape shape = DocumentShape.nearest(quad);
        int width = (int) Math.clamp(quad.width() * 1.25, LEAST_LENGTH, MOST_LENGTH);
        try (Rectifier rectifier = new Rectifier()) {
            rectifier.rectify(
                    picture, quad, width, (int) Math.round(width / shape.aspect()), document);
        }
    }

    /// The longer sides above and below: documents are wider than high.
    private static Quad lying(Quad quad) {
        return quad.height() > quad.width() ? quad.turnedQuarter() : quad;
    }

    /// No outline can tell a document from the same upside down; its lines can.
    static boolean upsideDown(Mrz read) {
        return read.lines()
                .getFirst()
                .place()
                .filter(place -> place.topRight().x() < place.topLeft().x())
                .isPresent();
    }

    @Override
    public void close() {
        document.close();
    }
}
