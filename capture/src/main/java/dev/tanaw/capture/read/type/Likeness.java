package dev.tanaw.capture.read.type;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Compares print with what is expected, by letters and digits alone: spaces, marks and signs get
/// lost when small print is read.
final class Likeness {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    /// One wrong letter in so many is let pass.
    private static final int LETTERS_PER_ERROR = 6;

    private Likeness() {}

    /// A text without what gets lost, and where each of its letters stood.
    record Bare(String text, List<Integer> from) {
        static Bare of(String text) {
            StringBuilder bare = new StringBuilder();
            List<Integer> from = new ArrayList<>();
            int at = 0;
            for (int symbol : text.codePoints().toArray()) {
                for (char letter : letters(symbol).toCharArray()) {
                    bare.append(letter);
                    from.add(at);
                }
                at++;
            }
            from.add(at);
            return new Bare(bare.toString(), from);
        }
    }

    private static String letters(int symbol) {
        String plain =
                MARKS.matcher(
                                Normalizer.normalize(
                                        Character.toString(symbol), Normalizer.Form.NFKD))
                        .replaceAll("")
                        .toUpperCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder();
        plain.codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(c -> kept.append(c == '0' ? 'O' : c == '1' ? 'I' : (char) c));
        return kept.toString();
    }

    /// A place in the text, counted in its letters (code points) as it was given.
    ///
    /// @param errors letters that differ
    record Span(int from, int to, int errors) {}

    /// Where the expected stands in the text, with the fewest errors; empty when it does not.
    static Optional<Span> find(String expected, String text) {
        Bare want = Bare.of(expected);
        Bare have = Bare.of(text);
        int length = want.text().length();
        int allowed = length / LETTERS_PER_ERROR;
        if (length == 0 || have.text().length() < length - allowed) {
            return Optional.empty();
        }
        Ending best = ending(want.text(), have.text());
        if (best.errors() > allowed) {
            return Optional.empty();
        }
        int from = have.from().get(best.start());
        int to = best.end() == 0 ? 0 : have.from().get(best.end() - 1) + 1;
        boolean alone = length >= LETTERS_PER_ERROR || bounded(text, from, to);
        return alone ? Optional.of(new Span(from, to, best.errors())) : Optional.empty();
    }

    /// A short label must not be part of a word.
    private static boolean bounded(String text, int from, int to) {
        int[] symbols = text.codePoints().toArray();
        boolean before = from == 0 || !Character.isLetterOrDigit(symbols[from - 1]);
        boolean after = to >= symbols.length || !Character.isLetterOrDigit(symbols[to]);
        return before && after;
    }

    private record Ending(int start, int end, int errors) {}

    /// Edit distance of the expected to the best part of the text.
    private static Ending ending(String want, String have) {
        int[] cost = new int[have.length() + 1];
        int[] start = new int[have.length() + 1];
        for (int j = 0; j <= have.length(); j++) {
            start[j] = j;
        }
        for (int i = 1; i <= want.length(); i++) {
            int diagonal = cost[0];
            int diagonalStart = start[0];
            cost[0] = i;
            for (int j = 1; j <= have.length(); j++) {
                int swap = diagonal + (want.charAt(i - 1) == have.charAt(j - 1) ? 0 : 1);
                int swapStart = diagonalStart;
                diagonal = cost[j];
                diagonalStart = start[j];
                int least = Math.min(swap, Math.min(cost[j] + 1, cost[j - 1] + 1));
                if (least == swap) {
                    start[j] = swapStart;
                } else if (least == cost[j - 1] + 1) {
                    start[j] = start[j - 1];
                }
                cost[j] = least;
            }
        }
        int end = 0;
        for (int j = 1; j <= have.length(); j++) {
            if (cost[j] < cost[end]) {
                end = j;
            }
        }
        return new Ending(start[end], end, cost[end]);
    }
}
