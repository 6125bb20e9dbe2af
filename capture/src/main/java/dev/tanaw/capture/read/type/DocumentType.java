package dev.tanaw.capture.read.type;

import dev.tanaw.capture.event.Side;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One kind of document, as a JSON file describes it (`docs/document-types.md`).
///
/// @param id unique, like `ph-umid`
/// @param category on the wire: `passport`, `id_card`, `visa`, `driving_licence`
/// @param country ISO 3166 alpha-3 or as in an MRZ; empty for kinds that many countries issue
/// @param sides that have to be taken
/// @param evidence what speaks for this kind when it is found
/// @param least sum of weights from which it is taken for this kind
/// @param monthFirst true where 03/04/2020 is the fourth of March
/// @param order pairs of dates of which the first is the earlier one
public record DocumentType(
        String id,
        String category,
        Optional<String> country,
        Set<Side> sides,
        List<Evidence> evidence,
        double least,
        boolean monthFirst,
        List<FieldSpec> fields,
        List<Order> order) {

    /// @param text letters that are printed on such a document, or the name of an MRZ format
    ///   (`TD3`) or of a bar code's content (`aamva`)
    /// @param side where; both when empty
    public record Evidence(Kind kind, String text, double weight, Optional<Side> side) {

        /// What is looked at.
        public enum Kind {
            PRINT,
            MRZ,
            BARCODE
        }
    }

    /// The first is a day before the second.
    public record Order(String earlier, String later) {}

    public DocumentType {
        if (id.isBlank() || category.isBlank() || !(least > 0) || sides.isEmpty()) {
            throw new IllegalArgumentException(
                    "document type '%s': needs id, category, sides and a positive least"
                            .formatted(id));
        }
        sides = Set.copyOf(sides);
        evidence = List.copyOf(evidence);
        fields = List.copyOf(fields);
        order = List.copyOf(order);
    }

    public List<FieldSpec> fields(Side side) {
        return fields.stream()
                .filter(field -> field.side().map(side::equals).orElse(true))
                .toList();
    }
}
