package dev.tanaw.capture.read.signed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The first form of the Philippine card's code: JSON with an Ed25519 signature among its members.
final class JsonCard {
    private static final int DEEPEST = 8;
    private static final ObjectMapper JSON =
            new ObjectMapper(
                    JsonFactory.builder()
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxNestingDepth(DEEPEST)
                                            .build())
                            .build());
    private static final Pattern SIGNED =
            Pattern.compile("\\s*,?\\s*\"signature\"\\s*:\\s*\"[^\"]*\"");

    private JsonCard() {}

    static Optional<SignedCard> parse(String payload, SignatureKeys keys) {
        if (!payload.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        try {
            JsonNode root = JSON.readTree(payload);
            JsonNode subject = root.path("subject");
            if (!subject.isObject()) {
                return Optional.empty();
            }
            return Optional.of(
                    new SignedCard(values(root, subject).all(), signature(payload, root, keys)));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    private static Values values(JsonNode root, JsonNode subject) {
        Values values = new Values();
        values.text("last_name", subject.path("lName").asText());
        values.text(
                "first_name",
                (subject.path("fName").asText() + " " + subject.path("Suffix").asText()).strip());
        values.text("middle_name", subject.path("mName").asText());
        values.sex(subject.path("sex").asText());
        values.day("date_of_birth", subject.path("DOB").asText());
        values.text("place_of_birth", subject.path("POB").asText());
        values.number("document_number", subject.path("PCN").asText());
        values.day("issue_date", root.path("DateIssued").asText());
        return values;
    }

    private static Signature signature(String payload, JsonNode root, SignatureKeys keys) {
        if (keys.isEmpty()) {
            return Signature.NOT_CHECKED;
        }
        byte[] raw;
        try {
            raw = Base64.getDecoder().decode(root.path("signature").asText());
        } catch (IllegalArgumentException _) {
            return Signature.FAILED;
        }
        return signed(payload, root).stream()
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .anyMatch(message -> keys.verify(message, raw))
                ? Signature.VERIFIED
                : Signature.FAILED;
    }

    /// What may have been signed. No public document says which: the text as it stands without its
    /// signature, or the same members written again, with the name of the algorithm or without.
    private static List<String> signed(String payload, JsonNode root) {
        ObjectNode bare = root.deepCopy();
        bare.remove("signature");
        String whole = bare.toString();
        bare.remove("alg");
        return List.of(SIGNED.matcher(payload).replaceFirst(""), whole, bare.toString());
    }
}
