package dev.tanaw.capture.specimen;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Map;

/// A sheet to draw a document on, in millimetres, at 600 dpi.
final class Canvas implements AutoCloseable {
    static final double DOTS_PER_MM = 600 / 25.4;

    private static final Color LABEL = new Color(74, 84, 106);
    private static final Color VALUE = new Color(22, 24, 30);

    private final BufferedImage image;
    private final Graphics2D pen;
    private final double widthMm;
    private final double heightMm;

    Canvas(double widthMm, double heightMm) {
        this.widthMm = widthMm;
        this.heightMm = heightMm;
        image = new BufferedImage(dots(widthMm), dots(heightMm), BufferedImage.TYPE_3BYTE_BGR);
        pen = image.createGraphics();
        pen.setRenderingHints(
                Map.of(
                        RenderingHints.KEY_ANTIALIASING,
                        RenderingHints.VALUE_ANTIALIAS_ON,
                        RenderingHints.KEY_TEXT_ANTIALIASING,
                        RenderingHints.VALUE_TEXT_ANTIALIAS_ON,
                        RenderingHints.KEY_FRACTIONALMETRICS,
                        RenderingHints.VALUE_FRACTIONALMETRICS_ON,
                        RenderingHints.KEY_INTERPOLATION,
                        RenderingHints.VALUE_INTERPOLATION_BICUBIC,
                        RenderingHints.KEY_STROKE_CONTROL,
                        RenderingHints.VALUE_STROKE_PURE));
        pen.scale(DOTS_PER_MM, DOTS_PER_MM);
    }

    static int dots(double mm) {
        return (int) Math.ceil(mm * DOTS_PER_MM - 0.5);
    }

    double widthMm() {
        return widthMm;
    }

    double heightMm() {
        return heightMm;
    }

    /// Draws in millimetres. Whoever changes its transform or clip puts it back.
    Graphics2D pen() {
        return pen;
    }

    void paper(Color upperLeft, Color lowerRight) {
        fill(
                new Rectangle2D.Double(0, 0, widthMm, heightMm),
                new GradientPaint(0, 0, upperLeft, (float) widthMm, (float) heightMm, lowerRight));
    }

    void fill(Shape shape, Paint paint) {
        pen.setPaint(paint);
        pen.fill(shape);
    }

    void band(double x, double y, double width, double height, Color colour) {
        fill(new Rectangle2D.Double(x, y, width, height), colour);
    }

    void text(String text, double x, double baseline, double capitalMm, Color colour) {
        text(text, x, baseline, Fonts.tall(Fonts.REGULAR, capitalMm), colour);
    }

    void bold(String text, double x, double baseline, double capitalMm, Color colour) {
        text(text, x, baseline, Fonts.tall(Fonts.BOLD, capitalMm), colour);
    }

    void text(String text, double x, double baseline, Font font, Color colour) {
        pen.setColor(colour);
        pen.setFont(font);
        pen.drawString(text, (float) x, (float) baseline);
    }

    /// Capitals with air between them, as titles on documents have it.
    void spaced(
            String text, double x, double baseline, double capitalMm, double air, Color colour) {
        Font font = Fonts.tall(Fonts.BOLD, capitalMm);
        double at = x;
        for (int i = 0; i < text.length(); i++) {
            String letter = text.substring(i, i + 1);
            text(letter, at, baseline, font, colour);
            at += Fonts.widthMm(font, letter) + air;
        }
    }

    /// Label above, value below.
    void field(String label, String value, double x, double y) {
        field(label, value, x, y, 1.95);
    }

    void field(String label, String value, double x, double y, double capitalMm) {
        text(label, x, y, 1.05, LABEL);
        bold(value, x, y + 1.4 + capitalMm, capitalMm, VALUE);
    }

    /// In the typeface of the machine readable zone, for numbers on the face of a document.
    void number(String text, double x, double baseline, double capitalMm, Color colour) {
        text(text, x, baseline, Fonts.tall(Fonts.OCR_B, capitalMm), colour);
    }

    /// The word that tells it from a real one: large and pale across the sheet.
    void specimen(double x, double baseline, double capitalMm, double degrees) {
        AffineTransform before = pen.getTransform();
        pen.translate(x, baseline);
        pen.rotate(Math.toRadians(degrees));
        spaced("SPECIMEN", 0, 0, capitalMm, capitalMm * 0.12, new Color(196, 30, 58, 52));
        pen.setTransform(before);
    }

    BufferedImage image() {
        return image;
    }

    @Override
    public void close() {
        pen.dispose();
    }
}
