package dev.tanaw.capture.locate;

import java.util.ArrayList;
import java.util.Arrays;
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
    /// @param contrast how much the inside differs from the rim of the frame, see [Surroundings],
    ///   less what the sides go on past the corners
    /// @param size share of the frame's sides, the square root of its area's
    record Candidate(Quad quad, double support, double weakest, double contrast, double size) {
        Candidate with(double measured) {
            return new Candidate(quad, support, weakest, measured, size);
        }

        double score() {
            return support + 0.7 * weakest + 0.6 * contrast + LARGER * size;
        }

        boolean resembles(Candidate other) {
            return near(quad.topLeft(), other.quad.topLeft())
                    && near(quad.topRight(), other.quad.topRight())
                    && near(quad.bottomRight(), other.quad.bottomRight())
                    && near(quad.bottomLeft(), other.quad.bottomLeft());
        }

        private static boolean near(Point a, Point b) {
            return Math.abs(a.x() - b.x()) <= ALIKE && Math.abs(a.y() - b.y()) <= ALIKE;
        }
    }

    /// Of quads whose corners are this near, in pixels of the reduced frame, only the best few are
    /// looked at: a clear print has many of them and would crowd out the faint sides of its card.
    private static final double ALIKE = 7;

    private static final int OF_EACH = 4;

    /// A card's own print, like a black stripe or a frame, has edges as good as the card's, but
    /// lies inside it.
    static final double LARGER = 0.6;

    private static final int SAMPLES = 28;
    private static final int LOOKED_AT = 80;

    /// Sines: sides that face each other are parallel but for perspective; neighbours are square.
    private static final double PARALLEL = Math.sin(Math.toRadians(22));

    private static final double SQUARE = Math.cos(Math.toRadians(22));
    private static final double LEAST_AREA = 0.025;
    private static final double MOST_AREA = 0.93;

    /// Length to breadth is 1.42 for passports and 1.59 for cards; tilt takes it this far.
    private static final double LEAST_STRETCHED = 1.12;

    private static final double MOST_STRETCHED = 2.1;

    /// How much edges that go on past the corners count against a quad.
    private static final double ENDING = 0.8;

    private static final double LEAST_SIDE = 0.10;

    private final EdgeField field = new EdgeField();
    private final LineVote vote = new LineVote();
    private final Surroundings surroundings = new Surroundings();

    /// Two lines that may be sides facing each other, by their place in the list.
    private record Pair(int first, int second) {}

    /// Best first, at most `count`, in pixels of a frame [EdgeField#WIDTH] wide.
    List<Candidate> candidates(Mat bgr, int count) {
        field.look(bgr);
        surroundings.look(field);
        return various(assembled(vote.strongest(field))).stream()
                .map(c -> c.with(surroundings.contrast(c.quad()) - ENDING * beyond(c.quad())))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .limit(count)
                .toList();
    }

    private static List<Candidate> various(List<Candidate> candidates) {
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        List<Candidate> kept = new ArrayList<>(LOOKED_AT);
        for (Candidate candidate : candidates) {
            if (kept.size() == LOOKED_AT) {
                break;
            }
            int alike = 0;
            for (Candidate better : kept) {
                alike += better.resembles(candidate) ? 1 : 0;
            }
            if (alike < OF_EACH) {
                kept.add(candidate);
            }
        }
        return kept;
    }

    private List<Candidate> assembled(List<Line> lines) {
        SideTable sides = new SideTable(lines);
        List<Pair> pairs = pairs(lines);
        List<Candidate> found = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            for (int j = i + 1; j < pairs.size(); j++) {
                Pair p = pairs.get(i);
                Pair q = pairs.get(j);
                double weakest = sides.weakest(p, q);
                if (weakest >= LEAST_SIDE) {
                    quad(lines, p, q)
                            .flatMap(quad -> judged(quad, sides.mean(p, q), weakest))
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /// The support of each stretch of a line between two others. Thousands of quads share a few
    /// hundred of them, so each is measured once.
    private final class SideTable {
        private static final double UNKNOWN = -1;

        private final List<Line> lines;
        private final boolean[][] corner;
        private final double[][][] support;

        SideTable(List<Line> lines) {
            this.lines = lines;
            int n = lines.size();
            corner = new boolean[n][n];
            support = new double[n][n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    corner[i][j] =
                            Math.abs(sine(lines.get(i), lines.get(j))) > SQUARE
                                    && lines.get(i)
                                            .meets(lines.get(j))
                                            .filter(QuadSearch.this::within)
                                            .isPresent();
                    Arrays.fill(support[i][j], UNKNOWN);
                }
            }
        }

        /// 0 also where two of the lines do not meet squarely and within the frame.
        double weakest(Pair p, Pair q) {
            if (!corner[p.first][q.first]
                    || !corner[p.first][q.second]
                    || !corner[p.second][q.first]
                    || !corner[p.second][q.second]) {
                return 0;
            }
            double least = Math.min(side(p.first, q), side(p.second, q));
            return least < LEAST_SIDE ? 0 : min(least, side(q.first, p), side(q.second, p));
        }

        double mean(Pair p, Pair q) {
            return (side(p.first, q) + side(p.second, q) + side(q.first, p) + side(q.second, p))
                    / 4;
        }

        private double side(int line, Pair ends) {
            double known = support[line][ends.first][ends.second];
            if (known == UNKNOWN) {
                Point from = lines.get(line).meets(lines.get(ends.first)).orElseThrow();
                Point to = lines.get(line).meets(lines.get(ends.second)).orElseThrow();
                known = along(from, to);
                support[line][ends.first][ends.second] = known;
            }
            return known;
        }

        private static double min(double a, double b, double c) {
            return Math.min(a, Math.min(b, c));
        }
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

    private Optional<Candidate> judged(Quad quad, double support, double weakest) {
        double share = quad.area() / ((double) field.width() * field.height());
        double stretch = Math.max(quad.width() / quad.height(), quad.height() / quad.width());
        if (share < LEAST_AREA
                || share > MOST_AREA
                || stretch < LEAST_STRETCHED
                || stretch > MOST_STRETCHED) {
            return Optional.empty();
        }
        return Optional.of(new Candidate(quad, support, weakest, 0, Math.sqrt(share)));
    }

    /// Support of the sides' continuations past the corners. The edges of a document end there;
    /// those of shelves, tiles and door frames go on.
    private double beyond(Quad quad) {
        List<Point> corners = quad.corners();
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            Point a = corners.get(i);
            Point b = corners.get((i + 1) % 4);
            sum += along(b, ahead(a, b)) + along(a, ahead(b, a));
        }
        return sum / 8;
    }

    private static Point ahead(Point from, Point to) {
        double share = 0.25;
        return new Point(
                to.x() + share * (to.x() - from.x()), to.y() + share * (to.y() - from.y()));
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
