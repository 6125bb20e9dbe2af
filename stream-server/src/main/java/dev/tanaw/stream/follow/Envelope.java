package dev.tanaw.stream.follow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tanaw.stream.log.Kind;
import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.Numbered;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// An event of another log: what the stream needs to know of it, and the envelope as it came.
record Envelope(Message message, Numbered number, Instant time) {
    private static final JsonFactory JSON = new JsonFactory();

    /// The words of an envelope that are looked at; the rest is passed on unread.
    private static final class Words {
        private String station = "";
        private Optional<String> session = Optional.empty();
        private String type = "";
        private String time = "";
        private String distinct = "";
        private long seq;
        private long prev;
        private long elapsedMillis;
    }

    /// Empty for what no station makes.
    static Optional<Envelope> read(byte[] json) {
        if (!Message.isText(json)) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(words(json), json));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Envelope of(Words words, byte[] json) {
        return new Envelope(
                new Message(
                        words.station,
                        words.session,
                        words.type,
                        Kind.retention(words.type),
                        Kind.key(words.type, words.distinct),
                        json),
                new Numbered(words.seq, words.prev, words.elapsedMillis),
                Instant.parse(words.time));
    }

    private static Words words(byte[] bytes) throws IOException {
        Words words = new Words();
        try (JsonParser json = JSON.createParser(bytes)) {
            expect(json.nextToken(), JsonToken.START_OBJECT);
            while (json.nextToken() != JsonToken.END_OBJECT) {
                take(json.currentName(), json.nextToken(), json, words);
            }
            if (json.nextToken() != null) {
                throw new IOException("more than one envelope");
            }
        }
        return words;
    }

    private static void take(String name, JsonToken value, JsonParser json, Words words)
            throws IOException {
        switch (name) {
            case "station" -> words.station = text(value, json);
            case "session" -> words.session = Optional.of(text(value, json));
            case "type" -> words.type = text(value, json);
            case "time" -> words.time = text(value, json);
            case "seq" -> words.seq = json.getLongValue();
            case "prev" -> words.prev = json.getLongValue();
            case "elapsed_ms" -> words.elapsedMillis = json.getLongValue();
            case "data" -> {
                expect(value, JsonToken.START_OBJECT);
                words.distinct = Kind.distinct(json);
            }
            default -> json.skipChildren();
        }
    }

    private static String text(JsonToken value, JsonParser json) throws IOException {
        expect(value, JsonToken.VALUE_STRING);
        return json.getText();
    }

    private static void expect(JsonToken found, JsonToken wanted) throws IOException {
        if (found != wanted) {
            throw new IOException("not an envelope");
        }
    }
}
