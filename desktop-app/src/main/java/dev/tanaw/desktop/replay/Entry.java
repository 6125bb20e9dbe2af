package dev.tanaw.desktop.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One object of a file that a person wrote. Says where it stands when something in it is wrong,
/// and refuses what it does not know: a slip of the pen must not pass for a wish.
final class Entry {
    private final String place;
    private final JsonNode node;
    private final Set<String> used = new HashSet<>();

    Entry(String place, JsonNode node) throws UnusableFile {
        this.place = place;
        this.node = node;
        if (!node.isObject()) {
            throw wrong("", "an object is wanted here");
        }
    }

    boolean has(String name) {
        return node.has(name);
    }

    Optional<String> text(String name) throws UnusableFile {
        Optional<JsonNode> value = value(name);
        if (value.isPresent() && !value.get().isTextual()) {
            throw wrong(name, "a text is wanted");
        }
        return value.map(JsonNode::asText);
    }

    String needed(String name) throws UnusableFile {
        return text(name).orElseThrow(() -> wrong(name, "is missing"));
    }

    long whole(String name, long otherwise) throws UnusableFile {
        Optional<JsonNode> value = value(name);
        if (value.isPresent() && !value.get().isIntegralNumber()) {
            throw wrong(name, "a whole number is wanted");
        }
        return value.map(JsonNode::asLong).orElse(otherwise);
    }

    Optional<Duration> seconds(String name) throws UnusableFile {
        Optional<JsonNode> value = value(name);
        if (value.isPresent() && !(value.get().isNumber() && value.get().asDouble() >= 0)) {
            throw wrong(name, "a number of seconds is wanted");
        }
        return value.map(number -> Duration.ofNanos(Math.round(number.asDouble() * 1e9)));
    }

    /// One of an enum's names, in lower case as on the wire.
    <E extends Enum<E>> Optional<E> one(String name, Class<E> type) throws UnusableFile {
        Optional<String> text = text(name);
        return text.isEmpty() ? Optional.empty() : Optional.of(constant(name, text.get(), type));
    }

    <E extends Enum<E>> Set<E> some(String name, Class<E> type) throws UnusableFile {
        Set<E> all = new HashSet<>();
        for (JsonNode each : value(name).map(List::of).orElse(List.of())) {
            for (JsonNode one : each.isArray() ? each : List.of(each)) {
                all.add(constant(name, one.asText(), type));
            }
        }
        return all;
    }

    private <E extends Enum<E>> E constant(String name, String text, Class<E> type)
            throws UnusableFile {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(name, unknown(text, type)));
    }

    private static <E extends Enum<E>> String unknown(String text, Class<E> type) {
        return "unknown '%s'; one of %s"
                .formatted(
                        text,
                        Arrays.stream(type.getEnumConstants())
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")));
    }

    Optional<Entry> entry(String name) throws UnusableFile {
        Optional<JsonNode> value = value(name);
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(new Entry(within(name), value.get()));
    }

    List<Entry> entries(String name) throws UnusableFile {
        Optional<JsonNode> value = value(name);
        List<Entry> all = new ArrayList<>();
        if (value.isEmpty()) {
            return all;
        }
        if (!value.get().isArray()) {
            throw wrong(name, "a list is wanted");
        }
        for (JsonNode each : value.get()) {
            all.add(new Entry("%s[%d]".formatted(within(name), all.size()), each));
        }
        return all;
    }

    Map<String, Entry> named(String name) throws UnusableFile {
        Optional<Entry> things = entry(name);
        Map<String, Entry> all = new java.util.LinkedHashMap<>();
        if (things.isPresent()) {
            for (Map.Entry<String, JsonNode> each : things.get().node.properties()) {
                all.put(
                        each.getKey(),
                        new Entry(things.get().within(each.getKey()), each.getValue()));
            }
        }
        return all;
    }

    /// What has not been asked for by now.
    Map<String, JsonNode> rest() {
        Map<String, JsonNode> rest = new java.util.LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            if (!used.contains(each.getKey())) {
                rest.put(each.getKey(), each.getValue());
            }
        }
        return rest;
    }

    void complete() throws UnusableFile {
        for (String name : rest().keySet()) {
            throw wrong(name, "is not known here");
        }
    }

    UnusableFile wrong(String name, String what) {
        return new UnusableFile("%s: %s".formatted(within(name), what));
    }

    private String within(String name) {
        return place.isEmpty() || name.isEmpty() ? place + name : place + "." + name;
    }

    private Optional<JsonNode> value(String name) {
        used.add(name);
        return Optional.ofNullable(node.get(name));
    }

    @Override
    public String toString() {
        return node.toString();
    }
}
