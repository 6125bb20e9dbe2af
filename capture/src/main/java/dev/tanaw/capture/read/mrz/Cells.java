package dev.tanaw.capture.read.mrz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The cells of a line on its steps: so many characters, one pitch apart.
///
/// @param first step at the middle of the first cell
/// @param pitch steps from one middle to the next
/// @param fit 1 where every cell holds a character and none is outside, −1 where it is the reverse
record Cells(int count, double first, double pitch, double fit) {
    /// Steps to a character at the size that strips are cut to.
    static final double USUAL = Strip.PITCH / Steps.WIDTH;

    private static final int[] COUNTS = {44, 36, 30};
    private static final double PRESENT = 0.5;

    /// Fewer characters are no line.
    private static final int LEAST = 18;

    /// Of the lengths that lines may have the one that suits what was seen; empty when none does.
    static Optional<Cells> fit(Steps steps) {
        List<Double> seen = middles(steps);
        if (seen.size() < LEAST) {
            return Optional.empty();
        }
        double about = usualDistance(seen);
        Cells best = new Cells(0, 0, 0, -1);
        for (int count : COUNTS) {
            Cells found = fit(steps, seen, about, count);
            best = found.fit() > best.fit() ? found : best;
        }
        return best.count() == 0 ? Optional.empty() : Optional.of(best);
    }

    private static Cells fit(Steps steps, List<Double> seen, double about, int count) {
        Cells best = new Cells(0, 0, 0, -1);
        for (double pitch = about * 0.94; pitch <= about * 1.06; pitch += about * 0.004) {
            double length = pitch * (count - 1);
            double from = Math.min(seen.getFirst(), seen.getLast() - length) - pitch;
            double to = Math.max(seen.getFirst(), seen.getLast() - length) + pitch;
            for (double first = from; first <= to; first += 0.5) {
                double hits = 0;
                for (int i = 0; i < count; i++) {
                    hits += near(steps, first + i * pitch);
                }
                double begin = first - pitch / 2;
                double end = first + length + pitch / 2;
                long outside = seen.stream().filter(x -> x < begin || x > end).count();
                double fit = (2 * hits - count - outside) / count;
                if (fit > best.fit()) {
                    best = new Cells(count, first, pitch, fit);
                }
            }
        }
        return best;
    }

    private static double near(Steps steps, double step) {
        int lower = (int) Math.floor(step);
        return Math.max(steps.any(lower), steps.any(lower + 1));
    }

    /// Whether print goes on before the first cell: the line is longer than was thought.
    boolean goesOnBefore(Steps steps) {
        return near(steps, first - pitch) > PRESENT;
    }

    /// Whether print goes on behind the last cell.
    boolean goesOnBehind(Steps steps) {
        return near(steps, first + count * pitch) > PRESENT;
    }

    /// How many characters were seen, wherever.
    static int seen(Steps steps) {
        return middles(steps).size();
    }

    /// Where characters were seen, each at the middle of its run of steps.
    private static List<Double> middles(Steps steps) {
        List<Double> seen = new ArrayList<>();
        double weight = 0;
        double sum = 0;
        for (int t = 0; t <= steps.count(); t++) {
            double any = steps.any(t);
            if (any > PRESENT) {
                weight += any;
                sum += any * t;
            } else if (weight > 0) {
                seen.add(sum / weight);
                weight = 0;
                sum = 0;
            }
        }
        return seen;
    }

    private static double usualDistance(List<Double> seen) {
        List<Double> distances = new ArrayList<>();
        for (int i = 1; i < seen.size(); i++) {
            distances.add(seen.get(i) - seen.get(i - 1));
        }
        // Steps are coarse: the mean of those near the median tells more than the median itself.
        double median = distances.stream().sorted().toList().get(distances.size() / 2);
        return distances.stream()
                .filter(d -> Math.abs(d - median) < 0.3 * median)
                .mapToDouble(d -> d)
                .average()
                .orElse(median);
    }
}
