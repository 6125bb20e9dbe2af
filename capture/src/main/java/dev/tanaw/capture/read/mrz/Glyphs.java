package dev.tanaw.capture.read.mrz;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.GlyphVector;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/// The characters of OCR-B as a camera sees them: dark on light, a little soft, each in a cell of
/// one pitch. In the order of [Alphabet#ALL].
final class Glyphs {
    /// Height of a capital in pixels.
    static final double CAPITAL = Strip.CAPITAL;

    static final int WIDTH = 20;
    static final int HEIGHT = 26;

    /// Softness of lens and sensor, in pixels: a starting value, not fitted to a camera.
    private static final double SOFT = 0.8;

    private Glyphs() {}

    static List<Mat> draw() throws ReaderDamaged {
        Font unit = font();
        BufferedImage sheet = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        Rectangle2D capital =
                unit.createGlyphVector(graphics.getFontRenderContext(), "H").getVisualBounds();
        Font font = unit.deriveFont((float) (100 * CAPITAL / capital.getHeight()));
        List<Mat> glyphs = new ArrayList<>();
        for (int i = 0; i < Alphabet.ALL.length(); i++) {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, WIDTH, HEIGHT);
            graphics.setColor(Color.BLACK);
            GlyphVector glyph =
                    font.createGlyphVector(
                            graphics.getFontRenderContext(), Alphabet.ALL.substring(i, i + 1));
            double advance = glyph.getLogicalBounds().getWidth();
            graphics.fill(
                    glyph.getOutline(
                            (float) ((WIDTH - advance) / 2), (float) ((HEIGHT + CAPITAL) / 2)));
            glyphs.add(soft(sheet));
        }
        graphics.dispose();
        return glyphs;
    }

    private static Mat soft(BufferedImage sheet) {
        Mat glyph = new Mat(HEIGHT, WIDTH, opencv_core.CV_8U);
        glyph.data().put(((DataBufferByte) sheet.getRaster().getDataBuffer()).getData());
        try (Size any = new Size(0, 0)) {
            opencv_imgproc.GaussianBlur(glyph, glyph, any, SOFT);
        }
        return glyph;
    }

    private static Font font() throws ReaderDamaged {
        try (InputStream in = Glyphs.class.getResourceAsStream("OCRB.otf")) {
            if (in == null) {
                throw new ReaderDamaged("OCRB.otf is missing from the program");
            }
            return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(100f);
        } catch (IOException | FontFormatException e) {
            throw new ReaderDamaged("OCRB.otf is damaged", e);
        }
    }
}
