package dev.tanaw.stream.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// One event as a publisher hands it over. `json` is the complete, already masked envelope in UTF-8
/// on one line; it is sent byte for byte and must not be changed afterwards. `key` names what the
/// event replaces in a snapshot: the newest message of each key is the present state. `full` is the
/// same envelope with its values; it is kept in memory while the session lasts and shown to those
/// who may see it.
@SuppressWarnings(
        "ArrayRecordComponent") // handed over, not compared: a copy per event buys nothing
public record Message(
        String station,
        Optional<String> session,
        String type,
        Retention retention,
        String key,
        byte[] json,
        Optional<byte[]> full) {
    public static final int MAX_BYTES = 256 * 1024;
    static final int MAX_KEY = 200;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern TYPE = Pattern.compile("[a-z_]{1,48}");

    /// Addresses of their own beside the sessions; the types are names that EventSource or the
    /// stream itself uses.
    private static final Set<String> TAKEN = Set.of("stats", "connections");

    private static final Set<String> RESERVED = Set.of("error", "open", "message", "snapshot");

    public Message(
            String station,
            Optional<String> session,
            String type,
            Retention retention,
            String key,
            byte[] json) {
        this(station, session, type, retention, key, json, Optional.empty());
    }

    public Message {
        if (!isId(station)) {
            throw new IllegalArgumentException("station id: " + shortened(station));
        }
        if (session.isPresent() && !isId(session.get())) {
            throw new IllegalArgumentException("session id: " + shortened(session.get()));
        }
        if (!isEvent(type)) {
            throw new IllegalArgumentException("event type: " + shortened(type));
        }
        if (key.isEmpty() || key.length() > MAX_KEY) {
            throw new IllegalArgumentException("key of " + key.length() + " characters");
        }
        check(json);
        full.ifPresent(Message::check);
    }

    private static void check(byte[] json) {
        if (json.length < 2 || json.length > MAX_BYTES) {
            throw new IllegalArgumentException("envelope of " + json.length + " bytes");
        }
        refuseLineBreaks(json);
    }

    static void refuseLineBreaks(byte[] json) {
        for (byte each : json) {
            if (each == '\n' || each == '\r') {
                throw new IllegalArgumentException("envelope with a line break");
            }
        }
    }

    /// Whether this can be the type of an event; [#isType] is also true for the stream's own.
    public static boolean isEvent(String type) {
        return isType(type) && !RESERVED.contains(type) && !type.startsWith("stream_");
    }

    public static boolean isId(String text) {
        return ID.matcher(text).matches() && !TAKEN.contains(text);
    }

    public static boolean isType(String text) {
        return TYPE.matcher(text).matches();
    }

    /// Whether these bytes are UTF-8; most are ASCII, which is seen without decoding.
    public static boolean isText(byte[] bytes) {
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

    static String shortened(String text) {
        return "'" + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + "'";
    }
}
