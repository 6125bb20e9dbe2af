package dev.tanaw.capture.site;

import dev.tanaw.capture.locate.DocumentShape;
import dev.tanaw.capture.quality.FocusRange;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// How sharp a card of ID-1 is at each distance, told by its width in the picture. A hand that
/// moves blurs single frames: of the frames at about one width the sharper quarter counts.
final class FocusCurve {
    /// Widths within 3 % are one distance.
    private static final double STEP = Math.log(1.03);

    /// Fewer frames of a distance say nothing.
    private static final int LEAST = 3;

    /// What differs by less is as sharp.
    private static final double AS_SHARP = 0.02;

    /// Documents differ in how sharp their print is: nobody is sent away from the very border.
    private static final double SPARE = 1.05;

    private final NavigableMap<Integer, List<Double>> widths = new TreeMap<>();

    /// @param width of the card, in pixels
    /// @param sharpest its sharpness there, see [dev.tanaw.capture.event.Gate#FOCUS]
    private record Distance(double width, double sharpest) {}

    /// The sharpest distance.
    ///
    /// @param width the middle of those that are as sharp, in pixels
    /// @param sharpness at the best of them
    record Best(double width, double sharpness) {}

    void add(double width, double sharpness) {
        if (Double.isFinite(sharpness) && width > 0) {
            int step = (int) Math.floor(Math.log(width) / STEP);
            widths.computeIfAbsent(step, _ -> new ArrayList<>()).add(sharpness);
        }
    }

    private List<Distance> distances() {
        return widths.entrySet().stream()
                .filter(each -> each.getValue().size() >= LEAST)
                .map(each ->
                        new Distance(
                                Math.exp((each.getKey() + 0.5) * STEP), sharper(each.getValue())))
                .toList();
    }

    private static double sharper(List<Double> frames) {
        List<Double> sorted = frames.stream().sorted().toList();
        return sorted.get(sorted.size() * 3 / 4);
    }

    /// Empty until enough frames of one distance were seen.
    Optional<Best> best() {
        List<Distance> all = distances();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        int best = sharpest(all);
        double least = all.get(best).sharpest() - AS_SHARP;
        double nearest = all.get(last(all, best, least)).width();
        double farthest = all.get(first(all, best, least)).width();
        return Optional.of(new Best(Math.sqrt(nearest * farthest), all.get(best).sharpest()));
    }

    /// Where the picture is sharp: bounded only where it was seen not to be.
    ///
    /// @param limit the least sharpness to pass
    FocusRange range(double limit) {
        List<Distance> all = distances();
        if (all.isEmpty()) {
            return FocusRange.UNKNOWN;
        }
        int best = sharpest(all);
        if (all.get(best).sharpest() < limit) {
            return FocusRange.UNKNOWN;
        }
        int first = first(all, best, limit);
        int last = last(all, best, limit);
        return new FocusRange(
                first == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(dpi(all.get(first).width()) / SPARE),
                last == all.size() - 1
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(dpi(all.get(last).width()) * SPARE));
    }

    static double dpi(double width) {
        return width / (DocumentShape.ID1.widthMm() / 25.4);
    }

    private static int sharpest(List<Distance> all) {
        int best = 0;
        for (int i = 1; i < all.size(); i++) {
            best = all.get(i).sharpest() > all.get(best).sharpest() ? i : best;
        }
        return best;
    }

    private static int first(List<Distance> all, int from, double least) {
        int first = from;
        while (first > 0 && all.get(first - 1).sharpest() >= least) {
            first--;
        }
        return first;
    }

    private static int last(List<Distance> all, int from, double least) {
        int last = from;
        while (last < all.size() - 1 && all.get(last + 1).sharpest() >= least) {
            last++;
        }
        return last;
    }
}
