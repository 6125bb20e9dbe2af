package dev.tanaw.stream.log;

/// How a frame looks on a connection. Both have the same events at the same positions.
public enum Form {
    /// `id:`, `event:` and `data:` lines.
    SSE,
    /// A text message `{"id":…,"event":…,"data":…}` with the header of the WebSocket protocol,
    /// ready for the socket: what a server sends is not masked.
    WEBSOCKET;

    static final int TEXT = 0x81;

    /// Bytes before a message of this length.
    public static int headerLength(int payload) {
        return payload < 126 ? 2 : payload < 65_536 ? 4 : 10;
    }

    /// Returns where the message begins.
    public static int putHeader(byte[] target, int at, int opcode, int payload) {
        target[at] = (byte) opcode;
        if (payload < 126) {
            target[at + 1] = (byte) payload;
            return at + 2;
        }
        int bytes = payload < 65_536 ? 2 : 8;
        target[at + 1] = (byte) (bytes == 2 ? 126 : 127);
        for (int i = 0; i < bytes; i++) {
            target[at + 1 + bytes - i] = i < 4 ? (byte) (payload >>> (8 * i)) : 0;
        }
        return at + 2 + bytes;
    }
}
