package dev.tanaw.capture.locate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;

/// Puts quads together from pairs of nearly parallel lines and ranks them by how well edges run
/// along all four sides and by how much the inside differs from the rim of the frame.
final class QuadSearch implements AutoCloseable {
    /// A candidate in pixels of the reduced frame.
    ///
    /// @param support mean strength of the edges along the sides
    /// @param weakest the same for the least supported side
    /// @param contrast see [Surroundings]
    /// @param size share of the frame's sides, the square root of its area's
    record Candidate(Quad quad, double support, double weakest, double contrast, double size) {
        Candidate with(double measured) {
            return new Candidate(quad, support, weakest, measured, size);
        }

        double score() {
            return support + 0.7 * weakest + 0.6 * contrast + LARGER * size;
        }
    }

    /// A card's own print, like a black stripe or a frame, has edges as good as the card's, but
    /// lies inside it.
    static final double LARGER = 0.6;

    private static final int SAMPLES = 28;
    private static final int LOOKED_AT = 80;

    /// Sines: sides that face each other are parallel but for perspective; neighbours are square.
    private static final double PARALLEL = Math.sin(Math.toRadians(16));

    private static final double SQUARE = Math.cos(Math.toRadians(22));
    private static final double LEAST_AREA = 0.025;
    private static final double MOST_AREA = 0.93;

    private final EdgeField field = new EdgeField();
    private final LineVote vote = new LineVote();
    private final Surroundings surroundings = new Surroundings();

    /// Two lines that may be sides facing each other, by their place in the list.
    private record Pair(int first, int second) {}

    /// Best first, at most `count`, in pixels of a frame [EdgeField#WIDTH] wide.
    List<Candidate> candidates(Mat bgr, int count) {
        field.look(bgr);
        surroundings.look(field);
        return assembled(vote.strongest(field)).stream()
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .limit(LOOKED_AT)
                .map(c -> c.with(surroundings.contrast(c.quad())))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .limit(count)
                .toList();
    }

    private List<Candidate> assembled(List<Line> lines) {
        boolean[][] corner = corners(lines);
        List<Pair> pairs = pairs(lines);
        List<Candidate> found = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            Pair p = pairs.get(i);
            for (int j = i + 1; j < pairs.size(); j++) {
                Pair q = pairs.get(j);
                if (corner[p.first][q.first]
                        && corner[p.first][q.second]
                        && corner[p.second][q.first]
                        && corner[p.second][q.second]) {
                    quad(lines, p, q).flatMap(this::judged).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /// Which lines meet squarely and within the frame: most do not, which spares most of the work.
    private boolean[][] corners(List<Line> lines) {
        boolean[][] corner = new boolean[lines.size()][lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            for (int j = 0; j < lines.size(); j++) {
                corner[i][j] =
                        Math.abs(sine(lines.get(i), lines.get(j))) > SQUARE
                                && lines.get(i)
                                        .meets(lines.get(j))
                                        .filter(this::within)
                                        .isPresent();
            }
        }
        return corner;
    }

    private boolean within(Point p) {
        return p.x() >= -2
                && p.y() >= -2
                && p.x() <= field.width() + 2
                && p.y() <= field.height() + 2;
    }

    private List<Pair> pairs(List<Line> lines) {
        double nearest = 0.12 * field.height();
        Point middle = new Point(field.width() / 2.0, field.height() / 2.0);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            for (int j = i + 1; j < lines.size(); j++) {
                Line a = lines.get(i);
                Line b = lines.get(j);
                double sign = a.normalX() * b.normalX() + a.normalY() * b.normalY() < 0 ? -1 : 1;
                double apart = Math.abs(a.distance(middle) - sign * b.distance(middle));
                if (Math.abs(sine(a, b)) < PARALLEL && apart > nearest) {
                    pairs.add(new Pair(i, j));
                }
            }
        }
        return pairs;
    }

    private static double sine(Line a, Line b) {
        return a.normalX() * b.normalY() - a.normalY() * b.normalX();
    }

    /// One of the two ways round is clockwise.
    private static Optional<Quad> quad(List<Line> lines, Pair p, Pair q) {
        Line top = lines.get(p.first);
        Line right = lines.get(q.first);
        Line bottom = lines.get(p.second);
        Line left = lines.get(q.second);
        return Line.quad(List.of(top, right, bottom, left))
                .or(() -> Line.quad(List.of(top, left, bottom, right)));
    }

    private Optional<Candidate> judged(Quad quad) {
        double share = quad.area() / ((double) field.width() * field.height());
        if (share < LEAST_AREA || share > MOST_AREA) {
            return Optional.empty();
        }
        double stretch = Math.max(quad.width() / quad.height(), quad.height() / quad.width());
        if (stretch < 1.12 || stretch > 2.1) {
            return Optional.empty();
        }
        double sum = 0;
        double weakest = 1;
        List<Point> corners = quad.corners();
        for (int i = 0; i < 4; i++) {
            double side = along(corners.get(i), corners.get((i + 1) % 4));
            sum += side;
            weakest = Math.min(weakest, side);
            if (weakest < 0.12) {
                return Optional.empty();
            }
        }
        return Optional.of(new Candidate(quad, sum / 4, weakest, 0, Math.sqrt(share)));
    }

    /// Mean strength of those edges near a side that run along it.
    private double along(Point a, Point b) {
        Line line = Line.through(a, b);
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double share = 0.06 + 0.88 * (i + 0.5) / SAMPLES;
            double x = a.x() + share * (b.x() - a.x());
            double y = a.y() + share * (b.y() - a.y());
            double best = 0;
            for (int away = -1; away <= 1; away++) {
                int column = (int) Math.floor(x + away * line.normalX());
                int row = (int) Math.floor(y + away * line.normalY());
                if (column >= 0 && row >= 0 && column < field.width() && row < field.height()) {
                    double agreement =
                            field.across(column, row) * line.normalX()
                                    + field.down(column, row) * line.normalY();
                    double square = agreement * agreement;
                    best = Math.max(best, field.strength(column, row) * square * square);
                }
            }
            sum += best;
        }
        return sum / SAMPLES;
    }

    @Override
    public void close() {
        field.close();
    }
}
