package dev.tanaw.capture.specimen;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/// Line work as security printers have it: interlaced waves whose colour changes down the sheet,
/// rosettes, and lines of text too small to copy.
final class Guilloche {
    private static final float HAIR_MM = 0.075f;

    private final Canvas canvas;
    private final Color upper;
    private final Color lower;

    Guilloche(Canvas canvas, Color upper, Color lower) {
        this.canvas = canvas;
        this.upper = upper;
        this.lower = lower;
    }

    /// Waves that swell and narrow as they cross the sheet.
    ///
    /// @param pitchMm between two lines
    /// @param lengthMm of a wave
    Guilloche waves(double pitchMm, double amplitudeMm, double lengthMm, double phase) {
        Graphics2D pen = ready(HAIR_MM);
        double span = canvas.heightMm() + 2 * amplitudeMm;
        for (double base = -amplitudeMm; base < canvas.heightMm() + amplitudeMm; base += pitchMm) {
            pen.setColor(between((base + amplitudeMm) / span));
            Path2D.Double wave = new Path2D.Double();
            for (double x = 0; x <= canvas.widthMm() + 0.6; x += 0.6) {
                double turn = 2 * Math.PI * x / lengthMm + phase;
                double swell = 0.45 + 0.55 * Math.sin(turn * 0.31 + base * 0.05);
                double y =
                        base
                                + amplitudeMm * swell * Math.sin(turn + base * 0.09)
                                + 0.25 * amplitudeMm * Math.sin(turn * 2.7 - base * 0.16);
                append(wave, x, y);
            }
            pen.draw(wave);
        }
        return this;
    }

    /// Overlaid petals, each turned a little against the last.
    Guilloche rosette(double x, double y, double radiusMm, int petals, int rings) {
        Graphics2D pen = ready(0.085f);
        for (int ring = 0; ring < rings; ring++) {
            double turn = 2 * Math.PI * ring / (rings * petals);
            double size = radiusMm * (1 - 0.35 * ring / rings);
            pen.setColor(between((double) ring / rings));
            Path2D.Double line = new Path2D.Double();
            for (double degree = 0; degree < 360; degree += 1.5) {
                double angle = Math.toRadians(degree);
                double r =
                        size
                                * (0.6
                                        + 0.32 * Math.cos(petals * angle)
                                        + 0.08 * Math.cos(3 * petals * angle));
                append(line, x + r * Math.cos(angle + turn), y + r * Math.sin(angle + turn));
            }
            line.closePath();
            pen.draw(line);
        }
        return this;
    }

    /// A line that looks like a rule and is text.
    Guilloche microtext(String words, double x, double baseline, double widthMm) {
        StringBuilder line = new StringBuilder();
        var font = Fonts.tall(Fonts.BOLD, 0.32);
        double one = Fonts.widthMm(font, words);
        for (double used = 0; used + one < widthMm; used += one) {
            line.append(words);
        }
        canvas.text(line.toString(), x, baseline, font, solid(upper));
        return this;
    }

    private Graphics2D ready(float widthMm) {
        Graphics2D pen = canvas.pen();
        pen.setStroke(new BasicStroke(widthMm));
        return pen;
    }

    /// A colour for each line; a gradient along the lines would take three times as long to draw.
    private Color between(double share) {
        return new Color(
                mix(upper.getRed(), lower.getRed(), share),
                mix(upper.getGreen(), lower.getGreen(), share),
                mix(upper.getBlue(), lower.getBlue(), share),
                mix(upper.getAlpha(), lower.getAlpha(), share));
    }

    private static int mix(int from, int to, double share) {
        return Math.clamp(Math.round(from + (to - from) * share), 0, 255);
    }

    private static Color solid(Color colour) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 210);
    }

    private static void append(Path2D.Double line, double x, double y) {
        if (line.getCurrentPoint() == null) {
            line.moveTo(x, y);
        } else {
            line.lineTo(x, y);
        }
    }
}
