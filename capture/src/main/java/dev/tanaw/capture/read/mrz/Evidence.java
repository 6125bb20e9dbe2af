package dev.tanaw.capture.read.mrz;

import java.util.List;

/// How sure a run of characters is, from what the pixels say of each and what check digits say of
/// all.
///
/// A right check digit speaks for the whole run, against everything it would have caught. What it
/// cannot catch stays as doubtful as the pixels leave it: another character of equal value modulo
/// ten (6/G, 8/S, 1/L, …), the same two characters confused several times so that the errors
/// cancel, and a tenth of all other double errors.
final class Evidence {
    /// What a check digit misses of errors in two or more characters.
    private static final double MISSED = 0.1;

    private Evidence() {}

    /// Without a check digit: all of the characters have to be right.
    static double unchecked(List<Symbol> run) {
        return run.stream().mapToDouble(Symbol::probability).reduce(1, (a, b) -> a * b);
    }

    /// With a right check digit.
    ///
    /// @param run the characters and their check digit
    static double checked(List<Symbol> run) {
        double unseen = 0;
        double sum = 0;
        double squares = 0;
        for (Symbol symbol : run) {
            double likelihood = Math.max(symbol.probability(), 1e-3);
            double any = (1 - symbol.probability()) / likelihood;
            sum += any;
            squares += any * any;
            double known = 0;
            for (Symbol.Guess guess : symbol.others()) {
                known += guess.probability();
                if (equal(symbol.best(), guess.symbol())) {
                    unseen += guess.probability() / likelihood;
                }
            }
            // Of what could not be told at all a tenth has the same value.
            unseen += MISSED * Math.max(0, 1 - symbol.probability() - known) / likelihood;
        }
        double pairs = MISSED * (sum * sum - squares) / 2;
        return 1 / (1 + unseen + pairs + systematic(run));
    }

    /// The same confusion at every place of a character, where the check digit passes it: eyes that
    /// take one 0 for an O take all of them so.
    private static double systematic(List<Symbol> run) {
        String text = text(run);
        double doubt = 0;
        for (char read : Alphabet.ALL.toCharArray()) {
            List<Symbol> same = run.stream().filter(symbol -> symbol.best() == read).toList();
            if (same.size() < 2) {
                continue;
            }
            for (char meant : Alphabet.ALL.toCharArray()) {
                double odds =
                        same.stream()
                                .mapToDouble(symbol ->
                                        symbol.of(meant) / Math.max(symbol.probability(), 1e-3))
                                .max()
                                .orElse(0);
                if (meant != read && odds > 0 && passes(text.replace(read, meant))) {
                    doubt += odds;
                }
            }
        }
        return doubt;
    }

    private static String text(List<Symbol> run) {
        StringBuilder text = new StringBuilder();
        run.forEach(symbol -> text.append(symbol.best()));
        return text.toString();
    }

    private static boolean passes(String run) {
        return CheckDigit.of(run.substring(0, run.length() - 1)) == run.charAt(run.length() - 1);
    }

    private static boolean equal(char one, char other) {
        return CheckDigit.of(String.valueOf(one)) == CheckDigit.of(String.valueOf(other));
    }
}
