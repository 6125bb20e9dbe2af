package dev.tanaw.capture.read.mrz;

import dev.tanaw.capture.locate.Rectifier;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/// Reads one row of a picture: cuts it out at about the right size, sees what is there, and cuts it
/// again where the characters turn out to be of another size than the row looked.
final class RowReader implements AutoCloseable {
    /// Characters of margin on either side.
    private static final double MARGIN = 2;

    /// A row is cut so high at first, to find where in it the line runs.
    private static final int TALL = 60;

    /// Sizes closer than this to the usual one are read as well as the usual one.
    private static final double NEAR = 0.05;

    private static final double TOO_HIGH = 1.3;

    /// Width of a quick look, in eight pixels, and least share of its cells that it has to find.
    private static final int PROBE = 28;

    private static final double LEAST_SHARE = 0.4;

    private static final int AGAIN = 2;

    /// A line that goes on is looked for so many characters further.
    private static final int MORE = 14;

    private static final double LEAST_FIT = 0.3;

    private final Mat grey;
    private final StripReader reader;
    private final Rectifier rectifier = new Rectifier();
    private final Mat tall = new Mat();
    private final Mat edges = new Mat();
    private final Mat profile = new Mat();
    private int readings;

    /// First row of the latest strip within its tall cut.
    private int top;

    RowReader(Mat grey, StripReader reader) {
        this.grey = grey;
        this.reader = reader;
    }

    /// How many strips were read so far: what time is spent on.
    int readings() {
        return readings;
    }

    /// @param probably a line, so that no quick look at it is worth its time
    Optional<Line> read(Strip row, boolean probably) {
        return probably
                        || row.length() < PROBE * 16 * row.capital() / Strip.CAPITAL
                        || promising(row)
                ? read(row)
                : Optional.empty();
    }

    private Optional<Line> read(Strip row) {
        Optional<Line> first = once(row);
        // A frame or a shadow makes a row look higher than its print: then the length tells more.
        for (int count : new int[] {44, 30}) {
            double capital = row.length() / count * Strip.CAPITAL / Strip.PITCH;
            if (first.isEmpty() && row.capital() > TOO_HIGH * capital) {
                first = once(row.part(0, row.length(), 0, capital));
            }
        }
        if (first.isEmpty()) {
            return first;
        }
        Line line = first.get();
        for (int again = 0; again < AGAIN; again++) {
            Optional<Line> better = better(line);
            if (better.isEmpty()) {
                break;
            }
            line = better.get();
        }
        return line.cells().fit() < LEAST_FIT ? Optional.empty() : Optional.of(line);
    }

    /// The line cut once more, where its size was wrong or it goes on; empty when that is no
    /// better.
    private Optional<Line> better(Line line) {
        boolean before = line.cells().goesOnBefore(line.steps());
        boolean behind = line.cells().goesOnBehind(line.steps());
        boolean size = Math.abs(line.cells().pitch() / Cells.USUAL - 1) > NEAR;
        if (!before && !behind && !size) {
            return Optional.empty();
        }
        double more = MORE * line.pitch();
        Strip whole = line.beside(0);
        return once(whole.part(
                        before ? -more : 0,
                        whole.length() + (behind ? more : 0),
                        0,
                        whole.capital()))
                .filter(found -> found.cells().fit() >= line.cells().fit() - NEAR);
    }

    /// A look at the middle of a row, for rows that are probably no lines: whether there are
    /// characters as close as they are on a line.
    boolean promising(Strip row) {
        double scale = Strip.CAPITAL / row.capital();
        int width = PROBE * 8;
        double from = row.length() / 2 - width / scale / 2;
        Strip middle = row.part(from, from + width / scale, 0, row.capital());
        try (Mat strip = cut(middle, scale, width)) {
            return Cells.seen(reader.read(strip)) >= LEAST_SHARE * width / Strip.PITCH;
        }
    }

    private Mat cut(Strip row, double scale, int width) {
        rectifier.rectify(grey, row.outline(TALL / scale), width, TALL, tall);
        if (row.light()) {
            opencv_core.bitwise_not(tall, tall);
        }
        top = top();
        try (Mat middle = tall.rowRange(top, top + Strip.HEIGHT)) {
            return middle.clone();
        }
    }

    private Optional<Line> once(Strip row) {
        double scale = Strip.CAPITAL / row.capital();
        double margin = MARGIN * Strip.PITCH / scale;
        Strip wider = row.part(-margin, row.length() + margin, 0, row.capital());
        int width = ((int) Math.round(wider.length() * scale) + 7) / 8 * 8;
        if (width > 2400) {
            return Optional.empty();
        }
        // A row cut in whole steps: its ends move out a little, its size stays.
        wider = wider.part(0, width / scale, 0, row.capital());
        try (Mat strip = cut(wider, scale, width)) {
            readings++;
            Steps steps = reader.read(strip);
            double down = (top + Strip.HEIGHT / 2.0 - TALL / 2.0) / scale;
            Strip place = wider;
            return Cells.fit(steps).map(cells -> line(place, down, scale, steps, cells));
        }
    }

    private static Line line(Strip place, double down, double scale, Steps steps, Cells cells) {
        double from = ((cells.first() - cells.pitch() / 2 + 0.5) * Steps.WIDTH) / scale;
        double to = from + cells.count() * cells.pitch() * Steps.WIDTH / scale;
        return new Line(place.part(from, to, down, place.capital()), steps, cells);
    }

    /// First row of the strip: where most upright edges are within a capital's height and fewest
    /// just outside.
    private int top() {
        opencv_imgproc.Sobel(tall, edges, opencv_core.CV_32F, 1, 0);
        try (Mat zero =
                new Mat(
                        edges.size(),
                        edges.type(),
                        org.bytedeco.opencv.opencv_core.Scalar.all(0))) {
            opencv_core.absdiff(edges, zero, edges);
        }
        opencv_core.reduce(edges, profile, 1, opencv_core.REDUCE_AVG, opencv_core.CV_32F);
        float[] rows = new float[TALL];
        profile.<java.nio.FloatBuffer>createBuffer().get(rows);
        int capital = (int) Strip.CAPITAL;
        int around = (Strip.HEIGHT - capital) / 2;
        int best = (TALL - Strip.HEIGHT) / 2;
        double most = Double.NEGATIVE_INFINITY;
        for (int top = 0; top + Strip.HEIGHT <= TALL; top++) {
            double sum = 0;
            for (int y = 0; y < Strip.HEIGHT; y++) {
                sum += y < around || y >= around + capital ? -rows[top + y] : rows[top + y];
            }
            // Between equals the middle.
            sum *= 1 - 0.005 * Math.abs(top - (TALL - Strip.HEIGHT) / 2.0);
            if (sum > most) {
                most = sum;
                best = top;
            }
        }
        return best;
    }

    @Override
    public void close() {
        rectifier.close();
        tall.close();
        edges.close();
        profile.close();
    }
}
