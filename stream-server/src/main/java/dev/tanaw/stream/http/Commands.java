package dev.tanaw.stream.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tanaw.stream.hub.Order;
import dev.tanaw.stream.log.Filter;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// What a client says on a WebSocket: `{"command":"subscribe","station":[…],"session":[…],
/// "type":[…]}`, `unsubscribe`, `resume` and `ping`. What is not understood is answered, too.
final class Commands {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAX_WORDS = 256;

    private Commands() {}

    static Order parse(byte[] bytes) {
        try {
            JsonNode command = JSON.readTree(bytes);
            return command.isObject() ? order(command) : new Order.Unknown("malformed_command");
        } catch (IOException e) {
            return new Order.Unknown("malformed_command");
        } catch (IllegalArgumentException e) {
            return new Order.Unknown("malformed_filter");
        }
    }

    private static Order order(JsonNode command) {
        return switch (command.path("command").asText()) {
            case "subscribe" -> new Order.Follow(Optional.of(filter(command)));
            case "unsubscribe" -> {
                Filter words = filter(command);
                yield words.isAll() ? new Order.Follow(Optional.empty()) : new Order.Leave(words);
            }
            case "resume" ->
                    command.path("last_event_id").isTextual()
                            ? new Order.Resume(command.path("last_event_id").textValue())
                            : new Order.Unknown("malformed_command");
            case "ping" -> new Order.Ping();
            default -> new Order.Unknown("unknown_command");
        };
    }

    /// Throws [IllegalArgumentException] for anything that is not three lists of ids and types.
    static Filter filter(JsonNode lists) {
        return new Filter(words(lists, "station"), words(lists, "session"), words(lists, "type"));
    }

    private static Set<String> words(JsonNode lists, String name) {
        JsonNode list = lists.path(name);
        Set<String> words = new LinkedHashSet<>();
        if (list.isMissingNode()) {
            return words;
        }
        if (!list.isArray() || list.size() > MAX_WORDS) {
            throw new IllegalArgumentException(name);
        }
        for (JsonNode word : list) {
            if (!word.isTextual()) {
                throw new IllegalArgumentException(name);
            }
            words.add(word.textValue());
        }
        return words;
    }
}
