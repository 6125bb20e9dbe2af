package dev.tanaw.capture.read;

import dev.tanaw.capture.event.Field;
import java.util.List;
import java.util.Map;

/// How much each field counts for the confidence of the whole.
final class Weights {
    private static final Map<String, Double> WEIGHTS =
            Map.ofEntries(
                    Map.entry("document_number", 1.5),
                    Map.entry("document_type", 1.3),
                    Map.entry("first_name", 1.2),
                    Map.entry("last_name", 1.2),
                    Map.entry("date_of_birth", 1.0),
                    Map.entry("expiry_date", 0.8),
                    Map.entry("nationality", 0.8),
                    Map.entry("middle_name", 0.7),
                    Map.entry("address", 0.6),
                    Map.entry("place_of_birth", 0.6),
                    Map.entry("sex", 0.5),
                    Map.entry("civil_status", 0.5));

    /// A field that the list does not name.
    private static final double OTHER = 0.5;

    private Weights() {}

    static double overall(List<Field> fields) {
        double sum = 0;
        double weights = 0;
        for (Field field : fields) {
            double weight = WEIGHTS.getOrDefault(field.name(), OTHER);
            sum += weight * field.confidence();
            weights += weight;
        }
        return weights == 0 ? 0 : sum / weights;
    }
}
