package dev.tanaw.capture.read.mrz;

/// What a recogniser saw along a strip: at each step the probability of each character of
/// [Alphabet#ALL], and of no character's middle being there.
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Steps(float[][] probabilities) {
    /// Pixels of a strip from one step to the next.
    static final int WIDTH = 4;

    /// @param logits rows of `none`, then the alphabet
    static Steps ofLogits(float[][] logits) {
        for (float[] row : logits) {
            float most = Float.NEGATIVE_INFINITY;
            for (float value : row) {
                most = Math.max(most, value);
            }
            float sum = 0;
            for (int c = 0; c < row.length; c++) {
                row[c] = (float) Math.exp(row[c] - most);
                sum += row[c];
            }
            for (int c = 0; c < row.length; c++) {
                row[c] /= sum;
            }
        }
        return new Steps(logits);
    }

    int count() {
        return probabilities.length;
    }

    /// @param symbol index in [Alphabet#ALL]
    double of(int step, int symbol) {
        return probabilities[step][symbol + 1];
    }

    /// Probability that the middle of some character is at a step.
    double any(int step) {
        return step < 0 || step >= count() ? 0 : 1 - probabilities[step][0];
    }
}
