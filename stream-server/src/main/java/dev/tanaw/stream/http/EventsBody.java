package dev.tanaw.stream.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.tanaw.stream.log.Draft;
import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.Retention;
import dev.tanaw.stream.log.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/// The body of a publishing request: one event `{"type":…,"data":{…}}` or many, one after the
/// other. Only the words that the stream itself needs are looked at; the bytes of `data` are taken
/// over as they are, without the line breaks between its parts.
final class EventsBody {
    static final int MAX_EVENTS = 1000;

    /// Of these the newest is enough for a reader that is behind. Any other type is lasting.
    private static final Set<String> PASSING =
            Set.of("quality_update", "capture_progress", "extraction_progress", "station_beat");

    private static final String LAST = "session_ended";

    /// What tells events of one type apart in a snapshot, as a station does it: its fields, gates
    /// and codes stand side by side.
    private static final Set<String> DISTINCT = Set.of("side", "field", "gate", "code");

    private static final JsonFactory JSON = new JsonFactory();

    private final byte[] bytes;

    private EventsBody(byte[] bytes) {
        this.bytes = bytes;
    }

    sealed interface Parsed {}

    record Events(List<Draft> drafts, Submission.Then then) implements Parsed {}

    record Bad(Problem problem) implements Parsed {}

    static Parsed parse(byte[] bytes) {
        if (!isText(bytes)) {
            return new Bad(Problem.badRequest("malformed_text", "The body is not valid UTF-8."));
        }
        try {
            return new EventsBody(bytes).events();
        } catch (JsonProcessingException e) {
            return new Bad(Problem.badRequest("malformed_json", "The body is not valid JSON."));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    static boolean isText(byte[] bytes) {
        int ascii = 0;
        while (ascii < bytes.length && bytes[ascii] >= 0) {
            ascii++;
        }
        if (ascii == bytes.length) {
            return true;
        }
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, ascii, bytes.length - ascii));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private Parsed events() throws IOException {
        List<Draft> drafts = new ArrayList<>();
        boolean over = false;
        try (JsonParser json = JSON.createParser(bytes)) {
            while (json.nextToken() != null) {
                if (over) {
                    return bad("after_the_end", "Nothing can follow session_ended.");
                }
                if (drafts.size() == MAX_EVENTS) {
                    return bad("too_many_events", "A request takes 1000 events at most.");
                }
                switch (event(json)) {
                    case Bad bad -> {
                        return bad;
                    }
                    case Events one -> {
                        drafts.addAll(one.drafts());
                        over = one.then() == Submission.Then.ENDS;
                    }
                }
            }
        }
        return drafts.isEmpty()
                ? bad("no_event", "The body has no event.")
                : new Events(drafts, over ? Submission.Then.ENDS : Submission.Then.GOES_ON);
    }

    private Parsed event(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return bad("not_an_event", "An event is an object with type and data.");
        }
        String type = "";
        byte[] data = new byte[0];
        String distinct = "";
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("type") && value == JsonToken.VALUE_STRING) {
                type = json.getText();
            } else if (name.equals("data") && value == JsonToken.START_OBJECT) {
                int from = (int) json.currentTokenLocation().getByteOffset();
                distinct = distinct(json);
                data = onOneLine(from, (int) json.currentLocation().getByteOffset());
            } else {
                json.skipChildren();
            }
        }
        if (!Message.isEvent(type)) {
            return bad(
                    "event_type",
                    "A type has 1 to 48 lower-case letters and underscores, and is not a word of"
                            + " the stream itself.");
        }
        if (data.length == 0) {
            return bad("event_data", "An event has data, which is an object.");
        }
        if (data.length > Message.MAX_BYTES) {
            return new Bad(PublishHandler.TOO_LARGE);
        }
        Retention retention = PASSING.contains(type) ? Retention.PASSING : Retention.LASTING;
        Submission.Then then = type.equals(LAST) ? Submission.Then.ENDS : Submission.Then.GOES_ON;
        return new Events(List.of(new Draft(type, retention, key(type, distinct), data)), then);
    }

    /// Reads the object to its end, and what in it tells it apart.
    private static String distinct(JsonParser json) throws IOException {
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

    /// A gate that passes replaces the same gate that failed.
    private static String key(String type, String distinct) {
        return distinct.startsWith("gate") ? distinct : type + distinct;
    }

    /// Line breaks lie between the parts of a JSON text only, never inside a string.
    private byte[] onOneLine(int from, int to) {
        byte[] line = Arrays.copyOfRange(bytes, from, to);
        for (int i = 0; i < line.length; i++) {
            if (line[i] == '\n' || line[i] == '\r') {
                line[i] = ' ';
            }
        }
        return line;
    }

    private static Bad bad(String code, String detail) {
        return new Bad(new Problem(422, code, detail));
    }
}
