package dev.tanaw.stream.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// `asyncapi.yaml` and the golden examples beside it.
final class Contract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of(System.getProperty("tanaw.contract"));

    private final JsonNode document;

    private Contract(JsonNode document) {
        this.document = document;
    }

    static Contract read() {
        try {
            return new Contract(new YAMLMapper().readTree(text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text() {
        try {
            return Files.readString(FOLDER.resolve("asyncapi.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode at(String pointer) {
        return document.at(pointer);
    }

    /// What a `$ref` points to, or the node itself.
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? at(node.path("$ref").asText().substring(1)) : node;
    }

    Set<String> names(String pointer) {
        return new TreeSet<>(at(pointer).propertyStream().map(entry -> entry.getKey()).toList());
    }

    Set<String> words(String schema) {
        Set<String> words = new TreeSet<>();
        at("/components/schemas/" + schema).path("enum").forEach(word -> words.add(word.asText()));
        return words;
    }

    /// What is wrong with a payload of this message.
    List<String> faults(String message, JsonNode payload) {
        return faultsAt("#/components/messages/" + message + "/payload", payload);
    }

    /// @param place of a schema in the document, as a reference
    List<String> faultsAt(String place, JsonNode payload) {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$ref", place);
        schema.set("components", at("/components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(schema)
                .validate(payload)
                .stream()
                .map(Error::toString)
                .toList();
    }

    static Set<String> goldenTypes() {
        try (Stream<Path> files = Files.list(FOLDER.resolve("events"))) {
            return new TreeSet<>(
                    files.map(file -> file.getFileName().toString().replace(".json", "")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode golden(String type) {
        return (ObjectNode) json(FOLDER.resolve("events").resolve(type + ".json"));
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
