package dev.tanaw.stream.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.tanaw.stream.log.Draft;
import dev.tanaw.stream.log.Kind;
import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The body of a publishing request: one event `{"type":…,"data":{…}}` or many, one after the
/// other. Only the words that the stream itself needs are looked at; the bytes of `data` are taken
/// over as they are, without the line breaks between its parts.
final class EventsBody {
    static final int MAX_EVENTS = 1000;

    private static final JsonFactory JSON = new JsonFactory();

    private final byte[] bytes;

    private EventsBody(byte[] bytes) {
        this.bytes = bytes;
    }

    sealed interface Parsed {}

    record Events(List<Draft> drafts, Submission.Then then) implements Parsed {}

    record Bad(Problem problem) implements Parsed {}

    static Parsed parse(byte[] bytes) {
        if (!Message.isText(bytes)) {
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
                distinct = Kind.distinct(json);
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
        Submission.Then then = Kind.ends(type) ? Submission.Then.ENDS : Submission.Then.GOES_ON;
        Draft draft = new Draft(type, Kind.retention(type), Kind.key(type, distinct), data);
        return new Events(List.of(draft), then);
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
