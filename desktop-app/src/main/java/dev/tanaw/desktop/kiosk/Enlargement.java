package dev.tanaw.desktop.kiosk;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.getPerspectiveTransform;
import static org.bytedeco.opencv.global.opencv_imgproc.warpPerspective;

import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Field.Place;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/// The few characters of a value, cut out of the camera's picture, straightened and enlarged: a
/// wrong check digit is settled by looking at them.
final class Enlargement {
    /// Height of the strip in pixels; a character of a zone is some 20 on the camera's picture.
    private static final int HEIGHT = 160;

    /// What is seen around the value, as a share of its height.
    private static final double ROUND = 0.45;

    private static final int WIDEST = 2400;

    private Enlargement() {}

    /// @param outline the document's corners on the frame, as shares of it
    static Optional<Image> of(Frame frame, List<Place> outline, Field field) {
        List<Place> box = field.box();
        if (outline.size() != 4 || box.size() != 4) {
            return Optional.empty();
        }
        double left = box.stream().mapToDouble(Place::x).min().orElse(0);
        double right = box.stream().mapToDouble(Place::x).max().orElse(1);
        double top = box.stream().mapToDouble(Place::y).min().orElse(0);
        double bottom = box.stream().mapToDouble(Place::y).max().orElse(1);
        double round = (bottom - top) * ROUND;
        double cell = (right - left) / Math.max(1, field.value().length());
        // The check digit stands right behind the value.
        double end = checked(field) ? right + 1.3 * cell : right;
        Place from = new Place(Math.max(0, left - cell / 2), Math.max(0, top - round));
        Place to = new Place(Math.min(1, end + cell / 2), Math.min(1, bottom + round));
        return to.x() > from.x() && to.y() > from.y()
                ? Optional.of(cut(frame, outline, from, to))
                : Optional.empty();
    }

    private static boolean checked(Field field) {
        return field.checks().stream().anyMatch(check -> check.startsWith("mrz_check_digit"));
    }

    private static Image cut(Frame frame, List<Place> outline, Place from, Place to) {
        Place[] corners = {from, new Place(to.x(), from.y()), to, new Place(from.x(), to.y())};
        float[] source = new float[8];
        for (int i = 0; i < 4; i++) {
            Place seen = Places.on(outline, corners[i]);
            source[2 * i] = (float) (seen.x() * frame.width());
            source[2 * i + 1] = (float) (seen.y() * frame.height());
        }
        double shape =
                Math.hypot(source[2] - source[0], source[3] - source[1])
                        / Math.max(1, Math.hypot(source[6] - source[0], source[7] - source[1]));
        int width = (int) Math.clamp(HEIGHT * shape, HEIGHT, WIDEST);
        float[] target = {0, 0, width, 0, width, HEIGHT, 0, HEIGHT};
        try (Mat a = points(source);
                Mat b = points(target);
                Mat transform = getPerspectiveTransform(a, b);
                Mat strip = new Mat();
                Mat bgra = new Mat();
                Size size = new Size(width, HEIGHT)) {
            warpPerspective(frame.pixels(), strip, transform, size);
            cvtColor(strip, bgra, COLOR_BGR2BGRA);
            ByteBuffer bytes = bgra.createBuffer();
            WritableImage image = new WritableImage(width, HEIGHT);
            image.getPixelWriter()
                    .setPixels(
                            0,
                            0,
                            width,
                            HEIGHT,
                            PixelFormat.getByteBgraInstance(),
                            bytes,
                            width * 4);
            return image;
        }
    }

    private static Mat points(float[] xy) {
        Mat mat = new Mat(4, 2, CV_32F);
        try (FloatIndexer indexer = mat.createIndexer()) {
            for (int i = 0; i < 4; i++) {
                indexer.put(i, 0, xy[2 * i]);
                indexer.put(i, 1, xy[2 * i + 1]);
            }
        }
        return mat;
    }
}
