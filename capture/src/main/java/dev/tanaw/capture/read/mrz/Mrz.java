package dev.tanaw.capture.read.mrz;

import dev.tanaw.capture.read.mrz.MrzFormat.Span;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A machine readable zone that was read, before anybody believes it.
public record Mrz(MrzFormat format, List<MrzLine> lines) {
    /// Probability of a character below which another picture of it is asked.
    private static final double DOUBT = 0.9;

    public Mrz {
        lines = List.copyOf(lines);
        if (lines.size() != format.lines()
                || lines.stream().anyMatch(line -> line.symbols().size() != format.length())) {
            throw new IllegalArgumentException("lines do not fit " + format);
        }
    }

    /// Lines as text, for those that come from a label or a chip.
    public static Mrz printed(MrzFormat format, List<String> texts) {
        return new Mrz(format, texts.stream().map(MrzLine::printed).toList());
    }

    public List<String> texts() {
        return lines.stream().map(MrzLine::text).toList();
    }

    /// Each check digit that this format has, and whether it is right. Right is not the same as
    /// read correctly: one wrong character in thirteen goes unnoticed.
    public Map<Check, Boolean> checks() {
        Map<Check, Boolean> checks = new EnumMap<>(Check.class);
        List<String> texts = texts();
        LongNumber number = LongNumber.of(format, texts);
        checks.put(Check.NUMBER, number.checked());
        checks.put(Check.BIRTH, passes(texts, Part.BIRTH, Part.BIRTH_CHECK));
        if (format.span(Part.EXPIRY).isPresent()) {
            checks.put(Check.EXPIRY, passes(texts, Part.EXPIRY, Part.EXPIRY_CHECK));
        }
        if (format.span(Part.OPTIONAL_CHECK).isPresent()) {
            checks.put(Check.OPTIONAL, optional(texts));
        }
        if (!format.composite().isEmpty()) {
            String all =
                    format.composite().stream()
                            .map(span -> span.of(texts))
                            .collect(Collectors.joining());
            checks.put(
                    Check.COMPOSITE,
                    text(texts, Part.COMPOSITE_CHECK).charAt(0) == CheckDigit.of(all));
        }
        return checks;
    }

    public boolean valid() {
        return checks().values().stream().allMatch(right -> right);
    }

    private boolean passes(List<String> texts, Part part, Part check) {
        return text(texts, check).charAt(0) == CheckDigit.of(text(texts, part));
    }

    /// An empty field may carry `<` instead of 0.
    private boolean optional(List<String> texts) {
        String value = text(texts, Part.OPTIONAL);
        char check = text(texts, Part.OPTIONAL_CHECK).charAt(0);
        boolean empty = value.chars().allMatch(c -> c == '<');
        return check == CheckDigit.of(value) || (empty && check == '<');
    }

    String text(List<String> texts, Part part) {
        return format.span(part).map(span -> span.of(texts)).orElse("");
    }

    /// The symbols of a part, with their probabilities.
    List<Symbol> symbols(Part part) {
        return format.span(part)
                .map((Span span) ->
                        lines.get(span.line()).symbols().subList(span.from(), span.to()))
                .orElse(List.of());
    }

    /// What several pictures of one document say together: see [Vote].
    ///
    /// @param zones the best picture's first; not empty
    public static Mrz voted(List<Mrz> zones) {
        return Vote.of(zones);
    }

    /// Whether other pictures of it could still make it better: a check digit is wrong, or some
    /// character is in doubt.
    public boolean doubtful() {
        return !valid()
                || lines.stream()
                        .flatMap(line -> line.symbols().stream())
                        .anyMatch(symbol -> symbol.probability() < DOUBT);
    }

    /// Never shows what was read.
    @Override
    public String toString() {
        return "Mrz[" + format + "]";
    }
}
