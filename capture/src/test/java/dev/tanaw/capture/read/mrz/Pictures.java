package dev.tanaw.capture.read.mrz;

import dev.tanaw.capture.specimen.Specimen;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import javax.imageio.ImageIO;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/// Pictures that the reader's tests are made with.
final class Pictures {
    private Pictures() {}

    /// A specimen as a grey picture of that width.
    static Mat of(Specimen specimen, int width) {
        try (Mat large = grey(specimen.picture());
                Size size =
                        new Size(width, (int) (width * specimen.heightMm() / specimen.widthMm()))) {
            Mat picture = new Mat();
            opencv_imgproc.resize(large, picture, size, 0, 0, opencv_imgproc.INTER_AREA);
            return picture;
        }
    }

    static Mat grey(BufferedImage image) {
        BufferedImage grey =
                new BufferedImage(
                        image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = grey.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        Mat mat = new Mat(grey.getHeight(), grey.getWidth(), opencv_core.CV_8U);
        mat.data().put(((DataBufferByte) grey.getRaster().getDataBuffer()).getData());
        return mat;
    }

    static Mat face() throws IOException {
        try (InputStream in = Specimen.class.getResourceAsStream("portrait.jpg")) {
            return grey(ImageIO.read(in));
        }
    }

    static Mat blank() {
        return new Mat(800, 1200, opencv_core.CV_8U, Scalar.all(230));
    }

    static Mat noise(long seed) {
        byte[] pixels = new byte[800 * 1200];
        new Random(seed).nextBytes(pixels);
        Mat mat = new Mat(800, 1200, opencv_core.CV_8U);
        mat.data().put(pixels);
        return mat;
    }

    /// Hills before a sky, with fences: long rows of dark strokes that say nothing.
    static Mat landscape(long seed) {
        Random random = new Random(seed);
        byte[] pixels = new byte[800 * 1200];
        double[] phase = random.doubles(6, 0, 6).toArray();
        for (int y = 0; y < 800; y++) {
            for (int x = 0; x < 1200; x++) {
                double hill =
                        400
                                + 80 * Math.sin(x / 170.0 + phase[0])
                                + 30 * Math.sin(x / 61.0 + phase[1]);
                double level = y < hill ? 220 - y / 8.0 : 120 + 30 * Math.sin(x / 9.0 + y / 7.0);
                boolean fence = y > 600 && y % 60 < 22 && x % 21 < 5;
                pixels[y * 1200 + x] =
                        (byte) Math.clamp(fence ? 40 : level + random.nextGaussian(0, 6), 0, 255);
            }
        }
        Mat mat = new Mat(800, 1200, opencv_core.CV_8U);
        mat.data().put(pixels);
        return mat;
    }

    static Mat turned(Mat picture, int quarters) {
        Mat turned = new Mat();
        opencv_core.rotate(picture, turned, quarters - 1);
        return turned;
    }

    /// Turned by any angle on a grey table.
    static Mat askew(Mat picture, double degrees) {
        Mat result = new Mat();
        try (Mat matrix =
                        opencv_imgproc.getRotationMatrix2D(
                                new org.bytedeco.opencv.opencv_core.Point2f(
                                        picture.cols() / 2f, picture.rows() / 2f),
                                degrees,
                                0.75);
                Size size = picture.size();
                Scalar table = Scalar.all(110)) {
            opencv_imgproc.warpAffine(
                    picture,
                    result,
                    matrix,
                    size,
                    opencv_imgproc.INTER_AREA,
                    opencv_core.BORDER_CONSTANT,
                    table);
        }
        return result;
    }

    static Mat blurred(Mat picture, double sigma) {
        Mat result = new Mat();
        try (Size any = new Size(0, 0)) {
            opencv_imgproc.GaussianBlur(picture, result, any, sigma);
        }
        return result;
    }
}
