package dev.tanaw.capture.read.mrz;

/// How much there is to a zone that was read.
final class Belief {
    /// Mean probability of a character from which a zone is believed when two check digits are
    /// right, and when one is: documents are printed with wrong ones.
    private static final double TWO_CHECKS = 0.7;

    private static final double ONE_CHECK = 0.9;

    /// Mean probability from which nothing better is looked for.
    private static final double SETTLED = 0.85;

    /// Characters that the format rules out: print may be wrong in one or two, not all over.
    private static final int MOST_RULED_OUT = 3;

    private Belief() {}

    static boolean convincing(Mrz mrz) {
        long right = right(mrz);
        return mean(mrz) >= (right >= 2 ? TWO_CHECKS : ONE_CHECK)
                && right > 0
                && ruledOut(mrz) <= MOST_RULED_OUT
                && MrzDates.possible(mrz.text(mrz.texts(), Part.BIRTH));
    }

    static boolean settled(Mrz mrz) {
        return mrz.valid() && mean(mrz) >= SETTLED;
    }

    /// For comparing two readings of one picture.
    static double merit(Mrz mrz) {
        return right(mrz) / (double) mrz.checks().size() + 2 * mean(mrz);
    }

    private static int ruledOut(Mrz mrz) {
        int count = 0;
        for (int line = 0; line < mrz.lines().size(); line++) {
            String text = mrz.lines().get(line).text();
            for (int i = 0; i < text.length(); i++) {
                count += mrz.format().alphabet(line, i).rulesOut(text.charAt(i)) ? 1 : 0;
            }
        }
        return count;
    }

    private static long right(Mrz mrz) {
        return mrz.checks().values().stream().filter(right -> right).count();
    }

    private static double mean(Mrz mrz) {
        return mrz.lines().stream()
                .flatMap(line -> line.symbols().stream())
                .mapToDouble(Symbol::probability)
                .average()
                .orElse(0);
    }
}
