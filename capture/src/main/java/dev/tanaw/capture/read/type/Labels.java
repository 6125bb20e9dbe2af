package dev.tanaw.capture.read.type;

import dev.tanaw.capture.read.text.TextLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which lines of a page are labels, and of what.
final class Labels {
    /// Share of a line's letters that labels must cover to make the whole line a label.
    private static final double WHOLE = 0.55;

    /// A label that was found.
    ///
    /// @param rest what stands in the line after it, from this letter on
    record Hit(FieldSpec spec, TextLine line, int from, int rest, int letters, int errors) {
        /// Long labels with few errors are trusted most.
        double worth() {
            return letters - 2.5 * errors;
        }
    }

    private final Map<FieldSpec, Hit> best = new HashMap<>();
    private final Set<TextLine> lines;

    Labels(List<FieldSpec> specs, List<TextLine> page) {
        Map<TextLine, List<Hit>> inLine = new HashMap<>();
        for (FieldSpec spec : specs) {
            for (TextLine line : page) {
                find(spec, line)
                        .ifPresent(hit -> {
                            inLine.computeIfAbsent(line, _ -> new ArrayList<>()).add(hit);
                            best.merge(spec, hit, (a, b) -> b.worth() > a.worth() ? b : a);
                        });
            }
        }
        // Of two labels in one place the better one stands: "Name" is part of "Given name".
        best.values()
                .removeIf(hit ->
                        inLine.getOrDefault(hit.line(), List.of()).stream()
                                .anyMatch(other ->
                                        !other.spec().name().equals(hit.spec().name())
                                                && overlap(hit, other)
                                                && other.worth() > hit.worth()));
        lines =
                inLine.entrySet().stream()
                        .filter(entry -> covered(entry.getKey(), entry.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
    }

    private static boolean overlap(Hit one, Hit other) {
        return one.from() < other.rest() && other.from() < one.rest();
    }

    private static boolean covered(TextLine line, List<Hit> hits) {
        int letters = hits.stream().mapToInt(hit -> hit.rest() - hit.from()).max().orElse(0);
        return letters >= WHOLE * line.letters().size();
    }

    Optional<Hit> of(FieldSpec spec) {
        return Optional.ofNullable(best.get(spec));
    }

    boolean label(TextLine line) {
        return lines.contains(line);
    }

    int count() {
        return (int) best.values().stream().filter(hit -> hit.letters() >= 5).count();
    }

    /// The label and those in other languages that follow it.
    private static Optional<Hit> find(FieldSpec spec, TextLine line) {
        String text = line.text();
        Optional<Hit> found = Optional.empty();
        for (String label : spec.labels()) {
            Optional<Likeness.Span> span = Likeness.find(label, text);
            if (span.isPresent()) {
                Likeness.Span at = span.get();
                Hit hit =
                        new Hit(
                                spec,
                                line,
                                at.from(),
                                at.to(),
                                Likeness.Bare.of(label).text().length(),
                                at.errors());
                found = Optional.of(found.map(before -> together(before, hit)).orElse(hit));
            }
        }
        return found;
    }

    private static Hit together(Hit one, Hit other) {
        Hit better = other.worth() > one.worth() ? other : one;
        return new Hit(
                better.spec(),
                better.line(),
                Math.min(one.from(), other.from()),
                Math.max(one.rest(), other.rest()),
                better.letters(),
                better.errors());
    }
}
