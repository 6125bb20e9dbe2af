package dev.tanaw.capture.read.mrz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The likeliest line of exactly so many characters, each from the alphabet of its place: Viterbi's
/// algorithm over the alignments of connectionist temporal classification.
///
/// The number of characters is known from the format, and that is what reads runs of fillers right,
/// where the best guess of each step alone drops or doubles some. After `n` characters a path is
/// either at a blank, or still at the n-th character; characters that repeat need a blank between.
final class LineDecoder {
    private static final int CLASSES = Alphabet.ALL.length();
    private static final float NEVER = -1e9f;

    private final float[][] steps;
    private final int length;
    private final boolean[][] allowed;

    /// For each step and count: score of being at a blank after so many characters.
    private final float[][] blank;

    /// For each step, count and class: score of being at that class as the character of that
    /// number.
    private final float[][][] emit;

    /// @param steps from [Recogniser#read]
    /// @param line number of the line in its format
    private LineDecoder(float[][] steps, MrzFormat format, int line) {
        this.steps = steps;
        this.length = format.length();
        this.allowed = new boolean[length][CLASSES];
        for (int n = 0; n < length; n++) {
            Alphabet alphabet = format.alphabet(line, n);
            for (int c = 0; c < CLASSES; c++) {
                allowed[n][c] = alphabet.allows(c);
            }
        }
        this.blank = new float[steps.length][length + 1];
        this.emit = new float[steps.length][length][CLASSES];
    }

    /// Empty when the picture is too narrow for so many characters.
    static List<Symbol> decode(float[][] steps, MrzFormat format, int line) {
        if (steps.length < format.length()) {
            return List.of();
        }
        LineDecoder decoder = new LineDecoder(steps, format, line);
        decoder.forward();
        return decoder.backward();
    }

    private void forward() {
        for (int t = 0; t < steps.length; t++) {
            Arrays.fill(blank[t], NEVER);
            for (float[] classes : emit[t]) {
                Arrays.fill(classes, NEVER);
            }
            // A character takes at least a step: counts far from the diagonal cannot be reached.
            int most = Math.min(length, t + 1);
            int least = Math.max(0, length - (steps.length - t));
            for (int n = least; n <= most; n++) {
                blank[t][n] = beforeBlank(t, n) + steps[t][0];
            }
            for (int n = Math.max(0, least - 1); n < most; n++) {
                emit(t, n);
            }
        }
    }

    private float beforeBlank(int t, int n) {
        if (t == 0) {
            return n == 0 ? 0 : NEVER;
        }
        float best = blank[t - 1][n];
        if (n > 0) {
            best = Math.max(best, emit[t - 1][n - 1][top(emit[t - 1][n - 1], -1)]);
        }
        return best;
    }

    private void emit(int t, int n) {
        int first = t > 0 && n > 0 ? top(emit[t - 1][n - 1], -1) : -1;
        int second = first >= 0 ? top(emit[t - 1][n - 1], first) : -1;
        for (int c = 0; c < CLASSES; c++) {
            if (!allowed[n][c]) {
                continue;
            }
            float best =
                    t == 0 ? (n == 0 ? 0 : NEVER) : Math.max(blank[t - 1][n], emit[t - 1][n][c]);
            if (first >= 0) {
                best = Math.max(best, emit[t - 1][n - 1][c == first ? second : first]);
            }
            emit[t][n][c] = best + steps[t][c + 1];
        }
    }

    private static int top(float[] scores, int except) {
        int best = except == 0 ? 1 : 0;
        for (int i = best + 1; i < scores.length; i++) {
            if (i != except && scores[i] > scores[best]) {
                best = i;
            }
        }
        return best;
    }

    /// Walks the best path from its end and keeps, for each character, its surest step.
    private List<Symbol> backward() {
        List<Symbol> symbols = new ArrayList<>();
        int t = steps.length - 1;
        int n = length;
        int c = top(emit[t][n - 1], -1);
        boolean atBlank = blank[t][n] >= emit[t][n - 1][c];
        int surest = t;
        while (t >= 0 && n > 0) {
            if (atBlank) {
                int before = t > 0 ? top(emit[t - 1][n - 1], -1) : 0;
                atBlank = t > 0 && blank[t - 1][n] >= emit[t - 1][n - 1][before];
                c = before;
                surest = t - 1;
                t--;
                continue;
            }
            if (steps[t][c + 1] > steps[surest][c + 1]) {
                surest = t;
            }
            float stay = t > 0 ? emit[t - 1][n - 1][c] : NEVER;
            float fromBlank = t > 0 ? blank[t - 1][n - 1] : (n == 1 ? 0 : NEVER);
            int other = t > 0 && n > 1 ? top(emit[t - 1][n - 2], c) : -1;
            float fromOther = other >= 0 ? emit[t - 1][n - 2][other] : NEVER;
            if (stay < fromBlank || stay < fromOther) {
                symbols.add(symbol(surest, n - 1, c));
                n--;
                atBlank = fromBlank >= fromOther;
                c = Math.max(other, 0);
                surest = t - 1;
            }
            t--;
        }
        return symbols.reversed();
    }

    private Symbol symbol(int step, int position, int best) {
        int second = best == 0 ? 1 : 0;
        for (int i = 0; i < CLASSES; i++) {
            boolean likelier = steps[step][i + 1] > steps[step][second + 1];
            if (i != best && allowed[position][i] && (likelier || !allowed[position][second])) {
                second = i;
            }
        }
        return new Symbol(
                Alphabet.ALL.charAt(best),
                Math.min(1, Math.exp(steps[step][best + 1])),
                Alphabet.ALL.charAt(second));
    }
}
