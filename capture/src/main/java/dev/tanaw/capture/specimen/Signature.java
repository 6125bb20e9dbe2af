package dev.tanaw.capture.specimen;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.Random;

/// A scrawl: loops that lean and fade to a line, another for each person.
final class Signature {
    private Signature() {}

    static void draw(Canvas canvas, Person person, double x, double baseline, double widthMm) {
        Random random = new Random(person.name().hashCode());
        int strokes = 7 + random.nextInt(4);
        double step = widthMm / (strokes + 1.5);
        double at = x;
        Path2D.Double line = new Path2D.Double();
        line.moveTo(at, baseline - 1.2);
        for (int i = 0; i < strokes; i++) {
            double up = i == 0 ? 5.2 : 0.9 + 1.3 * random.nextDouble();
            if (random.nextInt(5) == 0) {
                up = 3.6;
            }
            double down = random.nextInt(6) == 0 ? 2.1 : 0.2 * random.nextDouble();
            double wide = step * (0.6 + 0.8 * random.nextDouble());
            double lean = 0.3 * up;
            line.curveTo(
                    at + wide * 0.6,
                    baseline - up * 0.4,
                    at + wide * 0.5 + lean,
                    baseline - up,
                    at + wide * 0.25 + lean,
                    baseline - up);
            line.curveTo(
                    at + lean - wide * 0.1,
                    baseline - up,
                    at + wide * 0.3,
                    baseline + down,
                    at + wide,
                    baseline - 0.3 + down * 0.3);
            at += wide;
        }
        line.curveTo(
                at + step * 0.8,
                baseline - 1.4,
                at + step,
                baseline + 0.5,
                x + widthMm,
                baseline - 1.8 + random.nextDouble());
        canvas.pen().setColor(new Color(24, 30, 74, 225));
        canvas.pen()
                .setStroke(new BasicStroke(0.24f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.pen().draw(line);
    }
}
