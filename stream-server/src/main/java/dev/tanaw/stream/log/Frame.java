package dev.tanaw.stream.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
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

    private Frame(long offset, Message message, byte[] bytes, int jsonAt) {
        this.offset = offset;
        this.station = message.station();
        this.session = message.session();
        this.type = message.type();
        this.retention = message.retention();
        this.bytes = bytes;
        this.jsonAt = jsonAt;
    }

    static Frame encode(String epoch, long offset, Message message) {
        byte[] head =
                ("id: " + epoch + "-" + offset + "\nevent: " + message.type() + "\ndata: ")
                        .getBytes(US_ASCII);
        byte[] json = message.json();
        byte[] bytes = new byte[head.length + json.length + 2];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(json, 0, bytes, head.length, json.length);
        bytes[bytes.length - 2] = '\n';
        bytes[bytes.length - 1] = '\n';
        return new Frame(offset, message, bytes, head.length);
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
