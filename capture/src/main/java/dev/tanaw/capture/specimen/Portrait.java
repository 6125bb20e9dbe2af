package dev.tanaw.capture.specimen;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// The face on a document: the one photograph that may be shipped, or a drawing.
final class Portrait {
    private static final BufferedImage PHOTOGRAPH = photograph();
    private static final BufferedImage GREY = grey(PHOTOGRAPH);

    private final Canvas canvas;
    private final BufferedImage coloured;
    private final BufferedImage grey;

    Portrait(Canvas canvas, Person person) {
        this.canvas = canvas;
        boolean photographed = person.sex() == Person.Sex.F;
        this.coloured = photographed ? PHOTOGRAPH : drawing(person);
        this.grey = photographed ? GREY : grey(coloured);
    }

    void colour(double x, double y, double width, double height) {
        framed(x, y, width, height, coloured, 1);
    }

    /// As a laser burns it into plastic.
    void engraved(double x, double y, double width, double height) {
        framed(x, y, width, height, grey, 0.94f);
    }

    /// The second, pale face that makes swapping the first one harder.
    void ghost(double x, double y, double width, double height) {
        framed(x, y, width, height, grey, 0.26f);
    }

    private void framed(
            double x, double y, double width, double height, BufferedImage face, float strength) {
        BufferedImage large = enlarged(face, Canvas.dots(width), Canvas.dots(height));
        Graphics2D pen = canvas.pen();
        Shape clip = pen.getClip();
        Composite composite = pen.getComposite();
        AffineTransform before = pen.getTransform();
        pen.clip(new RoundRectangle2D.Double(x, y, width, height, 1.6, 1.6));
        pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, strength));
        pen.translate(x, y);
        pen.scale(1 / Canvas.DOTS_PER_MM, 1 / Canvas.DOTS_PER_MM);
        pen.drawImage(large, 0, 0, null);
        pen.setTransform(before);
        pen.setComposite(composite);
        pen.setClip(clip);
    }

    /// The middle of the picture, filling that many dots.
    private static BufferedImage enlarged(BufferedImage face, int width, int height) {
        double aspect = (double) width / height;
        int wide = (int) Math.min(face.getWidth(), face.getHeight() * aspect);
        int tall = (int) Math.min(face.getHeight(), face.getWidth() / aspect);
        BufferedImage part = face.getSubimage((face.getWidth() - wide) / 2, 0, wide, tall);
        BufferedImage large = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = large.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(part, 0, 0, width, height, null);
        pen.dispose();
        return large;
    }

    private static BufferedImage drawing(Person person) {
        int shade = Math.floorMod(person.name().hashCode(), 4);
        Color skin = new Color(222 - 22 * shade, 178 - 22 * shade, 146 - 22 * shade);
        Color dark = new Color(58 - 8 * shade, 44 - 8 * shade, 38 - 8 * shade);
        BufferedImage drawing = new BufferedImage(520, 650, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = drawing.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setPaint(
                new GradientPaint(
                        0, 0, new Color(226, 231, 238), 0, 650, new Color(196, 205, 217)));
        pen.fillRect(0, 0, 520, 650);
        pen.translate(260, 305);
        pen.scale(260, 260);
        fill(pen, new Ellipse2D.Double(-0.86, 0.62, 1.72, 1.5), new Color(52, 66, 92));
        fill(pen, new RoundRectangle2D.Double(-0.2, 0.2, 0.4, 0.62, 0.3, 0.3), skin.darker());
        fill(pen, new Ellipse2D.Double(-0.5, -0.74, 1.0, 1.12), dark);
        fill(pen, new Ellipse2D.Double(-0.43, -0.58, 0.86, 1.12), skin);
        fill(pen, new Arc2D.Double(-0.47, -0.74, 0.94, 0.62, 12, 156, Arc2D.CHORD), dark);
        features(pen, dark);
        pen.dispose();
        return drawing;
    }

    private static void features(Graphics2D pen, Color dark) {
        for (int side = -1; side <= 1; side += 2) {
            fill(pen, new Ellipse2D.Double(side * 0.19 - 0.085, -0.11, 0.17, 0.09), Color.WHITE);
            fill(pen, new Ellipse2D.Double(side * 0.19 - 0.045, -0.115, 0.09, 0.1), dark);
        }
        pen.setStroke(new BasicStroke(0.04f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D.Double lines = new Path2D.Double();
        lines.moveTo(-0.29, -0.2);
        lines.quadTo(-0.19, -0.27, -0.09, -0.2);
        lines.moveTo(0.09, -0.2);
        lines.quadTo(0.19, -0.27, 0.29, -0.2);
        lines.moveTo(0.02, -0.06);
        lines.quadTo(0.08, 0.13, -0.03, 0.14);
        lines.moveTo(-0.15, 0.29);
        lines.quadTo(0, 0.34, 0.15, 0.29);
        pen.setColor(dark);
        pen.draw(lines);
    }

    private static void fill(Graphics2D pen, Shape shape, Color colour) {
        pen.setColor(colour);
        pen.fill(shape);
    }

    private static BufferedImage photograph() {
        try (InputStream in = Fonts.resource("portrait.jpg")) {
            return ImageIO.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage grey(BufferedImage colour) {
        BufferedImage grey =
                new BufferedImage(
                        colour.getWidth(), colour.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < colour.getHeight(); y++) {
            for (int x = 0; x < colour.getWidth(); x++) {
                int rgb = colour.getRGB(x, y);
                int red = rgb >> 16 & 0xff;
                int green = rgb >> 8 & 0xff;
                int luma = (299 * red + 587 * green + 114 * (rgb & 0xff)) / 1000;
                grey.setRGB(x, y, luma << 16 | luma << 8 | luma);
            }
        }
        return grey;
    }
}
