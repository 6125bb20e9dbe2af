package dev.tanaw.capture.read.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.read.type.DocumentType.Evidence;
import dev.tanaw.capture.read.type.DocumentType.Order;
import dev.tanaw.capture.read.type.FieldSpec.Area;
import dev.tanaw.capture.read.type.FieldSpec.Where;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The kinds of documents that are known: those shipped, named in `types.txt`, and those of a
/// folder that the station is given.
public final class DocumentTypes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DocumentTypes() {}

    public static List<DocumentType> shipped() {
        return new String(resource("types.txt"), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> of(name, resource(name)))
                .toList();
    }

    /// Those shipped and each `*.json` of the folder; a kind of the same id replaces the shipped
    /// one.
    ///
    /// @throws IOException when the folder cannot be read
    public static List<DocumentType> with(Path folder) throws IOException {
        List<DocumentType> types = new ArrayList<>(shipped());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                DocumentType own = of(file.toString(), Files.readAllBytes(file));
                types.removeIf(type -> type.id().equals(own.id()));
                types.add(own);
            }
        }
        return types;
    }

    /// @throws IllegalArgumentException naming the file and what is wrong with it
    static DocumentType of(String file, byte[] json) {
        try {
            return type(JSON.readTree(json));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static DocumentType type(JsonNode node) {
        Set<Side> sides = EnumSet.noneOf(Side.class);
        node.path("sides").forEach(side -> sides.add(side(side.asText())));
        return new DocumentType(
                node.path("id").asText(),
                node.path("category").asText(),
                text(node, "country"),
                sides,
                list(node.path("evidence")).map(DocumentTypes::evidence).toList(),
                node.path("least").asDouble(),
                node.path("month_first").asBoolean(false),
                list(node.path("fields")).map(DocumentTypes::field).toList(),
                list(node.path("order"))
                        .map(pair -> new Order(pair.path(0).asText(), pair.path(1).asText()))
                        .toList());
    }

    private static Evidence evidence(JsonNode node) {
        Evidence.Kind kind =
                node.has("mrz")
                        ? Evidence.Kind.MRZ
                        : node.has("barcode") ? Evidence.Kind.BARCODE : Evidence.Kind.PRINT;
        String name = kind == Evidence.Kind.PRINT ? "text" : kind.name().toLowerCase(Locale.ROOT);
        return new Evidence(
                kind,
                node.path(name).asText(),
                node.path("weight").asDouble(1),
                text(node, "side").map(DocumentTypes::side));
    }

    private static FieldSpec field(JsonNode node) {
        List<Where> where =
                list(node.path("where")).map(w -> Where.valueOf(upper(w.asText()))).toList();
        return new FieldSpec(
                node.path("name").asText(),
                text(node, "side").map(DocumentTypes::side),
                list(node.path("labels")).map(JsonNode::asText).toList(),
                where.isEmpty() ? List.of(Where.BELOW, Where.RIGHT) : where,
                Format.valueOf(upper(node.path("format").asText("text"))),
                text(node, "pattern").map(Pattern::compile),
                node.path("lines").asInt(1),
                Optional.of(node.path("area"))
                        .filter(JsonNode::isArray)
                        .map(a ->
                                new Area(
                                        a.path(0).asDouble(),
                                        a.path(1).asDouble(),
                                        a.path(2).asDouble(),
                                        a.path(3).asDouble())));
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private static Stream<JsonNode> list(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    private static Side side(String name) {
        return Side.valueOf(upper(name));
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static byte[] resource(String name) {
        try (InputStream in = DocumentTypes.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the program: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
