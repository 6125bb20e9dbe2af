package dev.tanaw.capture.read.mrz;

import dev.tanaw.capture.locate.Quad;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One line, exactly as printed, fillers included.
///
/// @param place on the picture that was read; empty when the line did not come from a picture
public record MrzLine(List<Symbol> symbols, Optional<Quad> place) {
    public MrzLine {
        symbols = List.copyOf(symbols);
    }

    static MrzLine printed(String text) {
        return new MrzLine(
                text.chars().mapToObj(c -> Symbol.certain((char) c)).toList(), Optional.empty());
    }

    public String text() {
        return symbols.stream()
                .map(symbol -> String.valueOf(symbol.best()))
                .collect(Collectors.joining());
    }

    /// Never shows what was read.
    @Override
    public String toString() {
        return "MrzLine[" + symbols.size() + " symbols]";
    }
}
