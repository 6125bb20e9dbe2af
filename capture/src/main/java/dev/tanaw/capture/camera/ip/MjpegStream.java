package dev.tanaw.capture.camera.ip;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// The parts of a `multipart/x-mixed-replace` body. Cameras agree on little but the length header
/// and JPEG's own marks, so those are what is relied on; everything is bounded.
final class MjpegStream implements AutoCloseable {
    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_HEADER = 8 << 10;

    private final InputStream in;

    MjpegStream(InputStream in) {
        this.in = new BufferedInputStream(in, 64 << 10);
    }

    /// The next picture; empty at the end of the body.
    Optional<byte[]> next() throws IOException {
        int length = -1;
        boolean headers = false;
        while (true) {
            Optional<String> line = line();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            String header = line.get().toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = length(header);
            }
            if (header.isEmpty() && headers) {
                break;
            }
            headers |= header.contains(":");
        }
        return Optional.of(length >= 0 ? exactly(length) : untilEndMark());
    }

    private static int length(String header) throws IOException {
        try {
            int length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
            if (length < 0 || length > MOST_BYTES) {
                throw new IOException("a picture of " + length + " bytes");
            }
            return length;
        } catch (NumberFormatException e) {
            throw new IOException("a length that is no number", e);
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the picture was cut off");
        }
        return bytes;
    }

    /// Without a length the picture ends with JPEG's end mark, FF D9.
    private byte[] untilEndMark() throws IOException {
        var bytes = new java.io.ByteArrayOutputStream(64 << 10);
        int before = 0;
        while (bytes.size() < MOST_BYTES) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the picture was cut off");
            }
            bytes.write(next);
            if (before == 0xFF && next == 0xD9) {
                return bytes.toByteArray();
            }
            before = next;
        }
        throw new IOException("a picture without an end");
    }

    private Optional<String> line() throws IOException {
        var line = new java.io.ByteArrayOutputStream(80);
        while (line.size() < MOST_HEADER) {
            int next = in.read();
            if (next < 0) {
                return Optional.empty();
            }
            if (next == '\n') {
                return Optional.of(line.toString(StandardCharsets.ISO_8859_1).stripTrailing());
            }
            line.write(next);
        }
        throw new IOException("a header without an end");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
