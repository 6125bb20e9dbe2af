package dev.tanaw.desktop.kiosk;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import dev.tanaw.capture.camera.Frame;
import java.nio.ByteBuffer;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
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

    @Override
    public void close() {
        target.close();
        scaled.close();
        memory.close();
    }
}
