package dev.tanaw.capture.camera.replay;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Map;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/// A transparent sheet to put things together on, in millimetres, at 300 dpi: nothing is shown to
/// the replay camera at more.
final class Sheet {
    private static final double DOTS_PER_MM = 300 / 25.4;

    private final BufferedImage image;
    private final Graphics2D pen;

    Sheet(double widthMm, double heightMm) {
        image =
                new BufferedImage(
                        (int) Math.round(widthMm * DOTS_PER_MM),
                        (int) Math.round(heightMm * DOTS_PER_MM),
                        BufferedImage.TYPE_INT_ARGB_PRE);
        pen = image.createGraphics();
        pen.setRenderingHints(
                Map.of(
                        RenderingHints.KEY_ANTIALIASING,
                        RenderingHints.VALUE_ANTIALIAS_ON,
                        RenderingHints.KEY_INTERPOLATION,
                        RenderingHints.VALUE_INTERPOLATION_BICUBIC));
        pen.scale(DOTS_PER_MM, DOTS_PER_MM);
    }

    Graphics2D pen() {
        return pen;
    }

    /// 8UC4, colours multiplied by the cover. Ends the drawing.
    Mat picture() {
        pen.dispose();
        Mat picture = new Mat(image.getHeight(), image.getWidth(), opencv_core.CV_8UC4);
        // An ARGB int is blue, green, red, cover in memory.
        try (IntPointer pixels = new IntPointer(picture.data())) {
            pixels.put(((DataBufferInt) image.getRaster().getDataBuffer()).getData());
        }
        return picture;
    }
}
