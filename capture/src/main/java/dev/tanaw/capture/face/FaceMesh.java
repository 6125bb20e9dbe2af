package dev.tanaw.capture.face;

import dev.tanaw.capture.read.network.NetworkDamaged;
import dev.tanaw.capture.read.network.ShippedFile;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_core.StringVector;
import org.bytedeco.opencv.opencv_dnn.Net;

/// MediaPipe's face mesh: 468 points on a face that was detected. One thread.
public final class FaceMesh implements AutoCloseable {
    private static final String MODEL = "dev/tanaw/capture/face/face_landmark.tflite";

    /// Width and height of what the network sees: the face upright, with some room about it.
    private static final int INPUT = 192;

    /// MediaPipe's own: the square about the detected face is so much larger.
    private static final double ROOM = 1.5;

    private final Net net;
    private final StringVector outputs;
    private final Mat cut = new Mat();
    private final Mat transform = new Mat(2, 3, opencv_core.CV_32F);

    private FaceMesh(Net net) {
        this.net = net;
        this.outputs = net.getUnconnectedOutLayersNames();
    }

    public static FaceMesh load() throws NetworkDamaged {
        byte[] model = ShippedFile.read(MODEL, ShippedFile.hash(MODEL + ".sha256"));
        try (BytePointer memory = new BytePointer(model)) {
            return new FaceMesh(opencv_dnn.readNetFromTFLite(memory, model.length));
        }
    }

    /// @param bgr 8UC3
    public Landmarks find(Mat bgr, FaceBox face) {
        double angle =
                Math.atan2(face.left().y() - face.right().y(), face.left().x() - face.right().x());
        double side = Math.max(face.width(), face.height()) * ROOM;
        Square square =
                new Square(
                        face.x() + face.width() / 2,
                        face.y() + face.height() / 2,
                        side / INPUT,
                        Math.cos(angle),
                        Math.sin(angle));
        square.into(transform);
        try (Size size = new Size(INPUT, INPUT);
                Scalar black = Scalar.all(0);
                MatVector results = new MatVector()) {
            opencv_imgproc.warpAffine(
                    bgr,
                    cut,
                    transform,
                    size,
                    opencv_imgproc.INTER_LINEAR | opencv_imgproc.WARP_INVERSE_MAP,
                    opencv_core.BORDER_CONSTANT,
                    black);
            try (Mat blob =
                    opencv_dnn.blobFromImage(
                            cut, 1 / 255.0, size, black, true, false, opencv_core.CV_32F)) {
                net.setInput(blob);
                net.forward(results, outputs);
            }
            return placed(results, square);
        }
    }

    /// The network's square on the picture.
    ///
    /// @param scale pixels of the picture for one of the square
    private record Square(double x, double y, double scale, double cos, double sin) {
        /// The affine map from the square to the picture.
        void into(Mat map) {
            double half = INPUT / 2.0;
            try (FloatPointer values = new FloatPointer(map.data())) {
                values.put(0, (float) (scale * cos));
                values.put(1, (float) (-scale * sin));
                values.put(2, (float) (x - scale * (cos - sin) * half));
                values.put(3, (float) (scale * sin));
                values.put(4, (float) (scale * cos));
                values.put(5, (float) (y - scale * (sin + cos) * half));
            }
        }

        void place(float[] points, int at) {
            double across = points[at] - INPUT / 2.0;
            double down = points[at + 1] - INPUT / 2.0;
            points[at] = (float) (x + scale * (cos * across - sin * down));
            points[at + 1] = (float) (y + scale * (sin * across + cos * down));
            points[at + 2] = (float) (scale * points[at + 2]);
        }
    }

    private static Landmarks placed(MatVector results, Square square) {
        float[] points = new float[0];
        double score = Double.NaN;
        for (long i = 0; i < results.size(); i++) {
            FloatBuffer buffer = results.get(i).createBuffer();
            if (buffer.remaining() == Landmarks.COUNT * 3) {
                points = new float[buffer.remaining()];
                buffer.get(points);
            } else if (buffer.remaining() == 1) {
                score = 1 / (1 + Math.exp(-buffer.get(0)));
            }
        }
        for (int i = 0; i < points.length; i += 3) {
            square.place(points, i);
        }
        return new Landmarks(points, score);
    }

    @Override
    public void close() {
        outputs.close();
        net.close();
        cut.close();
        transform.close();
    }
}
