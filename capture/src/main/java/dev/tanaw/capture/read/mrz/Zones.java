package dev.tanaw.capture.read.mrz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts lines together that stand one below the other as those of a zone do.
final class Zones {
    /// Doc 9303: lines are 6.35 mm apart, characters 2.54 mm. Documents keep to it roughly.
    static final double APART = 2.5;

    private static final double LEAST_APART = 1.5;
    private static final double MOST_APART = 3.8;
    private static final double INDENT = 2.6;
    private static final double PITCHES = 1.08;

    private Zones() {}

    /// All zones of these lines: two of 44 or 36 characters, three of 30.
    static List<List<Line>> of(List<Line> lines) {
        List<List<Line>> zones = new ArrayList<>();
        for (Line upper : lines) {
            for (Line lower : below(upper, lines)) {
                if (upper.cells().count() != MrzFormat.TD1.length()) {
                    zones.add(List.of(upper, lower));
                    continue;
                }
                for (Line third : below(lower, lines)) {
                    zones.add(List.of(upper, lower, third));
                }
            }
        }
        zones.sort(Comparator.comparingDouble(Zones::fit).reversed());
        return zones;
    }

    /// The zone as it is, and where its lines do not begin below each other, with one of them
    /// counted so that they do.
    static List<List<Line>> aligned(List<Line> zone) {
        List<List<Line>> ways = new ArrayList<>(List.of(zone));
        for (Line anchor : zone) {
            List<Line> way =
                    zone.stream()
                            .map(line -> line.shifted((int) Math.round(offset(line, anchor))))
                            .toList();
            if (!way.equals(zone)) {
                ways.add(way);
            }
        }
        return ways;
    }

    /// How many characters the other line begins further right.
    private static double offset(Line line, Line other) {
        return line.strip().along(other.strip().left()) / line.pitch();
    }

    private static double fit(List<Line> zone) {
        return zone.stream().mapToDouble(line -> line.cells().fit()).average().orElse(0);
    }

    private static List<Line> below(Line upper, List<Line> lines) {
        return lines.stream().filter(line -> follows(upper, line)).toList();
    }

    private static boolean follows(Line upper, Line lower) {
        double pitch = upper.pitch();
        double down = upper.strip().across(lower.strip().left()) / pitch;
        return upper.cells().count() == lower.cells().count()
                && down > LEAST_APART
                && down < MOST_APART
                && Math.abs(upper.strip().along(lower.strip().left())) < INDENT * pitch
                && Math.max(pitch, lower.pitch()) < PITCHES * Math.min(pitch, lower.pitch());
    }
}
