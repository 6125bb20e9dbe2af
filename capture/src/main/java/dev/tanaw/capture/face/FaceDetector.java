package dev.tanaw.capture.face;

import dev.tanaw.capture.locate.Point;
import dev.tanaw.capture.read.network.NetworkDamaged;
import dev.tanaw.capture.read.network.ShippedFile;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

/// MediaPipe's full-range face detector. One picture at a time: callers wait for each other.
public final class FaceDetector implements AutoCloseable {
    private static final String MODEL = "dev/tanaw/capture/face/face_detection_full_range.tflite";

    /// Width and height of what the network sees.
    private static final int INPUT = 192;

    /// Cells across and down; each tells of one face.
    private static final int CELLS = 48;

    /// Numbers for each cell: centre and size of the face, then six points on it, the eyes first.
    private static final int NUMBERS = 16;

    private static final double FACE = 0.5;

    /// Boxes that share more than this are of one face (MediaPipe's own value).
    private static final double SAME = 0.3;

    private final Net net;
    private final StringVector outputs;

    private FaceDetector(Net net) {
        this.net = net;
        this.outputs = net.getUnconnectedOutLayersNames();
    }

    public static FaceDetector load() throws NetworkDamaged {
        byte[] model = ShippedFile.read(MODEL, ShippedFile.hash(MODEL + ".sha256"));
        try (BytePointer memory = new BytePointer(model)) {
            return new FaceDetector(opencv_dnn.readNetFromTFLite(memory, model.length));
        }
    }

    /// Every cell that sees a face, many for the same one.
    ///
    /// @param bgr 8UC3, upright
    public synchronized List<FaceBox> all(Mat bgr) {
        double scale = (double) INPUT / Math.max(bgr.cols(), bgr.rows());
        int width = (int) Math.round(bgr.cols() * scale);
        int height = (int) Math.round(bgr.rows() * scale);
        try (Mat square = new Mat(INPUT, INPUT, opencv_core.CV_8UC3, Scalar.all(0));
                Rect middle = new Rect((INPUT - width) / 2, (INPUT - height) / 2, width, height);
                Mat inside = new Mat(square, middle);
                Size size = new Size(width, height);
                Size input = new Size(INPUT, INPUT);
                Scalar grey = Scalar.all(127.5);
                MatVector results = new MatVector()) {
            opencv_imgproc.resize(bgr, inside, size, 0, 0, opencv_imgproc.INTER_AREA);
            try (Mat blob =
                    opencv_dnn.blobFromImage(
                            square, 1 / 127.5, input, grey, true, false, opencv_core.CV_32F)) {
                net.setInput(blob);
                net.forward(results, outputs);
            }
            return boxes(
                    values(results, NUMBERS),
                    values(results, 1),
                    new Inset(middle.x(), middle.y(), bgr.cols() / (double) width));
        }
    }

    /// The faces, the largest first, each once.
    ///
    /// @param bgr 8UC3, upright
    public List<FaceBox> faces(Mat bgr) {
        List<FaceBox> candidates = new ArrayList<>(all(bgr));
        candidates.sort(Comparator.comparingDouble(FaceBox::score).reversed());
        List<FaceBox> faces = new ArrayList<>();
        for (FaceBox candidate : candidates) {
            if (faces.stream().noneMatch(face -> face.iou(candidate) > SAME)) {
                faces.add(candidate);
            }
        }
        faces.sort(Comparator.comparingDouble(FaceBox::area).reversed());
        return faces;
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

    /// Where the picture lies in the network's square, and how much it was reduced.
    private record Inset(int x, int y, double scale) {
        Point place(double squareX, double squareY) {
            return new Point((squareX - x) * scale, (squareY - y) * scale);
        }
    }

    private static List<FaceBox> boxes(float[] numbers, float[] scores, Inset inset) {
        return IntStream.range(0, scores.length)
                .filter(i -> probability(scores[i]) >= FACE)
                .mapToObj(i -> box(numbers, i, probability(scores[i]), inset))
                .toList();
    }

    private static FaceBox box(float[] numbers, int cell, double score, Inset inset) {
        double x = (cell % CELLS + 0.5) * INPUT / CELLS;
        double y = (Math.floorDiv(cell, CELLS) + 0.5) * INPUT / CELLS;
        int at = cell * NUMBERS;
        double width = numbers[at + 2];
        double height = numbers[at + 3];
        Point corner = inset.place(x + numbers[at] - width / 2, y + numbers[at + 1] - height / 2);
        return new FaceBox(
                corner.x(),
                corner.y(),
                width * inset.scale(),
                height * inset.scale(),
                inset.place(x + numbers[at + 4], y + numbers[at + 5]),
                inset.place(x + numbers[at + 6], y + numbers[at + 7]),
                score);
    }

    private static double probability(float logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    @Override
    public void close() {
        outputs.close();
        net.close();
    }
}
