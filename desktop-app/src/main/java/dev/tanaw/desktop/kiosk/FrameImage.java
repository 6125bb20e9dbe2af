package dev.tanaw.desktop.kiosk;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC2;
import static org.bytedeco.opencv.global.opencv_core.CV_32S;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.fillConvexPoly;
import static org.bytedeco.opencv.global.opencv_imgproc.getPerspectiveTransform;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.warpPerspective;

import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.event.Field.Place;
import dev.tanaw.capture.session.KeptPicture;
import java.nio.ByteBuffer;
import java.util.List;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/// A JavaFX image of exactly the pixels that are shown, written to by OpenCV: JavaFX's software
/// renderer takes twice the time when it scales by itself. JavaFX thread only.
final class FrameImage implements AutoCloseable {
    private final PixelBuffer<ByteBuffer> buffer;
    private final BytePointer memory;
    private final Mat target;
    private final Mat scaled = new Mat();
    private final WritableImage image;

    FrameImage(int width, int height) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(width * height * 4);
        memory = new BytePointer(bytes);
        target = new Mat(height, width, CV_8UC4, memory);
        buffer = new PixelBuffer<>(width, height, bytes, PixelFormat.getByteBgraPreInstance());
        image = new WritableImage(buffer);
    }

    boolean fits(int width, int height) {
        return target.cols() == width && target.rows() == height;
    }

    WritableImage image() {
        return image;
    }

    /// The caller keeps its share.
    ///
    /// @param mirrored as people expect it of their own face
    void draw(Frame frame, boolean mirrored) {
        boolean smaller = frame.width() > target.cols();
        try (Size size = new Size(target.cols(), target.rows())) {
            resize(frame.pixels(), scaled, size, 0, 0, smaller ? INTER_AREA : INTER_LINEAR);
        }
        if (mirrored) {
            flip(scaled, scaled, 1);
        }
        cvtColor(scaled, target, COLOR_BGR2BGRA);
        buffer.updateBuffer(_ -> null);
    }

    /// The picture as it is seen when the document's corners lie elsewhere.
    ///
    /// @param to where they lie, as shares of the picture
    /// @param light how bright all but the document is, 0 to 1
    void draw(KeptPicture kept, List<Place> to, double light) {
        Mat pixels = kept.frame().pixels();
        try (Mat from = points(kept.outline(), pixels.cols(), pixels.rows());
                Mat there = points(to, target.cols(), target.rows());
                Mat outline = new Mat();
                Mat transform = getPerspectiveTransform(from, there);
                Mat mask = new Mat(target.size(), CV_8UC1, new Scalar(255));
                Mat shade = new Mat();
                Size size = new Size(target.cols(), target.rows())) {
            warpPerspective(pixels, scaled, transform, size);
            there.convertTo(outline, CV_32S);
            fillConvexPoly(mask, outline, new Scalar(0));
            scaled.convertTo(shade, -1, light, 0);
            shade.copyTo(scaled, mask);
        }
        cvtColor(scaled, target, COLOR_BGR2BGRA);
        buffer.updateBuffer(_ -> null);
    }

    private static Mat points(List<Place> places, int width, int height) {
        Mat mat = new Mat(4, 1, CV_32FC2);
        try (FloatIndexer indexer = mat.createIndexer()) {
            for (int i = 0; i < 4; i++) {
                indexer.put(i, 0, 0, (float) (places.get(i).x() * width));
                indexer.put(i, 0, 1, (float) (places.get(i).y() * height));
            }
        }
        return mat;
    }

    @Override
    public void close() {
        target.close();
        scaled.close();
        memory.close();
    }
}
