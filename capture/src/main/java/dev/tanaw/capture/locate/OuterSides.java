package dev.tanaw.capture.locate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;

/// Looks whether a side that was found is only a line of the document's print, such as the border
/// of a black stripe that runs from one side to the other: then a little further out there is
/// another edge, with ground of another colour behind it, and with it the proportions fit better.
final class OuterSides {
    /// How far out to look, as a share of the distance to the side that faces.
    private static final double FARTHEST = 0.16;

    /// Steps between two places that are looked at; the refiner sees as far as the next.
    private static final int STRIDE = 12;

    private static final double LEAST_AWAY = 5;

    /// An outer edge is this clear at least and has grounds this well apart.
    private static final double CLEAR = 0.4;

    private static final double APART = 0.5;

    /// How much nearer the proportions have to come to those of a document.
    private static final double GAIN = 0.01;

    private final SideRefiner refiner;
    private final SideColours colours;

    OuterSides(SideRefiner refiner, SideColours colours) {
        this.refiner = refiner;
        this.colours = colours;
    }

    /// The quad with its sides moved out where that makes it fit better; mostly as it is.
    Quad widened(Mat bgr, Quad quad, double step) {
        Pixels pixels = new Pixels(bgr);
        Quad best = quad;
        double least = strangeness(bgr, quad) - GAIN;
        for (int i = 0; i < 4 && least > 0; i++) {
            double facing = i % 2 == 0 ? quad.height() : quad.width();
            for (double out = STRIDE; out * step < FARTHEST * facing; out += STRIDE) {
                Optional<Quad> wider = moved(pixels, quad, i, out * step, step);
                double now = wider.map(q -> strangeness(bgr, q)).orElse(Double.MAX_VALUE);
                if (now < least) {
                    least = now;
                    best = wider.orElseThrow();
                }
            }
        }
        return best;
    }

    private static double strangeness(Mat bgr, Quad quad) {
        return DocumentShape.strangeness(quad, bgr.cols(), bgr.rows());
    }

    private Optional<Quad> moved(Pixels pixels, Quad quad, int which, double out, double step) {
        List<Line> sides = sides(quad);
        Line old = sides.get(which);
        sides.set(which, new Line(old.normalX(), old.normalY(), old.offset() + out));
        return Line.quad(sides)
                .flatMap(shifted -> {
                    Point a = shifted.corners().get(which);
                    Point b = shifted.corners().get((which + 1) % 4);
                    SideRefiner.Side side = refiner.side(pixels, a, b, step);
                    sides.set(which, side.line());
                    return Line.quad(sides)
                            .filter(_ -> side.support() > CLEAR)
                            .filter(wider -> stands(pixels, wider, old, which, step));
                });
    }

    private boolean stands(Pixels pixels, Quad wider, Line old, int which, double step) {
        Point a = wider.corners().get(which);
        Point b = wider.corners().get((which + 1) % 4);
        return Math.min(old.distance(a), old.distance(b)) > LEAST_AWAY * step
                && colours.apart(pixels, a, b, step) > APART;
    }

    private static List<Line> sides(Quad quad) {
        List<Line> sides = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            sides.add(Line.through(quad.corners().get(i), quad.corners().get((i + 1) % 4)));
        }
        return sides;
    }
}
