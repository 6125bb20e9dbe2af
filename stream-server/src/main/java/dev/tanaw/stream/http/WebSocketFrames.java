package dev.tanaw.stream.http;

import dev.tanaw.stream.hub.Farewell;
import dev.tanaw.stream.log.Message;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Reads what a WebSocket client sends (RFC 6455), in whatever pieces it arrives: masked frames,
/// perhaps fragments of a message with control frames between them. Holds one message of at most
/// [#MAX_MESSAGE]; whatever breaks the protocol ends the connection with the number that says how.
final class WebSocketFrames {
    static final int MAX_MESSAGE = 16 * 1024;

    private static final int MASK = 4;
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int MAX_CONTROL = 125;

    /// Called for whole messages, in order. Nothing follows `end`.
    interface Listener {
        void text(byte[] bytes);

        void ping(byte[] payload);

        void end(Farewell why);
    }

    private final Listener listener;
    private byte[] held = new byte[0];
    private final ByteArrayOutputStream message = new ByteArrayOutputStream(0);
    private boolean fragmented;
    private boolean ended;

    WebSocketFrames(Listener listener) {
        this.listener = listener;
    }

    void feed(ByteBuffer bytes) {
        int before = held.length;
        held = Arrays.copyOf(held, before + bytes.remaining());
        bytes.get(held, before, bytes.remaining());
        int at = 0;
        int length = frame(at);
        while (length > 0 && !ended) {
            at += length;
            length = frame(at);
        }
        held = ended ? new byte[0] : Arrays.copyOfRange(held, at, held.length);
    }

    /// Takes the frame at this place; returns its length, 0 while it is not all there.
    private int frame(int at) {
        int there = held.length - at;
        if (there < 2 || ended) {
            return 0;
        }
        int first = held[at] & 0xff;
        int size = held[at + 1] & 0x7f;
        boolean masked = (held[at + 1] & 0x80) != 0;
        int opcode = first & 0x0f;
        boolean last = (first & 0x80) != 0;
        boolean control = opcode >= CLOSE;
        if ((first & 0x70) != 0 || !masked || (control && (!last || size > MAX_CONTROL))) {
            end(Farewell.PROTOCOL);
            return 0;
        }
        int header = size == 126 ? 4 : size == 127 ? 10 : 2;
        if (there < header + MASK) {
            return 0;
        }
        long payload = header == 2 ? size : number(at + 2, header - 2);
        if (payload < 0 || payload + message.size() > MAX_MESSAGE) {
            end(Farewell.TOO_LARGE);
            return 0;
        }
        int length = header + MASK + (int) payload;
        if (there < length) {
            return 0;
        }
        take(opcode, last, unmasked(at + header, (int) payload));
        return length;
    }

    private void take(int opcode, boolean last, byte[] payload) {
        switch (opcode) {
            case TEXT, CONTINUATION -> {
                if (fragmented != (opcode == CONTINUATION)) {
                    end(Farewell.PROTOCOL);
                    return;
                }
                message.writeBytes(payload);
                fragmented = !last;
                if (last) {
                    text(message.toByteArray());
                    message.reset();
                }
            }
            case BINARY -> end(Farewell.NOT_TEXT);
            case CLOSE -> end(isClosing(payload) ? Farewell.CLIENT : Farewell.PROTOCOL);
            case PING -> listener.ping(payload);
            case PONG -> {} // a sign of life, which the socket shows anyway
            default -> end(Farewell.PROTOCOL);
        }
    }

    private void text(byte[] bytes) {
        if (Message.isText(bytes)) {
            listener.text(bytes);
        } else {
            end(Farewell.BAD_TEXT);
        }
    }

    /// No code at all, or one that may be sent, with a reason in UTF-8.
    private static boolean isClosing(byte[] payload) {
        if (payload.length == 0) {
            return true;
        }
        if (payload.length == 1) {
            return false;
        }
        int code = (payload[0] & 0xff) << 8 | (payload[1] & 0xff);
        boolean known =
                (code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006)
                        || (code >= 3000 && code <= 4999);
        return known && Message.isText(Arrays.copyOfRange(payload, 2, payload.length));
    }

    private void end(Farewell why) {
        ended = true;
        listener.end(why);
    }

    private long number(int at, int bytes) {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | (held[at + i] & 0xff);
        }
        return number;
    }

    private byte[] unmasked(int at, int length) {
        byte[] payload = new byte[length];
        for (int i = 0; i < length; i++) {
            payload[i] = (byte) (held[at + MASK + i] ^ held[at + i % MASK]);
        }
        return payload;
    }
}
