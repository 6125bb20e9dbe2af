package dev.tanaw.stream.log;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;
import java.util.StringJoiner;

/// What the stream must know of an event that it did not make: whether the newest of its type is
/// enough, whether it ends its session, and what it replaces in a snapshot.
public final class Kind {
    /// Of these the newest is enough for a reader that is behind. Any other type is lasting.
    private static final Set<String> PASSING =
            Set.of("quality_update", "capture_progress", "extraction_progress", "station_beat");

    private static final String LAST = "session_ended";

    /// What tells events of one type apart in a snapshot, as a station does it: its fields, gates
    /// and codes stand side by side.
    private static final Set<String> DISTINCT = Set.of("side", "field", "gate", "code");

    private Kind() {}

    public static Retention retention(String type) {
        return PASSING.contains(type) ? Retention.PASSING : Retention.LASTING;
    }

    public static boolean ends(String type) {
        return type.equals(LAST);
    }

    /// Reads the `data` of an event to its end, and what in it tells it apart.
    public static String distinct(JsonParser json) throws IOException {
        StringJoiner words = new StringJoiner(":", ":", "");
        words.setEmptyValue("");
        boolean gate = false;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.VALUE_STRING && DISTINCT.contains(name)) {
                String word = json.getText();
                words.add(word.substring(0, Math.min(word.length(), 40)));
                gate |= name.equals("gate");
            } else {
                json.skipChildren();
            }
        }
        return (gate ? "gate" : "") + words;
    }

    /// A gate that passes replaces the same gate that failed; a camera that was found, the one that
    /// was lost.
    public static String key(String type, String distinct) {
        if (type.startsWith("camera_")) {
            return "camera";
        }
        return distinct.startsWith("gate") ? distinct : type + distinct;
    }
}
