package dev.tanaw.capture.locate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;

/// Moves the four sides of a roughly known quad on to the edges in the full picture, to a fraction
/// of a pixel.
///
/// Across each side a few dozen short profiles are read, in colour. What a profile says for each
/// offset is how clearly the colours on its two sides differ, measured against the unrest of that
/// profile: a faint edge on a calm ground counts as much as a strong one among pebbles. All
/// profiles of a side then vote for the straight line they agree on, so that fingers, text and
/// texture, each of which bends only some profiles, lose. A line fit through the profiles' own
/// centres of gravity near the winner gives the fraction.
final class SideRefiner {
    private static final int PROFILES = 56;

    /// Rounded corners of ID-1 take 3.7 % of the long and 5.9 % of the short side.
    private static final double FIRST = 0.07;

    /// Profiles that lie beside a corner.
    private static final int BESIDE = 4;

    /// Half the width, in steps, of the two stretches whose means are compared.
    private static final int SPAN = 3;

    /// Grey levels of difference that noise alone makes.
    private static final float FLOOR = 4;

    /// How strongly a line at the rim of the search is held against it, in shares of full support.
    private static final double PRIOR = 0.10;

    private final int reach;
    private final int offsets;
    private final float[][] clear;
    private final double[] along = new double[PROFILES];
    private final float[] colours;

    /// @param reach how far a side may lie from where it is thought to be, in steps
    SideRefiner(int reach) {
        this.reach = reach;
        offsets = 2 * reach + 1;
        clear = new float[PROFILES][offsets];
        colours = new float[3 * (offsets + 2 * SPAN)];
        for (int i = 0; i < PROFILES; i++) {
            along[i] = FIRST + (1 - 2 * FIRST) * i / (PROFILES - 1);
        }
    }

    /// @param mean how clear the edges are, 0 to 1, over all four sides
    /// @param weakest the same for the side with the least clear edge
    /// @param corner how clear the edges are beside the corner where they are least so, as a share
    ///   of their sides; low where two documents make one outline, or a finger covers a corner
    record Refined(Quad quad, double mean, double weakest, double corner) {}

    /// The quad moved on to the edges; empty when its sides no longer form a convex quad.
    ///
    /// @param step pixels from one offset to the next
    Optional<Refined> refine(Mat bgr, Quad rough, double step) {
        Pixels pixels = new Pixels(bgr);
        List<Line> sides = new ArrayList<>();
        double[] support = new double[4];
        double[] beside = new double[4];
        List<Point> corners = rough.corners();
        for (int i = 0; i < 4; i++) {
            Side side = side(pixels, corners.get(i), corners.get((i + 1) % 4), step);
            support[i] = side.support();
            beside[i] = Math.max(beside[i], side.start());
            int end = (i + 1) % 4;
            beside[end] = Math.max(beside[end], side.end());
            sides.add(side.line());
        }
        return Line.quad(sides)
                .map(quad ->
                        new Refined(
                                quad,
                                Arrays.stream(support).average().orElseThrow(),
                                Arrays.stream(support).min().orElseThrow(),
                                Arrays.stream(beside).min().orElseThrow()));
    }

    /// @param support how clear the edge along the line is, 0 to 1
    /// @param start the same near its first corner, as a share of that
    /// @param end and near its second
    record Side(Line line, double support, double start, double end) {}

    /// The side that is thought to run from `a` to `b`, moved on to its edge.
    Side side(Pixels pixels, Point a, Point b, double step) {
        Line line = Line.through(a, b);
        int seen = profiles(pixels, a, b, line, step);
        Vote vote = seen < PROFILES / 2 ? Vote.STAY : vote();
        return vote.support() > 0
                ? new Side(
                        through(a, b, line, vote, step),
                        vote.support(),
                        clear(vote, 0) / vote.support(),
                        clear(vote, PROFILES - BESIDE) / vote.support())
                : new Side(line, 0, 0, 0);
    }

