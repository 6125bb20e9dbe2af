package dev.tanaw.stream.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/// One event as it goes over the wire, encoded once and shared by every log, snapshot and socket.
/// Immutable but for one flag, which only ever rises, its values, which are forgotten, and what it
/// is told before anybody reads it.
public final class Frame {
    private static final int ID_AT = "id: ".length();
    private static final int EVENT_LINE = "\nevent: ".length();
    private static final int DATA_LINE = "\ndata: ".length();
    private static final byte[] ID = "{\"id\":\"".getBytes(US_ASCII);
    private static final byte[] EVENT = "\",\"event\":\"".getBytes(US_ASCII);
    private static final byte[] DATA = "\",\"data\":".getBytes(US_ASCII);

    private final long offset;
    private final String station;
    private final Optional<String> session;
    private final String type;
    private final Retention retention;
    private final byte[] bytes;
    private final int jsonAt;
    private final long published = System.nanoTime();
    private final int held;

    /// When the last sample of its kind was published; of a sample itself, when it was.
    private long sampled = published;

    private volatile boolean superseded;
    private volatile Optional<Frame> full;

    private Frame(
            long offset,
            String station,
            Optional<String> session,
            String type,
            Retention retention,
            byte[] bytes,
            int jsonAt,
            Optional<Frame> full) {
        this.offset = offset;
        this.station = station;
        this.session = session;
        this.type = type;
        this.retention = retention;
        this.bytes = bytes;
        this.jsonAt = jsonAt;
        this.full = full;
        this.held = bytes.length + full.map(Frame::length).orElse(0);
    }

    static Frame encode(String epoch, long offset, Message message) {
        return encode(
                epoch,
                offset,
                message,
                message.json(),
                message.full().map(json -> encode(epoch, offset, message, json, Optional.empty())));
    }

    private static Frame encode(
            String epoch, long offset, Message message, byte[] json, Optional<Frame> full) {
        String head = head(epoch, offset, message.type());
        return new Frame(
                offset,
                message.station(),
                message.session(),
                message.type(),
                message.retention(),
                join(head, json, "\n\n"),
                head.length(),
                full);
    }

    /// Writes the envelope around the data, in one copy. Every value in it is an id, a type or a
    /// number and needs no escaping.
    static Frame encode(
            String epoch,
            long offset,
            Submission submission,
            Draft draft,
            Entry.Place number,
            Instant at) {
        String head = head(epoch, offset, draft.type());
        String envelope =
                "{\"v\":1,\"station\":\""
                        + submission.station()
                        + "\",\"session\":\""
                        + submission.session()
                        + "\",\"seq\":"
                        + number.seq()
                        + ",\"prev\":"
                        + number.prev()
                        + ",\"type\":\""
                        + draft.type()
                        + "\",\"time\":\""
                        + at.truncatedTo(ChronoUnit.MILLIS)
                        + "\",\"elapsed_ms\":"
                        + number.elapsedMillis()
                        + ",\"data\":";
        return new Frame(
                offset,
                submission.station(),
                Optional.of(submission.session()),
                draft.type(),
                draft.retention(),
                join(head + envelope, draft.data(), "}\n\n"),
                head.length(),
                Optional.empty());
    }

    /// An event of an earlier run.
    static Frame restored(String epoch, Entry.Lasting entry) {
        return encode(
                epoch,
                entry.offset(),
                new Message(
                        entry.origin().station(),
                        entry.origin().session(),
                        entry.type(),
                        Retention.LASTING,
                        entry.key(),
                        entry.json()));
    }

    /// What [#restored] takes, without the place in the session.
    Entry.Lasting entry(String key) {
        return entry(
                key, new Entry.Origin(station, session, Instant.EPOCH, false, Optional.empty()));
    }

    Entry.Lasting entry(String key, Entry.Origin origin) {
        byte[] json = Arrays.copyOfRange(bytes, jsonAt, jsonAt + jsonLength());
        return new Entry.Lasting(offset, origin, type, key, json);
    }

