package dev.tanaw.capture.specimen;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// A sheet to draw a document on, in millimetres, at 600 dpi.
final class Canvas implements AutoCloseable {
    static final double DOTS_PER_MM = 600 / 25.4;

    /// OCR-B size I: ten characters to the inch, 2.4 mm high capitals.
    private static final double OCR_PITCH_MM = 2.54;

    private static final double OCR_CAPITAL_MM = 2.4;

    private static final Font REGULAR = font("Inter-Regular.otf");
    private static final Font BOLD = font("Inter-SemiBold.otf");
    private static final Font OCR_B = font("OCRB.otf");

    private final BufferedImage image;
    private final Graphics2D graphics;
    private final double widthMm;
    private final double heightMm;

    Canvas(double widthMm, double heightMm) {
        this.widthMm = widthMm;
        this.heightMm = heightMm;
        image =
                new BufferedImage(
                        (int) Math.round(widthMm * DOTS_PER_MM),
                        (int) Math.round(heightMm * DOTS_PER_MM),
                        BufferedImage.TYPE_3BYTE_BGR);
        graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(DOTS_PER_MM, DOTS_PER_MM);
    }

    void paper(Color upper, Color lower) {
        graphics.setPaint(new GradientPaint(0, 0, upper, (float) widthMm, (float) heightMm, lower));
        graphics.fill(new Rectangle2D.Double(0, 0, widthMm, heightMm));
    }

    /// Fine interlaced waves, as security printing has them.
    void guilloche(Color colour, double phase) {
        graphics.setStroke(new BasicStroke(0.08f));
        graphics.setColor(colour);
        for (double base = -10; base < heightMm + 10; base += 1.1) {
            Path2D.Double wave = new Path2D.Double();
            for (double x = 0; x <= widthMm; x += 0.5) {
                double y =
                        base
                                + 3.2 * Math.sin(x * 0.11 + phase + base * 0.07)
                                + 1.3 * Math.sin(x * 0.31 - base * 0.21);
                if (x == 0) {
                    wave.moveTo(x, y);
                } else {
                    wave.lineTo(x, y);
                }
            }
            graphics.draw(wave);
        }
    }

    void rosette(double x, double y, double radius, Color colour) {
        graphics.setStroke(new BasicStroke(0.1f));
        graphics.setColor(colour);
        for (int ring = 0; ring < 9; ring++) {
            Path2D.Double petals = new Path2D.Double();
            for (int step = 0; step <= 360; step++) {
                double angle = Math.toRadians(step);
                double r = radius * (0.55 + 0.45 * Math.cos(6 * angle + ring * 0.35));
                double px = x + r * Math.cos(angle);
                double py = y + r * Math.sin(angle);
                if (step == 0) {
                    petals.moveTo(px, py);
                } else {
                    petals.lineTo(px, py);
                }
            }
            graphics.draw(petals);
        }
    }

    void band(double x, double y, double width, double height, Color colour) {
        graphics.setColor(colour);
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    void text(String text, double x, double baseline, double capitalMm, Color colour) {
        text(text, x, baseline, capitalMm, colour, REGULAR);
    }

    void bold(String text, double x, double baseline, double capitalMm, Color colour) {
        text(text, x, baseline, capitalMm, colour, BOLD);
    }

    /// Label above, value below, as on most documents.
    void field(String label, String value, double x, double y) {
        text(label, x, y, 1.15, new Color(70, 82, 110));
        bold(value, x, y + 4.0, 2.05, new Color(24, 26, 32));
    }

    private void text(
            String text, double x, double baseline, double capitalMm, Color colour, Font font) {
        graphics.setColor(colour);
        // Inter's capitals are 0.727 of its size.
        graphics.setFont(font.deriveFont((float) (capitalMm / 0.727)));
        graphics.drawString(text, (float) x, (float) baseline);
    }

    /// One line of the machine readable zone, each character on its place.
    void mrz(String line, double left, double baseline) {
        graphics.setColor(new Color(16, 16, 18));
        Font unit = OCR_B.deriveFont(100f);
        Rectangle2D capital =
                unit.createGlyphVector(graphics.getFontRenderContext(), "H").getVisualBounds();
        Font font = OCR_B.deriveFont((float) (100 * OCR_CAPITAL_MM / capital.getHeight()));
        for (int i = 0; i < line.length(); i++) {
            var glyph =
                    font.createGlyphVector(
                            graphics.getFontRenderContext(), line.substring(i, i + 1));
            double advance = glyph.getLogicalBounds().getWidth();
            graphics.drawGlyphVector(
                    glyph,
                    (float) (left + i * OCR_PITCH_MM + (OCR_PITCH_MM - advance) / 2),
                    (float) baseline);
        }
    }

    void portrait(double x, double y, double width, double height) {
        BufferedImage picture = portrait();
        double scale = Math.max(width / picture.getWidth(), height / picture.getHeight());
        var clip = graphics.getClip();
        graphics.clip(new RoundRectangle2D.Double(x, y, width, height, 1.5, 1.5));
        AffineTransform place =
                AffineTransform.getTranslateInstance(
                        x - (picture.getWidth() * scale - width) / 2, y);
        place.scale(scale, scale);
        graphics.drawImage(picture, place, null);
        graphics.setClip(clip);
    }

    /// The word that tells it from a real one, across the sheet.
    void specimen() {
        AffineTransform before = graphics.getTransform();
        graphics.translate(widthMm * 0.36, heightMm * 0.62);
        graphics.rotate(Math.toRadians(-18));
        text("SPECIMEN", 0, 0, heightMm * 0.105, new Color(190, 40, 60, 58), BOLD);
        graphics.setTransform(before);
    }

    /// Black modules of a bar code, `moduleMm` wide, with their quiet zone.
    void modules(boolean[][] rows, double x, double y, double moduleMm) {
        graphics.setColor(Color.WHITE);
        graphics.fill(
                new Rectangle2D.Double(
                        x - 1.2,
                        y - 1.2,
                        rows[0].length * moduleMm + 2.4,
                        rows.length * moduleMm + 2.4));
        graphics.setColor(Color.BLACK);
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length; column++) {
                if (rows[row][column]) {
                    graphics.fill(
                            new Rectangle2D.Double(
                                    x + column * moduleMm, y + row * moduleMm, moduleMm, moduleMm));
                }
            }
        }
    }

    BufferedImage image() {
        return image;
    }

    @Override
    public void close() {
        graphics.dispose();
    }

    private static Font font(String name) {
        try (InputStream in = resource(name)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the program's own font is damaged: " + name, e);
        }
    }

    private static BufferedImage portrait() {
        try (InputStream in = resource("portrait.jpg")) {
            return ImageIO.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        InputStream in = Canvas.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("missing from the program: " + name);
        }
        return in;
    }
}
