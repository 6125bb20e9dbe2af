package dev.tanaw.capture.specimen;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/// The arms of Utopia: the sun behind a mountain, over the sea. No state has it.
final class Emblem {
    private static final Area ARMS = arms();

    private Emblem() {}

    static void draw(Canvas canvas, double x, double y, double radius, Color colour) {
        Graphics2D pen = canvas.pen();
        AffineTransform before = pen.getTransform();
        pen.translate(x, y);
        pen.scale(radius, radius);
        pen.setColor(colour);
        pen.fill(ARMS);
        pen.setTransform(before);
    }

    /// One shape, so that a translucent colour shows no overlaps.
    private static Area arms() {
        Area arms = new Area(new BasicStroke(0.06f).createStrokedShape(circle(0, 0, 0.96)));
        for (int ray = 0; ray < 9; ray++) {
            arms.add(new Area(ray(Math.toRadians(180 + ray * 22.5))));
        }
        Area sun = new Area(new Arc2D.Double(-0.36, -0.32, 0.72, 0.72, 0, 180, Arc2D.CHORD));
        Stroke edge = new BasicStroke(0.09f);
        sun.subtract(new Area(edge.createStrokedShape(mountain())));
        sun.subtract(new Area(mountain()));
        arms.add(sun);
        arms.add(new Area(mountain()));
        Stroke water = new BasicStroke(0.065f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        arms.add(new Area(water.createStrokedShape(wave(0.48, 0.60, 4))));
        arms.add(new Area(water.createStrokedShape(wave(0.64, 0.45, 3))));
        arms.add(new Area(water.createStrokedShape(wave(0.80, 0.30, 2))));
        return arms;
    }

    private static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /// A patch of foil whose colour runs from gold to green, with the arms in it.
    static void foil(Canvas canvas, double x, double y, double radius) {
        canvas.fill(
                new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius),
                new RadialGradientPaint(
                        (float) (x - radius * 0.3),
                        (float) (y - radius * 0.4),
                        (float) (radius * 1.5),
                        new float[] {0, 0.45f, 1},
                        new Color[] {
                            new Color(250, 236, 178, 190),
                            new Color(214, 178, 92, 165),
                            new Color(96, 150, 128, 150)
                        }));
        draw(canvas, x, y, radius * 0.84, new Color(110, 82, 26, 190));
    }

    private static Path2D ray(double angle) {
        Path2D.Double ray = new Path2D.Double();
        double half = 0.055;
        ray.moveTo(0.44 * Math.cos(angle - half), 0.04 + 0.44 * Math.sin(angle - half));
        ray.lineTo(0.80 * Math.cos(angle), 0.04 + 0.80 * Math.sin(angle));
        ray.lineTo(0.44 * Math.cos(angle + half), 0.04 + 0.44 * Math.sin(angle + half));
        ray.closePath();
        return ray;
    }

    private static Path2D mountain() {
        Path2D.Double mountain = new Path2D.Double();
        mountain.moveTo(-0.72, 0.34);
        mountain.lineTo(-0.30, -0.02);
        mountain.lineTo(-0.14, 0.12);
        mountain.lineTo(0.16, -0.20);
        mountain.lineTo(0.72, 0.34);
        mountain.closePath();
        return mountain;
    }

    private static Path2D wave(double y, double half, int crests) {
        Path2D.Double wave = new Path2D.Double();
        wave.moveTo(-half, y);
        double step = 2 * half / crests;
        for (int crest = 0; crest < crests; crest++) {
            double x = -half + crest * step;
            wave.quadTo(x + step / 4, y - 0.1, x + step / 2, y);
            wave.quadTo(x + 3 * step / 4, y + 0.1, x + step, y);
        }
        return wave;
    }
}
