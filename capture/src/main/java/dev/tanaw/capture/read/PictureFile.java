package dev.tanaw.capture.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Scalar;

/// A picture from a file, whatever its depth, colours and turn: JPEG (EXIF turn applied, CMYK
/// converted), PNG (1 to 16 bits; what is transparent becomes white), TIFF, BMP, WebP.
public final class PictureFile {
    /// Beyond it a file is refused before it is unpacked.
    public static final long MOST_PIXELS = 120_000_000;

    private static final long MOST_BYTES = 256L << 20;

    private PictureFile() {}

    /// @return 8UC3 in the order BGR; the caller closes it
    /// @throws IOException saying in words for people what is wrong with the file
    public static Mat open(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "there is no such file");
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IOException("not a file that can be read");
        }
        if (Files.size(file) == 0) {
            throw new IOException("the file is empty");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("larger than %d MB".formatted(MOST_BYTES >> 20));
        }
        refuseGiants(file);
        boolean png = file.toString().toLowerCase(Locale.ROOT).endsWith(".png");
        byte[] bytes = Files.readAllBytes(file);
        // Held here: a Mat does not keep the memory it was given.
        try (BytePointer memory = new BytePointer(bytes);
                Mat packed = new Mat(1, bytes.length, opencv_core.CV_8UC1, memory)) {
            // OpenCV turns by EXIF and converts colours only where it is not asked for everything.
            Mat picture =
                    opencv_imgcodecs.imdecode(
                            packed,
                            png
                                    ? opencv_imgcodecs.IMREAD_UNCHANGED
                                    : opencv_imgcodecs.IMREAD_COLOR);
            if (picture.empty()) {
                picture.close();
                throw new IOException("damaged, or not a picture");
            }
            return bgr(picture);
        } catch (RuntimeException e) {
            throw new IOException("damaged, or not a picture", e);
        }
    }

    /// The size stands in the first bytes; a small file may unpack to gigabytes.
    private static void refuseGiants(Path file) throws IOException {
        try (ImageInputStream head = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(head);
            if (!readers.hasNext()) {
                return;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(head, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST_PIXELS) {
                    throw new IOException(
                            "%d million pixels, more than %d"
                                    .formatted(pixels / 1_000_000, MOST_PIXELS / 1_000_000));
                }
            } finally {
                reader.dispose();
            }
        }
    }

    private static Mat bgr(Mat picture) {
        if (picture.depth() == opencv_core.CV_16U) {
            picture.convertTo(picture, opencv_core.CV_8U, 1 / 256.0, 0);
        }
        switch (picture.channels()) {
            case 1 -> opencv_imgproc.cvtColor(picture, picture, opencv_imgproc.COLOR_GRAY2BGR);
            case 4 -> onWhite(picture);
            default -> {}
        }
        return picture;
    }

    private static void onWhite(Mat picture) {
        try (MatVector planes = new MatVector();
                Mat colours = new Mat();
                Mat clear = new Mat();
                Mat white =
                        new Mat(
                                picture.rows(),
                                picture.cols(),
                                opencv_core.CV_8UC3,
                                Scalar.WHITE)) {
            opencv_core.split(picture, planes);
            opencv_imgproc.cvtColor(picture, colours, opencv_imgproc.COLOR_BGRA2BGR);
            opencv_imgproc.cvtColor(planes.get(3), clear, opencv_imgproc.COLOR_GRAY2BGR);
            opencv_core.multiply(colours, clear, colours, 1 / 255.0, -1);
            opencv_core.subtract(white, clear, white);
            opencv_core.add(colours, white, picture);
        }
    }
}
