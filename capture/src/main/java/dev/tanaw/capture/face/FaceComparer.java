package dev.tanaw.capture.face;

import dev.tanaw.capture.locate.Point;
import dev.tanaw.capture.read.network.Network;
import dev.tanaw.capture.read.network.NetworkDamaged;
import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/// Tells how alike two faces are: dlib's ResNet on the face put upright by its eyes and nose, where
/// dlib's own training put them. An aid for whoever looks at both: it never decides. One picture at
/// a time: callers wait for each other.
public final class FaceComparer implements AutoCloseable {
    private static final String MODEL = "dev/tanaw/capture/face/face_compare.onnx";

    /// Width and height of what the network sees.
    private static final int INPUT = 150;

    /// Room about the face, in widths of it (dlib's default when it trained).
    private static final double PADDING = 0.25;

    /// Below this the mesh says itself that what it was given is no face.
    private static final double MESH = 0.5;

    /// Outer and inner corner of the left eye, of the right eye, base of the nose: in MediaPipe's
    /// numbering, and where dlib's average face has them, as shares of its box.
    private static final int[] NUMBERS = {263, 362, 33, 133, 2};

    private static final double[][] AVERAGE = {
        {0.8595674595992, 0.2134981538014},
        {0.6460604764104, 0.2289674387677},
        {0.1205750620789, 0.2137274526848},
        {0.3340850613712, 0.2290642403242},
        {0.4901123135679, 0.6277975316475}
    };

    private final FaceDetector detector;
    private final FaceMesh mesh;
    private final Network network;
    private final Mat cut = new Mat();
    private final Mat transform = new Mat(2, 3, opencv_core.CV_32F);

    private FaceComparer(FaceDetector detector, FaceMesh mesh, Network network) {
        this.detector = detector;
        this.mesh = mesh;
        this.network = network;
    }

    public static FaceComparer load() throws NetworkDamaged {
        return new FaceComparer(FaceDetector.load(), FaceMesh.load(), Network.open(MODEL));
    }

    /// Of the largest face on the picture; empty where none is seen.
    ///
    /// @param bgr 8UC3, upright
    public synchronized Optional<FaceTemplate> template(Mat bgr) {
        return detector.faces(bgr).stream()
                .findFirst()
                .map(face -> mesh.find(bgr, face))
                .filter(points -> points.score() >= MESH)
                .map(points -> template(bgr, points));
    }

    private FaceTemplate template(Mat bgr, Landmarks face) {
        place(face);
        try (Size size = new Size(INPUT, INPUT);
                Scalar black = Scalar.all(0)) {
            opencv_imgproc.warpAffine(
                    bgr,
                    cut,
                    transform,
                    size,
                    opencv_imgproc.INTER_LINEAR,
                    opencv_core.BORDER_CONSTANT,
                    black);
        }
        return new FaceTemplate(network.run(planes(), 1, 3, INPUT, INPUT));
    }

    /// The turn, scale and shift that bring the five points nearest to dlib's, by least squares.
    private void place(Landmarks face) {
        double[] from = new double[2];
        double[] to = new double[2];
        for (int i = 0; i < NUMBERS.length; i++) {
            Point point = face.point(NUMBERS[i]);
            from[0] += point.x() / NUMBERS.length;
            from[1] += point.y() / NUMBERS.length;
            to[0] += target(i, 0) / NUMBERS.length;
            to[1] += target(i, 1) / NUMBERS.length;
        }
        double along = 0;
        double across = 0;
        double spread = 0;
        for (int i = 0; i < NUMBERS.length; i++) {
            Point point = face.point(NUMBERS[i]);
            double x = point.x() - from[0];
            double y = point.y() - from[1];
            double u = target(i, 0) - to[0];
            double v = target(i, 1) - to[1];
            along += x * u + y * v;
            across += x * v - y * u;
            spread += x * x + y * y;
        }
        double a = along / spread;
        double b = across / spread;
        try (FloatPointer values = new FloatPointer(transform.data())) {
            values.put(0, (float) a);
            values.put(1, (float) -b);
            values.put(2, (float) (to[0] - a * from[0] + b * from[1]));
            values.put(3, (float) b);
            values.put(4, (float) a);
            values.put(5, (float) (to[1] - b * from[0] - a * from[1]));
        }
    }

    private static double target(int point, int axis) {
        return (PADDING + AVERAGE[point][axis]) / (2 * PADDING + 1) * INPUT;
    }

    /// Red, green and blue one behind the other.
    private float[] planes() {
        int plane = INPUT * INPUT;
        float[] planes = new float[3 * plane];
        try (UByteIndexer pixels = cut.createIndexer()) {
            for (int y = 0; y < INPUT; y++) {
                for (int x = 0; x < INPUT; x++) {
                    for (int channel = 0; channel < 3; channel++) {
                        planes[(2 - channel) * plane + y * INPUT + x] = pixels.get(y, x, channel);
                    }
                }
            }
        }
        return planes;
    }

    @Override
    public void close() {
        detector.close();
        mesh.close();
        network.close();
        cut.close();
        transform.close();
    }
}