    /// How clear the edge is along a few profiles, 0 to 1.
    private double clear(Vote vote, int from) {
        double sum = 0;
        for (int i = from; i < from + BESIDE; i++) {
            int middle = offset(vote, i) + reach;
            double best = 0;
            for (int o = Math.max(0, middle - 1); o <= Math.min(offsets - 1, middle + 1); o++) {
                best = Math.max(best, clear[i][o]);
            }
            sum += best;
        }
        return sum / BESIDE;
    }

    private int offset(Vote vote, int profile) {
        return (int) Math.round(vote.start() + along[profile] * (vote.end() - vote.start()));
    }

    /// Fills [#clear]; a profile that leaves the picture stays zero. Answers how many do not.
    private int profiles(Pixels pixels, Point a, Point b, Line line, double step) {
        int seen = 0;
        for (int i = 0; i < PROFILES; i++) {
            double x = a.x() + along[i] * (b.x() - a.x());
            double y = a.y() + along[i] * (b.y() - a.y());
            double dx = line.normalX() * step;
            double dy = line.normalY() * step;
            int far = reach + SPAN;
            Arrays.fill(clear[i], 0);
            if (pixels.holds(x - far * dx, y - far * dy)
                    && pixels.holds(x + far * dx, y + far * dy)) {
                for (int o = -far; o <= far; o++) {
                    pixels.read(x + o * dx, y + o * dy, colours, 3 * (o + far));
                }
                clearness(clear[i]);
                seen++;
            }
        }
        return seen;
    }

    private void clearness(float[] into) {
        float sum = 0;
        for (int o = 0; o < offsets; o++) {
            float difference = 0;
            for (int c = 0; c < 3; c++) {
                float inner = 0;
                float outer = 0;
                for (int k = 0; k < SPAN; k++) {
                    inner += colours[3 * (o + k) + c];
                    outer += colours[3 * (o + 2 * SPAN - k) + c];
                }
                difference = Math.max(difference, Math.abs(inner - outer));
            }
            into[o] = difference / SPAN;
            sum += into[o];
        }
        float unrest = FLOOR + sum / offsets;
        for (int o = 0; o < offsets; o++) {
            into[o] = into[o] / (into[o] + unrest);
        }
    }

    /// A line by its offsets at the two ends of the side.
    private record Vote(int start, int end, double support) {
        static final Vote STAY = new Vote(0, 0, 0);
    }

    private Vote vote() {
        Vote best = Vote.STAY;
        double most = 0;
        for (int start = -reach; start <= reach; start++) {
            for (int end = -reach; end <= reach; end++) {
                float sum = 0;
                for (int i = 0; i < PROFILES; i++) {
                    sum += clear[i][(int) (start + along[i] * (end - start) + reach + 0.5)];
                }
                double support = sum / PROFILES;
                double off = (double) (start * start + end * end) / (2.0 * reach * reach);
                if (support - PRIOR * off > most) {
                    most = support - PRIOR * off;
                    best = new Vote(start, end, support);
                }
            }
        }
        return best;
    }

    private Line through(Point a, Point b, Line line, Vote vote, double step) {
        List<Point> points = new ArrayList<>(PROFILES);
        for (int i = 0; i < PROFILES; i++) {
            int nearest = offset(vote, i) + reach;
            double weights = 0;
            double moment = 0;
            for (int o = Math.max(0, nearest - 2); o <= Math.min(offsets - 1, nearest + 2); o++) {
                double weight = clear[i][o] * clear[i][o];
                weight *= weight;
                weights += weight;
                moment += weight * (o - reach);
            }
            if (weights > 1e-4) {
                double away = moment / weights * step;
                points.add(
                        new Point(
                                a.x() + along[i] * (b.x() - a.x()) + away * line.normalX(),
                                a.y() + along[i] * (b.y() - a.y()) + away * line.normalY()));
            }
        }
        Line voted =
                Line.through(
                        moved(a, line, vote.start() * step), moved(b, line, vote.end() * step));
        return points.size() < PROFILES / 3 ? voted : voted.fitted(points, 0.5 * step);
    }

    private static Point moved(Point p, Line line, double by) {
        return new Point(p.x() + by * line.normalX(), p.y() + by * line.normalY());
    }
}
