package dev.tanaw.capture.read;

import dev.tanaw.capture.read.text.TextLine;
import dev.tanaw.capture.read.type.PrintedValue;

/// How sure a printed value is: green only where two recognisers read the same letters behind a
/// label that was found.
final class PrintedConfidence {
    private static final double CONFIRMED = 0.96;
    private static final double MOST = 0.85;
    private static final double UNLABELLED = 0.8;
    private static final double REPAIRED = 0.74;

    /// Where one value ends and the next begins is a guess.
    private static final double DIVIDED = 0.6;

    private PrintedConfidence() {}

    static double of(PrintedValue value) {
        double seen =
                value.runs().stream().mapToDouble(TextLine::probability).reduce(1, (a, b) -> a * b);
        boolean confirmed = value.runs().stream().allMatch(TextLine::confirmed);
        double most = value.labelled() ? confirmed ? CONFIRMED : MOST : UNLABELLED;
        if (value.repaired()) {
            most = Math.min(most, REPAIRED);
        }
        return Math.min(seen, value.divided() ? Math.min(most, DIVIDED) : most);
    }
}
