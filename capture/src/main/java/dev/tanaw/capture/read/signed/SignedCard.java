package dev.tanaw.capture.read.signed;

import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Field.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a signed code says of a person, by the names of fields on the wire. Which finger is the
/// best one and the person's picture are left in the code; the confidential twelve-digit number
/// never leaves it.
public record SignedCard(Map<String, String> values, Signature signature) {
    /// Longer payloads are no card's.
    private static final int LONGEST = 16_384;

    private static final double VERIFIED = 0.995;

    /// Anybody can print a code that nobody checks.
    private static final double UNCHECKED = 0.85;

    private static final double FORGED = 0.2;

    public SignedCard {
        values = Map.copyOf(values);
    }

    /// Empty when the payload is of another kind, or damaged.
    public static Optional<SignedCard> parse(String payload, SignatureKeys keys) {
        if (payload.length() > LONGEST) {
            return Optional.empty();
        }
        return Stream.of(JsonCard.parse(payload, keys), CoseCard.parse(payload, keys))
                .flatMap(Optional::stream)
                .filter(card -> !card.values().isEmpty())
                .findFirst();
    }

    /// @param box of the code on the picture
    public List<Field> fields(List<Place> box) {
        double confidence =
                switch (signature) {
                    case VERIFIED -> VERIFIED;
                    case NOT_CHECKED -> UNCHECKED;
                    case FAILED -> FORGED;
                };
        Field.Source source =
                signature == Signature.VERIFIED ? Field.Source.SIGNED_QR : Field.Source.BARCODE;
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(value ->
                                new Field(
                                        value.getKey(),
                                        value.getValue(),
                                        confidence,
                                        source,
                                        List.of(signature.check()),
                                        false,
                                        box))
                        .toList();
    }

    /// Never shows what was read.
    @Override
    public String toString() {
        return "SignedCard[" + values.size() + " values, " + signature + "]";
    }
}
