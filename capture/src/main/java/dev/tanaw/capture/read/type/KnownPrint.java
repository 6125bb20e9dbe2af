package dev.tanaw.capture.read.type;

import dev.tanaw.capture.read.type.DocumentType.Evidence;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is printed on every document of a kind: labels and headings, in each language. A run that
/// says nothing else holds no value, and need not be read as carefully as one. Immutable.
public final class KnownPrint implements Predicate<String> {
    /// Fewer letters are too easily a value.
    private static final int LEAST = 5;

    private final Set<String> words;
    private final int longest;

    public KnownPrint(List<DocumentType> types) {
        words =
                types.stream()
                        .flatMap(KnownPrint::printed)
                        .map(text -> Likeness.Bare.of(text).text())
                        .filter(bare -> !bare.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
        longest = words.stream().mapToInt(String::length).max().orElse(0);
    }

    private static Stream<String> printed(DocumentType type) {
        return Stream.concat(
                type.fields().stream().flatMap(field -> field.labels().stream()),
                type.evidence().stream()
                        .filter(evidence -> evidence.kind() == Evidence.Kind.PRINT)
                        .map(Evidence::text));
    }

    /// Whether a run is made of labels and headings alone.
    @Override
    public boolean test(String run) {
        String bare = Likeness.Bare.of(run).text();
        if (bare.length() < LEAST) {
            return false;
        }
        boolean[] reached = new boolean[bare.length() + 1];
        reached[0] = true;
        for (int from = 0; from < bare.length(); from++) {
            for (int to = from + 1;
                    reached[from] && to <= bare.length() && to - from <= longest;
                    to++) {
                reached[to] |= words.contains(bare.substring(from, to));
            }
        }
        return reached[bare.length()];
    }
}
