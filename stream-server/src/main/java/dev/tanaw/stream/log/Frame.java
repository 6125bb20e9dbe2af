package dev.tanaw.stream.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// One event as it goes over the wire, encoded once and shared by every log, snapshot and socket.
/// Immutable but for one flag, which only ever rises.
public final class Frame {
    private final long offset;
    private final String station;
    private final Optional<String> session;
    private final String type;
    private final Retention retention;
    private final byte[] bytes;
    private final int jsonAt;
    private volatile boolean superseded;

    private Frame(
            long offset,
            String station,
            Optional<String> session,
            String type,
            Retention retention,
            byte[] bytes,
            int jsonAt) {
        this.offset = offset;
        this.station = station;
        this.session = session;
        this.type = type;
        this.retention = retention;
        this.bytes = bytes;
        this.jsonAt = jsonAt;
    }

    static Frame encode(String epoch, long offset, Message message) {
        String head = head(epoch, offset, message.type());
        return new Frame(
                offset,
                message.station(),
                message.session(),
                message.type(),
                message.retention(),
                join(head, message.json(), "\n\n"),
                head.length());
    }

    /// Writes the envelope around the data, in one copy. Every value in it is an id, a type or a
    /// number and needs no escaping.
    static Frame encode(
            String epoch, long offset, Submission submission, Draft draft, Numbered numbered) {
        String head = head(epoch, offset, draft.type());
        String envelope =
                "{\"v\":1,\"station\":\""
                        + submission.station()
                        + "\",\"session\":\""
                        + submission.session()
                        + "\",\"seq\":"
                        + numbered.seq()
                        + ",\"prev\":"
                        + numbered.prev()
                        + ",\"type\":\""
                        + draft.type()
                        + "\",\"time\":\""
                        + numbered.time()
                        + "\",\"elapsed_ms\":"
                        + numbered.elapsedMillis()
                        + ",\"data\":";
        return new Frame(
                offset,
                submission.station(),
                Optional.of(submission.session()),
                draft.type(),
                draft.retention(),
                join(head + envelope, draft.data(), "}\n\n"),
                head.length());
    }

    /// What the log says of an event that came without.
    record Numbered(long seq, long prev, String time, long elapsedMillis) {}

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

    boolean isLasting() {
        return retention == Retention.LASTING;
    }

    /// A newer passing event of the same session and type exists.
    boolean isSuperseded() {
        return superseded;
    }

    void supersede() {
        superseded = true;
    }

    /// The frame as server-sent event, without a copy.
    public ByteBuffer sse() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    public void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, bytes.length);
    }

    public int jsonLength() {
        return bytes.length - 2 - jsonAt;
    }

    public void writeJson(ByteArrayOutputStream out) {
        out.write(bytes, jsonAt, jsonLength());
    }
}
