package dev.tanaw.capture.read.text;

import dev.tanaw.capture.read.text.TextLine.Letter;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Lays two readings of one run over each other: the first decides which letters stand there, the
/// second which marks they carry. Where both read the same letters the run is confirmed.
final class SecondOpinion {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    /// Letters that are no other letter with a mark, as who does not know them sees them.
    private static final Map<Integer, String> SEEN_AS =
            Map.of(
                    (int) 'Ø', "O", (int) 'ø', "o", (int) 'Ł', "L", (int) 'Đ', "D", (int) 'Þ', "P",
                    (int) 'ß', "B", (int) 'İ', "I");

    /// From which the second is believed about a mark.
    private static final double BELIEVED = 0.5;

    /// Mean clarity from which a reading counts.
    private static final double CLEAR = 0.8;

    /// What is left of a letter's probability when the second reads another one.
    private static final double CONTRADICTED = 0.6;

    private SecondOpinion() {}

    /// @param second readings of it, the clearest first; where they differ in marks nothing is
    ///   confirmed
    static TextLine joined(TextLine first, List<TextLine> second) {
        TextLine joined = joined(first, second.getFirst());
        boolean sure =
                second.stream()
                        .filter(other -> other.clarity() >= CLEAR)
                        .allMatch(other -> joined(first, other).text().equals(joined.text()));
        return new TextLine(joined.letters(), joined.place(), joined.confirmed() && sure);
    }

    private static TextLine joined(TextLine first, TextLine second) {
        List<Letter> one = bare(first.letters());
        List<Letter> other = bare(second.letters());
        int[] partner = aligned(one, other);
        boolean same = one.size() == other.size();
        List<Letter> letters = new ArrayList<>();
        int at = 0;
        for (Letter letter : first.letters()) {
            if (letter.symbol() == ' ') {
                letters.add(letter);
                continue;
            }
            int with = partner[at++];
            boolean alike = with >= 0 && alike(letter, other.get(with));
            same &= alike;
            letters.add(alike ? together(letter, other.get(with)) : doubted(letter));
        }
        return new TextLine(letters, first.place(), same && !letters.isEmpty());
    }

    private static List<Letter> bare(List<Letter> letters) {
        return letters.stream().filter(letter -> letter.symbol() != ' ').toList();
    }

    private static Letter together(Letter first, Letter second) {
        if (first.symbol() == second.symbol()) {
            double doubt = (1 - first.probability()) * (1 - second.probability());
            return new Letter(first.symbol(), 1 - doubt, first.at());
        }
        boolean marked = marked(second.symbol()) && !marked(first.symbol());
        boolean cased =
                Character.toUpperCase(first.symbol()) == Character.toUpperCase(second.symbol());
        if (marked && second.probability() >= BELIEVED && !cased) {
            int symbol =
                    Character.isUpperCase(first.symbol())
                            ? Character.toUpperCase(second.symbol())
                            : second.symbol();
            return new Letter(symbol, second.probability(), first.at());
        }
        return new Letter(
                first.symbol(),
                marked ? 1 - second.probability() : first.probability(),
                first.at());
    }

    private static Letter doubted(Letter letter) {
        return new Letter(letter.symbol(), letter.probability() * CONTRADICTED, letter.at());
    }

    private static boolean marked(int symbol) {
        return symbol > 0x7f && Character.isLetter(symbol);
    }

    private static boolean alike(Letter one, Letter other) {
        return plain(one.symbol()).equals(plain(other.symbol()));
    }

    private static String plain(int symbol) {
        String seen = SEEN_AS.getOrDefault(symbol, Character.toString(symbol));
        String bare = MARKS.matcher(Normalizer.normalize(seen, Normalizer.Form.NFD)).replaceAll("");
        return bare.toUpperCase(java.util.Locale.ROOT).replace('0', 'O').replace('1', 'I');
    }

    /// For each of the one the index of its partner among the other, −1 for none, by the least
    /// number of differences.
    private static int[] aligned(List<Letter> one, List<Letter> other) {
        int[][] cost = new int[one.size() + 1][other.size() + 1];
        for (int i = 0; i <= one.size(); i++) {
            for (int j = 0; j <= other.size(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int swap = cost[i - 1][j - 1] + (alike(one.get(i - 1), other.get(j - 1)) ? 0 : 1);
                cost[i][j] = Math.min(swap, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
            }
        }
        int[] partner = new int[one.size()];
        int i = one.size();
        int j = other.size();
        while (i > 0) {
            int swap = j == 0 ? 1 : alike(one.get(i - 1), other.get(j - 1)) ? 0 : 1;
            if (j > 0 && cost[i][j] == cost[i - 1][j - 1] + swap) {
                partner[--i] = --j;
            } else if (j > 0 && cost[i][j] == cost[i][j - 1] + 1) {
                j--;
            } else {
                partner[--i] = -1;
            }
        }
        return partner;
    }
}
