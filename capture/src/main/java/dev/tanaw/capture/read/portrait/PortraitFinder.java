package dev.tanaw.capture.read.portrait;

import dev.tanaw.capture.event.Field.Place;
import dev.tanaw.capture.read.network.NetworkDamaged;
import dev.tanaw.capture.read.network.ShippedFile;
import java.nio.FloatBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_core.StringVector;
import org.bytedeco.opencv.opencv_dnn.Net;

/// Finds the largest face on a document with MediaPipe's full-range detector; a pale second one,
/// which many documents carry, is smaller. One picture at a time: callers wait for each other.
public final class PortraitFinder implements AutoCloseable {
    private static final String MODEL =
            "dev/tanaw/capture/read/portrait/face_detection_full_range.tflite";

    /// Width and height of what the network sees.
    private static final int INPUT = 192;

    /// Cells across and down; each tells of one face.
    private static final int CELLS = 48;

    /// Numbers for each cell: centre and size of the face, then six points on it.
    private static final int NUMBERS = 16;

    private static final double FACE = 0.6;

    /// Least width of a face, as a share of the document's: smaller ones are ornaments.
    private static final double LEAST_WIDTH = 0.06;

    private final Net net;
    private final StringVector outputs;

    private PortraitFinder(Net net) {
        this.net = net;
        this.outputs = net.getUnconnectedOutLayersNames();
    }

    public static PortraitFinder load() throws NetworkDamaged {
        byte[] model = ShippedFile.read(MODEL, ShippedFile.hash(MODEL + ".sha256"));
        try (BytePointer memory = new BytePointer(model)) {
            return new PortraitFinder(opencv_dnn.readNetFromTFLite(memory, model.length));
        }
    }

    /// @param document 8UC3, upright
    public synchronized Optional<Portrait> find(Mat document) {
        double scale = (double) INPUT / Math.max(document.cols(), document.rows());
        int width = (int) Math.round(document.cols() * scale);
        int height = (int) Math.round(document.rows() * scale);
        try (Mat square = new Mat(INPUT, INPUT, opencv_core.CV_8UC3, Scalar.all(0));
                Rect middle = new Rect((INPUT - width) / 2, (INPUT - height) / 2, width, height);
                Mat inside = new Mat(square, middle);
                Size size = new Size(width, height);
                Size input = new Size(INPUT, INPUT);
                Scalar grey = Scalar.all(127.5);
                MatVector results = new MatVector()) {
            opencv_imgproc.resize(document, inside, size, 0, 0, opencv_imgproc.INTER_AREA);
            try (Mat blob =
                    opencv_dnn.blobFromImage(
                            square, 1 / 127.5, input, grey, true, false, opencv_core.CV_32F)) {
                net.setInput(blob);
                net.forward(results, outputs);
            }
            return largest(values(results, NUMBERS), values(results, 1))
                    .map(face -> placed(face, middle))
                    .filter(found ->
                            found.face().get(1).x() - found.face().get(0).x() > LEAST_WIDTH);
        }
    }

    private static float[] values(MatVector results, int numbers) {
        for (long i = 0; i < results.size(); i++) {
            FloatBuffer buffer = results.get(i).createBuffer();
            if (buffer.remaining() == CELLS * CELLS * numbers) {
                float[] values = new float[buffer.remaining()];
                buffer.get(values);
                return values;
            }
        }
        throw new IllegalStateException("the face detector answers in another shape");
    }

    /// In pixels of the input.
    private record Face(double x, double y, double width, double height, double score) {}

    private static Optional<Face> largest(float[] numbers, float[] scores) {
        return IntStream.range(0, scores.length)
                .filter(i -> probability(scores[i]) >= FACE)
                .mapToObj(i ->
                        new Face(
                                numbers[i * NUMBERS] + (i % CELLS + 0.5) * INPUT / CELLS,
                                numbers[i * NUMBERS + 1]
                                        + (Math.floorDiv(i, CELLS) + 0.5) * INPUT / CELLS,
                                numbers[i * NUMBERS + 2],
                                numbers[i * NUMBERS + 3],
                                probability(scores[i])))
                .max(Comparator.comparingDouble(face -> face.width() * face.score()));
    }

    private static double probability(float logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    private static Portrait placed(Face face, Rect middle) {
        double left = share(face.x() - face.width() / 2 - middle.x(), middle.width());
        double right = share(face.x() + face.width() / 2 - middle.x(), middle.width());
        double top = share(face.y() - face.height() / 2 - middle.y(), middle.height());
        double bottom = share(face.y() + face.height() / 2 - middle.y(), middle.height());
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
        outputs.close();
        net.close();
    }
}
