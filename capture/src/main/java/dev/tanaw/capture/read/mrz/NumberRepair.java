package dev.tanaw.capture.read.mrz;

import dev.tanaw.capture.read.mrz.MrzFormat.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Mends a document number whose check digit is wrong, where exactly one exchange of look-alikes
/// that the check digit can tell apart makes it right, the pixels allow it, and the composite check
/// digit does not speak against it. Look-alikes that it cannot tell apart (6 and G, 8 and S, 1 and
/// L, …) are left as they were read.
final class NumberRepair {
    private static final Map<Character, String> LOOK_ALIKES =
            Map.of(
                    '0', "ODQ", 'O', "0", 'D', "0", 'Q', "0", '1', "I", 'I', "1", '2', "Z", 'Z',
                    "2", '5', "S");
    private static final Map<Character, String> MORE =
            Map.of('S', "5", '8', "B", 'B', "8", 'C', "<", 'E', "<");

    /// Least probability that the pixels give to what is put in.
    private static final double SUPPORTED = 0.01;

    private NumberRepair() {}

    /// Empty when nothing is wrong or nothing can be decided.
    static Optional<Mrz> of(Mrz mrz) {
        if (mrz.checks().getOrDefault(Check.NUMBER, true)) {
            return Optional.empty();
        }
        Span span = mrz.format().span(Part.NUMBER).orElseThrow();
        List<Mrz> right = new ArrayList<>();
        for (int i = span.from(); i < span.to(); i++) {
            Symbol read = mrz.lines().get(span.line()).symbols().get(i);
            for (char other : others(read.best()).toCharArray()) {
                Mrz candidate = with(mrz, span.line(), i, other);
                Map<Check, Boolean> checks = candidate.checks();
                if (read.of(other) >= SUPPORTED
                        && checks.getOrDefault(Check.NUMBER, false)
                        && checks.getOrDefault(Check.COMPOSITE, true)) {
                    right.add(candidate);
                }
            }
        }
        return right.size() == 1 ? Optional.of(right.getFirst()) : Optional.empty();
    }

    private static String others(char read) {
        return LOOK_ALIKES.getOrDefault(read, MORE.getOrDefault(read, ""));
    }

    private static Mrz with(Mrz mrz, int line, int position, char symbol) {
        List<MrzLine> lines = new ArrayList<>(mrz.lines());
        List<Symbol> symbols = new ArrayList<>(lines.get(line).symbols());
        Symbol read = symbols.get(position);
        symbols.set(position, read.meant(symbol));
        lines.set(line, new MrzLine(symbols, lines.get(line).place()));
        return new Mrz(mrz.format(), lines);
    }
}
