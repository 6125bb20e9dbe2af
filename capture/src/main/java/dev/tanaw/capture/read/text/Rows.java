package dev.tanaw.capture.read.text;

import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.read.text.TextLine.Letter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Joins runs that were found apart although they stand in one row as words of one value do, and
/// parts those that were found as one although a column's gap lies between.
final class Rows {
    /// Farthest gap in heights of the run.
    private static final double NEAR = 0.75;

    /// Least common part of two heights, and likeness of the heights.
    private static final double COMMON = 0.6;

    private static final double SPACE = 0.95;

    /// From the middle of one letter to that of the next, in heights of the run.
    private static final double COLUMN = 1.5;

    private Rows() {}

    static List<TextLine> joined(List<TextLine> lines) {
        List<TextLine> left = new ArrayList<>();
        lines.forEach(line -> left.addAll(split(line)));
        left.sort(Comparator.comparingDouble(line -> line.place().topLeft().x()));
        List<TextLine> joined = new ArrayList<>();
        while (!left.isEmpty()) {
            TextLine line = left.removeFirst();
            for (Optional<TextLine> next = next(line, left);
                    next.isPresent();
                    next = next(line, left)) {
                left.remove(next.get());
                line = joined(line, next.get());
            }
            joined.add(line);
        }
        joined.sort(Comparator.comparingDouble(line -> line.place().centre().y()));
        return joined;
    }

    private static List<TextLine> split(TextLine line) {
        List<Letter> letters = line.letters();
        double width = line.place().width() / line.place().height();
        int before = -1;
        for (int i = 0; i < letters.size(); i++) {
            if (letters.get(i).symbol() == ' ') {
                continue;
            }
            if (before >= 0 && (letters.get(i).at() - letters.get(before).at()) * width > COLUMN) {
                List<TextLine> parts = new ArrayList<>(List.of(line.part(0, before + 1)));
                parts.addAll(split(line.part(i, letters.size())));
                return parts;
            }
            before = i;
        }
        return List.of(line);
    }

    private static Optional<TextLine> next(TextLine line, List<TextLine> others) {
        return others.stream().filter(other -> follows(line.place(), other.place())).findFirst();
    }

    private static boolean follows(Quad line, Quad other) {
        double height = Math.max(line.height(), other.height());
        double gap = other.topLeft().x() - line.topRight().x();
        double top = Math.max(line.topRight().y(), other.topLeft().y());
        double bottom = Math.min(line.bottomRight().y(), other.bottomLeft().y());
        return gap > -0.5 * height
                && gap < NEAR * height
                && bottom - top > COMMON * height
                && Math.min(line.height(), other.height()) > COMMON * height;
    }

    private static TextLine joined(TextLine line, TextLine other) {
        Optional<Quad> place =
                Quad.upright(
                        List.of(
                                line.place().topLeft(),
                                other.place().topRight(),
                                other.place().bottomRight(),
                                line.place().bottomLeft()));
        if (place.isEmpty()) {
            return line;
        }
        double share = line.place().width() / place.get().width();
        double start = 1 - other.place().width() / place.get().width();
        List<Letter> letters = new ArrayList<>();
        line.letters().forEach(letter -> letters.add(moved(letter, 0, share)));
        letters.add(new Letter(' ', SPACE, (share + start) / 2));
        other.letters().forEach(letter -> letters.add(moved(letter, start, 1 - start)));
        return new TextLine(letters, place.get(), line.confirmed() && other.confirmed());
    }

    private static Letter moved(Letter letter, double from, double scale) {
        return new Letter(letter.symbol(), letter.probability(), from + letter.at() * scale);
    }
}
