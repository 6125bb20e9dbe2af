package dev.tanaw.capture.read.mrz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/// Turns what was seen along a line into exactly as many characters as its format has. The cells
/// say about where each is; characters may stray from there a little, but keep their distance. That
/// reads a run of fillers right.
final class LineDecoder {
    /// A character's middle may be so many steps from the middle of its cell.
    private static final int PLAY = 2;

    /// Usual deviation of the distance of two characters, in steps.
    private static final double STRAY = 0.8;

    /// By what the recogniser's probabilities are softened; 1 leaves them as they are. Not fitted:
    /// the reliability table of MrzEvaluation shows what they are worth.
    private static final double TEMPERATURE = 1.0;

    private static final double LEAST = 1e-7;
    private static final int OTHERS = 8;

    private final Steps steps;
    private final Cells cells;
    private final IntFunction<Alphabet> alphabets;

    private LineDecoder(Steps steps, Cells cells, IntFunction<Alphabet> alphabets) {
        this.steps = steps;
        this.cells = cells;
        this.alphabets = alphabets;
    }

    static List<Symbol> decode(Steps steps, Cells cells, MrzFormat format, int line) {
        return decode(steps, cells, place -> format.alphabet(line, place));
    }

    /// @param alphabets what may stand at each place, from 0
    static List<Symbol> decode(Steps steps, Cells cells, IntFunction<Alphabet> alphabets) {
        return new LineDecoder(steps, cells, alphabets).symbols();
    }

    private List<Symbol> symbols() {
        int[] places = places();
        List<Symbol> symbols = new ArrayList<>();
        for (int n = 0; n < places.length; n++) {
            symbols.add(symbol(places[n], alphabets.apply(n)));
        }
        return symbols;
    }

    /// The likeliest step of each character: one near each cell's middle, one after the other.
    private int[] places() {
        int count = cells.count();
        int width = 2 * PLAY + 1;
        double[][] best = new double[count][width];
        int[][] before = new int[count][width];
        for (int n = 0; n < count; n++) {
            for (int j = 0; j < width; j++) {
                double found = n == 0 ? 0 : Double.NEGATIVE_INFINITY;
                for (int i = 0; n > 0 && i < width; i++) {
                    double apart = step(n, j) - step(n - 1, i);
                    double stray = (apart - cells.pitch()) / STRAY;
                    double sum = best[n - 1][i] - stray * stray / 2;
                    if (apart >= 2 && sum > found) {
                        found = sum;
                        before[n][j] = i;
                    }
                }
                best[n][j] = found + Math.log(steps.any(step(n, j)) + LEAST);
            }
        }
        int[] places = new int[count];
        int at = 0;
        for (int j = 1; j < width; j++) {
            at = best[count - 1][j] > best[count - 1][at] ? j : at;
        }
        for (int n = count - 1; n >= 0; n--) {
            places[n] = step(n, at);
            at = before[n][at];
        }
        return places;
    }

    private int step(int cell, int play) {
        return (int) Math.round(cells.first() + cell * cells.pitch()) + play - PLAY;
    }

    private Symbol symbol(int place, Alphabet alphabet) {
        double[] found = new double[Alphabet.ALL.length()];
        double all = 0;
        double seen = 0;
        for (int c = 0; c < found.length; c++) {
            double sum = 0;
            for (int t = Math.max(0, place - 1); t <= Math.min(steps.count() - 1, place + 1); t++) {
                sum += steps.of(t, c);
            }
            seen += sum;
            found[c] = Math.pow(sum + LEAST, 1 / TEMPERATURE) * alphabet.weight(c);
            all += found[c];
        }
        // Where hardly anything was seen nothing is sure, however much less anything else was seen.
        double present = Math.min(1, seen);
        List<Symbol.Guess> guesses = new ArrayList<>();
        for (int c = 0; c < found.length; c++) {
            guesses.add(new Symbol.Guess(Alphabet.ALL.charAt(c), present * found[c] / all));
        }
        guesses.sort(Comparator.comparingDouble(Symbol.Guess::probability).reversed());
        return new Symbol(
                guesses.getFirst().symbol(),
                guesses.getFirst().probability(),
                guesses.subList(1, 1 + OTHERS));
    }
}
