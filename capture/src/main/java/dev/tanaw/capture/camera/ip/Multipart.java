package dev.tanaw.capture.camera.ip;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Cuts a `multipart/x-mixed-replace` body into its parts. Cameras are careless: the boundary may
/// carry its dashes already, be quoted, or be followed by a part without a length. Everything that
/// the other end can make long has a bound.
final class Multipart {
    static final int MOST_PART = 8 << 20;
    private static final int MOST_LINE = 4096;
    private static final int MOST_HEADERS = 64;
    private static final int BUFFER = 64 << 10;

    private final InputStream in;
    private final byte[] delimiter;

    Multipart(InputStream in, String boundary) {
        this.in = new BufferedInputStream(in, BUFFER);
        this.delimiter = boundary.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// The boundary that a content type names, with its leading dashes; empty when the body is
    /// something else.
    static Optional<String> boundary(String contentType) {
        String lower = contentType.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("boundary=");
        if (!lower.startsWith("multipart/") || at < 0) {
            return Optional.empty();
        }
        String name = contentType.substring(at + "boundary=".length());
        int end = name.indexOf(';');
        name = (end < 0 ? name : name.substring(0, end)).strip();
        if (name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")) {
            name = name.substring(1, name.length() - 1);
        }
        if (name.isEmpty() || name.length() > 200) {
            return Optional.empty();
        }
        return Optional.of(name.startsWith("--") ? name : "--" + name);
    }

    /// The next part's body.
    ///
    /// @throws EOFException when the other end has closed the stream
    byte[] next() throws IOException {
        skipToDelimiter();
        int length = headers();
        if (length > MOST_PART) {
            throw new IOException("a part of " + length + " bytes is announced");
        }
        return length >= 0 ? sized(length) : untilDelimiter();
    }

    private byte[] sized(int length) throws IOException {
        byte[] part = in.readNBytes(length);
        if (part.length < length) {
            throw new EOFException("the stream broke off");
        }
        return part;
    }

    private void skipToDelimiter() throws IOException {
        String wanted = new String(delimiter, StandardCharsets.ISO_8859_1);
        long skipped = 0;
        while (true) {
            String line = line();
            if (line.equals(wanted)) {
                return;
            }
            if (line.equals(wanted + "--")) {
                throw new EOFException("the camera ended the stream");
            }
            skipped += line.length() + 2;
            if (skipped > MOST_PART) {
                throw new IOException("no part within " + MOST_PART + " bytes");
            }
        }
    }

    /// @return the announced length, or -1
    private int headers() throws IOException {
        int length = -1;
        for (int i = 0; i < MOST_HEADERS; i++) {
            String line = line();
            if (line.isEmpty()) {
                return length;
            }
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).strip().equalsIgnoreCase("content-length")) {
                length = number(line.substring(colon + 1).strip());
            }
        }
        throw new IOException("a part has more than " + MOST_HEADERS + " headers");
    }

    private static int number(String text) throws IOException {
        try {
            int length = Integer.parseInt(text);
            if (length >= 0) {
                return length;
            }
        } catch (NumberFormatException e) {
            throw new IOException("a part's length is not a number", e);
        }
        throw new IOException("a part's length is negative");
    }

    /// A line without its end; at most [#MOST_LINE] bytes of it are kept.
    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int taken = 0; taken < MOST_PART; taken++) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the stream broke off");
            }
            if (next == '\n') {
                int end = line.length();
                return end > 0 && line.charAt(end - 1) == '\r'
                        ? line.substring(0, end - 1)
                        : line.toString();
            }
            if (line.length() < MOST_LINE) {
                line.append((char) next);
            }
        }
        throw new IOException("a line has no end");
    }

    /// Reads a part of unknown length; the delimiter is left for the next one to find.
    private byte[] untilDelimiter() throws IOException {
        ByteArrayOutputStream part = new ByteArrayOutputStream(BUFFER);
        while (part.size() < MOST_PART) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the stream broke off");
            }
            if ((next == '\r' || next == '\n') && delimiterFollows(next)) {
                return part.toByteArray();
            }
            part.write(next);
        }
        throw new IOException("a part is longer than " + MOST_PART + " bytes");
    }

    private boolean delimiterFollows(int first) throws IOException {
        in.mark(delimiter.length + 2);
        byte[] ahead = in.readNBytes(delimiter.length + 1);
        in.reset();
        int from = first == '\r' && ahead.length > 0 && ahead[0] == '\n' ? 1 : 0;
        if (ahead.length < from + delimiter.length) {
            return false;
        }
        for (int i = 0; i < delimiter.length; i++) {
            if (ahead[from + i] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }
}
