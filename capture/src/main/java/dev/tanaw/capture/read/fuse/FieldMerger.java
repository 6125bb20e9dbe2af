package dev.tanaw.capture.read.fuse;

import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Field.Alternative;
import dev.tanaw.capture.event.Field.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One value for each field from what all sources say. Sources that agree make it surer; where they
/// differ nothing is decided in silence: the surer one is shown below green, with the other beside
/// it.
public final class FieldMerger {
    private static final double MOST = 0.995;

    /// Somebody has to look.
    private static final double CONFLICT = 0.8;

    /// Two that agree although a check digit says no.
    private static final double REFUTED = 0.85;

    /// Sources are not quite independent: they look at one document in one picture.
    private static final double SHARED = 0.6;

    /// Less sure readings of small print contradict nobody.
    private static final double LEAST_WORD = 0.5;

    private final boolean truncated;

    /// @param truncated true where the zone had no room for the whole name
    public FieldMerger(boolean truncated) {
        this.truncated = truncated;
    }

    /// @param evidence in the order in which fields are wanted; several of one name
    public List<Field> merge(List<Field> evidence) {
        Map<String, List<Field>> byName = new LinkedHashMap<>();
        evidence.forEach(
                field -> byName.computeIfAbsent(field.name(), _ -> new ArrayList<>()).add(field));
        return byName.values().stream().map(this::one).toList();
    }

    private Field one(List<Field> said) {
        List<Field> sorted =
                said.stream().sorted(Comparator.comparingInt(FieldMerger::rank)).toList();
        Field best = sorted.getFirst();
        for (Field other : sorted.subList(1, sorted.size())) {
            best = together(best, other);
        }
        return best;
    }

    /// Signed before error-corrected before checked before print; what failed its check comes last.
    private static int rank(Field field) {
        int trust =
                switch (field.source()) {
                    case TYPED -> 0;
                    case SIGNED_QR -> 1;
                    case BARCODE -> 2;
                    case MRZ -> 3;
                    case PRINTED -> 4;
                };
        return trust;
    }

    private Field together(Field best, Field other) {
        return switch (Agreement.of(best, other, truncated)) {
            case AGREES -> agreed(best, other);
            case UNKNOWN -> best;
            case DIFFERS -> differing(best, other);
        };
    }

    private static Field agreed(Field best, Field other) {
        double doubt = (1 - best.confidence()) * Math.max(SHARED, 1 - other.confidence());
        boolean refuted = best.checks().stream().anyMatch(check -> check.endsWith(":fail"));
        double most = refuted || best.repaired() ? REFUTED : MOST;
        double sure = Math.max(best.confidence(), Math.min(most, 1 - doubt));
        boolean spelled = !best.value().equals(other.value());
        Optional<Alternative> spelling =
                spelled
                        ? Optional.of(
                                new Alternative(
                                        other.value(), other.source(), other.confidence(), true))
                        : Optional.empty();
        return with(best, sure, "sources_agree:pass", Optional.of(other.source()), spelling);
    }

    private static Field differing(Field best, Field other) {
        if (other.confidence() < LEAST_WORD && best.confidence() >= LEAST_WORD) {
            return best;
        }
        return with(
                best,
                Math.min(best.confidence(), CONFLICT),
                "sources_agree:fail",
                Optional.empty(),
                Optional.of(
                        new Alternative(other.value(), other.source(), other.confidence(), false)));
    }

    private static Field with(
            Field field,
            double confidence,
            String check,
            Optional<Source> source,
            Optional<Alternative> alternative) {
        List<String> checks = new ArrayList<>(field.checks());
        checks.add(check);
        List<Source> sources = new ArrayList<>(field.sources());
        source.filter(s -> !sources.contains(s)).ifPresent(sources::add);
        List<Alternative> alternatives = new ArrayList<>(field.alternatives());
        alternative.ifPresent(alternatives::add);
        return new Field(
                field.name(),
                field.value(),
                confidence,
                field.source(),
                checks,
                field.repaired(),
                field.box(),
                sources,
                alternatives);
    }
}