    private static String head(String epoch, long offset, String type) {
        return "id: " + epoch + "-" + offset + "\nevent: " + type + "\ndata: ";
    }

    private static byte[] join(String head, byte[] json, String tail) {
        byte[] first = head.getBytes(US_ASCII);
        byte[] last = tail.getBytes(US_ASCII);
        byte[] bytes = Arrays.copyOf(first, first.length + json.length + last.length);
        System.arraycopy(json, 0, bytes, first.length, json.length);
        System.arraycopy(last, 0, bytes, first.length + json.length, last.length);
        return bytes;
    }

    public long offset() {
        return offset;
    }

    /// By [System#nanoTime].
    public long published() {
        return published;
    }

    public String station() {
        return station;
    }

    public Optional<String> session() {
        return session;
    }

    public String type() {
        return type;
    }

    public int length() {
        return bytes.length;
    }

    /// Bytes of memory, whoever sees how much of it.
    int held() {
        return held;
    }

    /// The same event at the same position, as this view has it.
    public Frame as(View view) {
        return switch (view) {
            case MASKED -> this;
            case FULL -> full.orElse(this);
        };
    }

    /// From now on everybody sees it masked.
    void forgetValues() {
        full = Optional.empty();
    }

    Retention retention() {
        return retention;
    }

    boolean isLasting() {
        return retention == Retention.LASTING;
    }

    /// A newer passing event of the same session and type exists.
    boolean isSuperseded() {
        return superseded;
    }

    /// Of the passing events of a session and type one in [Pace#EVERY], and every lasting one.
    boolean isSample() {
        return sampled == published;
    }

    /// A passing event follows the last one of its session and type. Once, before anybody reads it.
    void comeAfter(Frame last) {
        last.superseded = true;
        if (published - last.sampled < Pace.EVERY.toNanos()) {
            sampled = last.sampled;
        }
    }

    /// The frame by itself; as server-sent event without a copy.
    public ByteBuffer alone(Form form) {
        return switch (form) {
            case SSE -> ByteBuffer.wrap(bytes).asReadOnlyBuffer();
            case WEBSOCKET -> {
                byte[] message = new byte[length(form)];
                copyTo(form, message, 0);
                yield ByteBuffer.wrap(message).asReadOnlyBuffer();
            }
        };
    }

    public int length(Form form) {
        return switch (form) {
            case SSE -> bytes.length;
            case WEBSOCKET -> Form.headerLength(messageLength()) + messageLength();
        };
    }

    public void copyTo(Form form, byte[] target, int at) {
        switch (form) {
            case SSE -> System.arraycopy(bytes, 0, target, at, bytes.length);
            case WEBSOCKET -> {
                int next = Form.putHeader(target, at, Form.TEXT, messageLength());
                next = put(ID, 0, ID.length, target, next);
                next = put(bytes, ID_AT, idLength(), target, next);
                next = put(EVENT, 0, EVENT.length, target, next);
                next = put(bytes, jsonAt - DATA_LINE - type.length(), type.length(), target, next);
                next = put(DATA, 0, DATA.length, target, next);
                next = put(bytes, jsonAt, jsonLength(), target, next);
                target[next] = '}';
            }
        }
    }

    private static int put(byte[] from, int at, int length, byte[] target, int to) {
        System.arraycopy(from, at, target, to, length);
        return to + length;
    }

    private int messageLength() {
        return ID.length
                + idLength()
                + EVENT.length
                + type.length()
                + DATA.length
                + jsonLength()
                + 1;
    }

    /// Between `id: ` and the line of the type.
    private int idLength() {
        return jsonAt - DATA_LINE - type.length() - EVENT_LINE - ID_AT;
    }

    public int jsonLength() {
        return bytes.length - 2 - jsonAt;
    }

    public void writeJson(ByteArrayOutputStream out) {
        out.write(bytes, jsonAt, jsonLength());
    }
}
