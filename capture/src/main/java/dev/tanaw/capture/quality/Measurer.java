package dev.tanaw.capture.quality;

import dev.tanaw.capture.event.Field.Place;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.locate.DocumentShape;
import dev.tanaw.capture.locate.Located;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.locate.Rectifier;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/// Measures one frame for the gates, on the document seen straight on at a fixed resolution, so
/// that a value means the same near and far. Its buffers are reused: one thread only.
public final class Measurer implements AutoCloseable {
    /// What the gates look at: fine enough for the strokes of OCR-B, coarse enough to be quick.
    private static final int WIDTH = 640;

    private final Rectifier rectifier = new Rectifier();
    private final Mat document = new Mat();
    private final Mat grey = new Mat();
    private final Sharpness sharpness = new Sharpness();
    private final Light light = new Light();
    private final Likeness likeness = new Likeness();

    /// @param located where the document is; the frame holds nothing to judge when empty
    /// @param before the document's corners one frame earlier
    /// @param otherSide fingerprint of the side that was taken already, see [Likeness]
    public Measurement measure(
            Mat bgr, Optional<Located> located, Optional<Quad> before, Optional<Mat> otherSide) {
        if (located.isEmpty()) {
            return new Measurement(Map.of(Gate.LIGHT, brightness(bgr)), List.of());
        }
        Quad quad = located.get().quad();
        DocumentShape shape = DocumentShape.nearest(quad);
        int height = (int) Math.round(WIDTH / shape.aspect());
        rectifier.rectify(bgr, quad, WIDTH, height, document);
        opencv_imgproc.cvtColor(document, grey, opencv_imgproc.COLOR_BGR2GRAY);

        Map<Gate, Double> values = new EnumMap<>(Gate.class);
        values.put(Gate.DOCUMENT, located.get().confidence());
        values.put(Gate.MARGIN, margin(quad, bgr));
        values.put(Gate.CORNERS, located.get().corners());
        values.put(Gate.SIZE, span(quad, bgr));
        values.put(Gate.RESOLUTION, shape.dpi(quad));
        values.put(Gate.TILT, quad.tiltDegrees(bgr.cols(), bgr.rows()));
        values.put(Gate.STABILITY, before.map(quad::iou).orElse(0.0));
        values.put(Gate.FOCUS, sharpness.of(grey));
        values.putAll(light.of(document, grey));
        otherSide.ifPresent(other -> values.put(Gate.OTHER_SIDE, likeness.of(grey, other)));
        return new Measurement(values, outline(quad, bgr));
    }

    /// Mean luma of a whole frame, as a share: tells a dark room from an empty desk. Every
    /// twentieth pixel of every twentieth row is enough for that.
    public static double brightness(Mat bgr) {
        try (Mat few = new Mat();
                Size size = new Size(Math.max(1, bgr.cols() / 20), Math.max(1, bgr.rows() / 20))) {
            opencv_imgproc.resize(bgr, few, size, 0, 0, opencv_imgproc.INTER_NEAREST);
            try (Scalar mean = opencv_core.mean(few)) {
                // Rec. 601: the weights that the eye gives blue, green and red.
                return (0.114 * mean.get(0) + 0.587 * mean.get(1) + 0.299 * mean.get(2)) / 255;
            }
        }
    }

    /// A small picture of the document by which its sides are told apart. The caller closes it.
    public Mat fingerprint(Mat bgr, Quad quad) {
        DocumentShape shape = DocumentShape.nearest(quad);
        try (Mat seen = new Mat();
                Mat seenGrey = new Mat()) {
            rectifier.rectify(bgr, quad, WIDTH, (int) Math.round(WIDTH / shape.aspect()), seen);
            opencv_imgproc.cvtColor(seen, seenGrey, opencv_imgproc.COLOR_BGR2GRAY);
            return Likeness.fingerprint(seenGrey);
        }
    }

    private static double margin(Quad quad, Mat frame) {
        double width = frame.cols();
        double height = frame.rows();
        return quad.corners().stream()
                .mapToDouble(c ->
                        Math.min(
                                Math.min(c.x(), width - c.x()) / width,
                                Math.min(c.y(), height - c.y()) / height))
                .min()
                .orElse(Double.NaN);
    }

    /// The greater of width and height as shares of the frame: a document may lie any way up.
    private static double span(Quad quad, Mat frame) {
        return Math.max(quad.width() / frame.cols(), quad.height() / frame.rows());
    }

    private static List<Place> outline(Quad quad, Mat frame) {
        return quad.corners().stream()
                .map(c -> new Place(c.x() / frame.cols(), c.y() / frame.rows()))
                .toList();
    }

    /// Grey copy of the size at which fingerprints are compared.
    static Mat shrink(Mat grey, int width, int height) {
        Mat small = new Mat();
        try (Size size = new Size(width, height)) {
            opencv_imgproc.resize(grey, small, size, 0, 0, opencv_imgproc.INTER_AREA);
        }
        small.convertTo(small, opencv_core.CV_32F);
        return small;
    }

    @Override
    public void close() {
        rectifier.close();
        document.close();
        grey.close();
        sharpness.close();
        light.close();
        likeness.close();
    }
}
