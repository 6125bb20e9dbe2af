package dev.tanaw.desktop.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/// What an event has to be like.
///
/// @param type as on the wire; empty for any
/// @param data what its data must have, each with this very value
record Pattern(Optional<String> type, Map<String, JsonNode> data) {
    Pattern {
        data = Map.copyOf(data);
    }

    static Pattern of(Entry entry) throws UnusableFile {
        Pattern pattern = new Pattern(entry.text("event"), entry.rest());
        if (pattern.type().isEmpty() && pattern.data().isEmpty()) {
            throw entry.wrong("", "says nothing that could be expected");
        }
        return pattern;
    }

    boolean matches(Told event) {
        return type.map(event.type()::equals).orElse(true)
                && data.entrySet().stream()
                        .allMatch(each -> each.getValue().equals(event.data().get(each.getKey())));
    }

    @Override
    public String toString() {
        String what = type.orElse("any event");
        return data.isEmpty() ? what : what + " " + data;
    }
}
