package dev.tanaw.capture.read.mrz;

import java.util.ArrayList;
import java.util.List;

/// Lays the cells of a line over a strip: so many characters, one pitch apart, wherever they look
/// most like characters. That the number is known and the pitch is the same all along is what reads
/// a run of fillers right.
final class Grid {
    /// The pitch is known from the line's ink to a few parts in a hundred.
    private static final double PITCH_RANGE = 0.03;

    private static final int PITCH_STEPS = 13;

    /// A character may stand so far from its place, in pixels: print and paper are not exact.
    private static final int PLAY = 2;

    /// How much likelier a character is that correlates 0.1 better: about 20 to 1. A starting value
    /// that was never calibrated: the probabilities order characters by doubt, they are not yet
    /// frequencies of being right.
    private static final double SHARPNESS = 30;

    private final float[][] scores;
    private final int places;
    private final MrzFormat format;
    private final int line;

    private Grid(Correlation correlation, MrzFormat format, int line) {
        this.scores = correlation.scores();
        this.places = correlation.places();
        this.format = format;
        this.line = line;
    }

    /// @param start where the first cell's left edge is expected
    /// @param pitch expected distance of two characters
    static List<Symbol> read(
            Correlation correlation, MrzFormat format, int line, double start, double pitch) {
        return new Grid(correlation, format, line).read(start, pitch);
    }

    private List<Symbol> read(double start, double pitch) {
        double best = Double.NEGATIVE_INFINITY;
        double bestStart = start;
        double bestPitch = pitch;
        float[] any = anyCharacter();
        for (int step = 0; step < PITCH_STEPS; step++) {
            double tried = pitch * (1 + PITCH_RANGE * (2.0 * step / (PITCH_STEPS - 1) - 1));
            for (double from = start - pitch; from <= start + pitch; from += 1) {
                double sum = 0;
                for (int n = 0; n < format.length(); n++) {
                    int x = (int) Math.round(from + n * tried);
                    sum += x < 0 || x >= places ? -1 : any[x];
                }
                if (sum > best) {
                    best = sum;
                    bestStart = from;
                    bestPitch = tried;
                }
            }
        }
        List<Symbol> symbols = new ArrayList<>();
        for (int n = 0; n < format.length(); n++) {
            symbols.add(symbol((int) Math.round(bestStart + n * bestPitch), n));
        }
        return symbols;
    }

    /// Best score of any character at each place.
    private float[] anyCharacter() {
        float[] any = scores[0].clone();
        for (float[] row : scores) {
            for (int x = 0; x < places; x++) {
                any[x] = Math.max(any[x], row[x]);
            }
        }
        return any;
    }

    private Symbol symbol(int x, int position) {
        Alphabet alphabet = format.alphabet(line, position);
        int best = -1;
        int second = -1;
        double[] found = new double[scores.length];
        for (int c = 0; c < scores.length; c++) {
            found[c] = near(scores[c], x);
            if (!alphabet.allows(c)) {
                continue;
            }
            if (best < 0 || found[c] > found[best]) {
                second = best;
                best = c;
            } else if (second < 0 || found[c] > found[second]) {
                second = c;
            }
        }
        double all = 0;
        for (int c = 0; c < scores.length; c++) {
            all += alphabet.allows(c) ? Math.exp(SHARPNESS * (found[c] - found[best])) : 0;
        }
        // What looks like nothing at all is not sure, however much less anything else looks like
        // it.
        double likeness = Math.clamp(found[best] / 0.6, 0, 1);
        return new Symbol(
                Alphabet.ALL.charAt(best),
                likeness / all,
                Alphabet.ALL.charAt(Math.max(second, 0)));
    }

    private double near(float[] row, int x) {
        double best = -1;
        for (int i = Math.max(0, x - PLAY); i <= Math.min(places - 1, x + PLAY); i++) {
            best = Math.max(best, row[i]);
        }
        return best;
    }
}
