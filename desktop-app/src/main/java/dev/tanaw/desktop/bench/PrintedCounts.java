package dev.tanaw.desktop.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tanaw.capture.event.Band;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Field.Alternative;
import dev.tanaw.capture.event.Field.Source;
import dev.tanaw.capture.read.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Counts what was read of print, for pictures whose truth gives the `printed` values by field.
/// Exact means letter for letter, marks included; a value that a machine readable zone spells its
/// own way counts by the printed spelling beside it.
final class PrintedCounts {
    private final Map<String, int[]> byTemplate = new TreeMap<>();
    private final Reliability reliability = new Reliability();
    private int types;
    private int rightTypes;
    private int wrongGreen;

    /// @return what was not exact, by field, without values
    List<String> count(Reading reading, JsonNode truth) {
        List<String> missed = new ArrayList<>();
        String template = truth.path("template").asText("");
        if (!template.isEmpty()) {
            types++;
            boolean right = reading.template().equals(Optional.of(template));
            rightTypes += right ? 1 : 0;
            if (!right) {
                missed.add("type " + reading.template().orElse("none"));
            }
        }
        for (Map.Entry<String, JsonNode> entry : truth.path("printed").properties()) {
            Optional<Field> field =
                    reading.fields().stream()
                            .filter(f -> f.name().equals(entry.getKey()))
                            .findFirst();
            boolean right = field.map(f -> says(f, entry.getValue().asText())).orElse(false);
            int[] counts = byTemplate.computeIfAbsent(template, _ -> new int[2]);
            counts[0] += right ? 1 : 0;
            counts[1]++;
            if (!right) {
                missed.add(
                        entry.getKey()
                                + field.map(f -> " wrong at %.2f".formatted(f.confidence()))
                                        .orElse(" missing"));
            }
            // A zone's own spelling is measured with the zone.
            field.filter(f -> right || f.source() == Source.PRINTED)
                    .ifPresent(f -> {
                        reliability.count(f.confidence(), right);
                        wrongGreen += !right && f.band() == Band.GREEN ? 1 : 0;
                    });
        }
        return missed;
    }

    private static boolean says(Field field, String truth) {
        return field.value().equals(truth)
                || field.alternatives().stream()
                        .filter(Alternative::agrees)
                        .anyMatch(other -> other.value().equals(truth));
    }

    void print(Report report, String name) {
        if (byTemplate.isEmpty()) {
            return;
        }
        int exact = byTemplate.values().stream().mapToInt(counts -> counts[0]).sum();
        int all = byTemplate.values().stream().mapToInt(counts -> counts[1]).sum();
        report.value("evaluate", name, "types_right", rightTypes, "of " + types, types);
        report.value("evaluate", name, "printed_exact", exact, "of " + all, all);
        report.value("evaluate", name, "printed_wrong_green", wrongGreen, "of " + all, all);
        byTemplate.forEach((template, counts) ->
                report.value(
                        "evaluate",
                        name + ", " + template,
                        "printed_exact",
                        counts[0],
                        "of " + counts[1],
                        counts[1]));
        reliability.print(report, name + ", printed");
    }
}
