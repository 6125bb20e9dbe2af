package dev.tanaw.capture.read.mrz;

import java.util.Comparator;
import java.util.List;

/// Which rows to read first: those that have a fellow of the same length right above or below.
final class Rows {
    private static final double LENGTHS = 0.12;
    private static final double LEAST_APART = 1.1;
    private static final double MOST_APART = 4.5;

    private Rows() {}

    static List<Strip> likelyFirst(List<Strip> rows) {
        return rows.stream().sorted(Comparator.comparing(row -> !hasFellow(row, rows))).toList();
    }

    static boolean hasFellow(Strip row, List<Strip> rows) {
        return rows.stream().anyMatch(other -> fellows(row, other));
    }

    private static boolean fellows(Strip one, Strip other) {
        double longer = Math.max(one.length(), other.length());
        double apart = Math.abs(one.across(other.left()));
        double height = Math.min(one.capital(), other.capital());
        return Math.abs(one.length() - other.length()) < LENGTHS * longer
                && Math.abs(one.along(other.left())) < LENGTHS * longer
                && apart > LEAST_APART * height
                && apart < MOST_APART * height;
    }
}
