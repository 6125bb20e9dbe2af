package dev.tanaw.stream.bench;

import java.nio.ByteBuffer;

/// Finds the two times in the `data:` lines of a stream, whatever lies between them (headers, chunk
/// sizes), byte by byte and across reads.
final class FrameParser {
    private static final int LINE = 4096;

    private final Latencies latencies;
    private final byte[] line = new byte[LINE];
    private int length;
    private boolean begun;

    FrameParser(Latencies latencies) {
        this.latencies = latencies;
    }

    boolean hasBegun() {
        return begun;
    }

    void feed(ByteBuffer bytes, long now) {
        while (bytes.hasRemaining()) {
            byte each = bytes.get();
            if (each == '\n') {
                finish(now);
                length = 0;
            } else if (length < LINE) {
                line[length++] = each;
            }
        }
    }

    private void finish(long now) {
        if (length < 6 || line[0] != 'd' || line[4] != ':') {
            return;
        }
        begun = true;
        long due = number('s');
        if (due > 0) {
            latencies.add(now - number('t'), now - due);
        }
    }

    /// The number after `"name":`, 0 where there is none.
    private long number(char name) {
        for (int i = 0; i + 4 < length; i++) {
            if (line[i] == '"' && line[i + 1] == name && line[i + 2] == '"' && line[i + 3] == ':') {
                long value = 0;
                for (int at = i + 4; at < length && line[at] >= '0' && line[at] <= '9'; at++) {
                    value = value * 10 + (line[at] - '0');
                }
                return value;
            }
        }
        return 0;
    }
}
