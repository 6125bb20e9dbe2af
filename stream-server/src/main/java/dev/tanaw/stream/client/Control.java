package dev.tanaw.stream.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads what a stream says about itself.
final class Control {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonFactory TOKENS = new JsonFactory();

    private Control() {}

    static JsonNode read(byte[] data) throws IOException {
        return JSON.readTree(data);
    }

    static Heard.Why why(byte[] bye) throws IOException {
        return switch (read(bye).path("code").asText()) {
            case "drain" -> Heard.Why.DRAIN;
            case "limit" -> Heard.Why.LIMIT;
            case "revoked" -> Heard.Why.REVOKED;
            case "session_gone" -> Heard.Why.SESSION_GONE;
            default -> Heard.Why.CUT; // a word of another time
        };
    }

    /// The envelopes in `events`, byte for byte: whoever passes them on must not have changed them.
    static List<byte[]> envelopes(byte[] snapshot) throws IOException {
        List<byte[]> envelopes = new ArrayList<>();
        try (JsonParser json = TOKENS.createParser(snapshot)) {
            expect(json.nextToken(), JsonToken.START_OBJECT);
            while (json.nextToken() != JsonToken.END_OBJECT) {
                boolean events = json.currentName().equals("events");
                json.nextToken();
                if (!events) {
                    json.skipChildren();
                    continue;
                }
                expect(json.currentToken(), JsonToken.START_ARRAY);
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    int from = (int) json.currentTokenLocation().getByteOffset();
                    json.skipChildren();
                    int to = (int) json.currentLocation().getByteOffset();
                    envelopes.add(Arrays.copyOfRange(snapshot, from, to));
                }
            }
        }
        return envelopes;
    }

    private static void expect(JsonToken found, JsonToken wanted) throws IOException {
        if (found != wanted) {
            throw new IOException("a snapshot of another form");
        }
    }
}
