package dev.tanaw.capture.camera.webcam;

import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/// What the webcam library delivers: red, green, blue, rows top to bottom, each row perhaps padded.
final class RgbPicture {
    private RgbPicture() {}

    /// Writes it into `bgr` as 8UC3.
    ///
    /// @param rgb a direct buffer; all of it is the picture
    static void convert(ByteBuffer rgb, int width, int height, Mat bgr) {
        int rowBytes = rgb.capacity() / height;
        if (!rgb.isDirect() || rowBytes < 3 * width) {
            throw new IllegalArgumentException(
                    "%d bytes for %d x %d pixels".formatted(rgb.capacity(), width, height));
        }
        try (BytePointer bytes = new BytePointer(rgb.duplicate().clear());
                Mat picture = new Mat(height, width, opencv_core.CV_8UC3, bytes, rowBytes)) {
            opencv_imgproc.cvtColor(picture, bgr, opencv_imgproc.COLOR_RGB2BGR);
        }
    }
}
