package dev.tanaw.stream.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Takes server-sent events apart, in whatever pieces they arrive. Lines end with LF, CR or CRLF; a
/// block that is cut off is never told. Holds one block of at most `limit` bytes.
final class SseParser {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final Pattern MILLIS = Pattern.compile("[0-9]{1,9}");

    private final int limit;
    private byte[] line = new byte[512];
    private int length;
    private byte[] data = new byte[0];
    private Optional<String> id = Optional.empty();
    private Optional<Long> retry = Optional.empty();
    private String event = "message";
    private boolean afterReturn;
    private boolean first = true;

    SseParser(int limit) {
        this.limit = limit;
    }

    /// A block that is longer than this client holds.
    static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1;

        TooLarge(int limit) {
            super("a frame of more than " + limit + " bytes");
        }
    }

    /// The blocks that are complete with these bytes.
    List<SseFrame> feed(ByteBuffer bytes) throws TooLarge {
        List<SseFrame> frames = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            boolean second = afterReturn && next == '\n';
            afterReturn = next == '\r';
            if (second) {
                continue;
            }
            if (next == '\n' || next == '\r') {
                end(frames);
            } else {
                add(next);
            }
        }
        return frames;
    }

    private void add(byte next) throws TooLarge {
        if (length + data.length >= limit) {
            throw new TooLarge(limit);
        }
        if (length == line.length) {
            line = Arrays.copyOf(line, (int) Math.min(limit, 2L * line.length));
        }
        line[length++] = next;
    }

    private void end(List<SseFrame> frames) {
        int from = first && startsWith(MARK) ? MARK.length : 0;
        first = false;
        if (length > from) {
            field(from);
        } else if (data.length > 0 || id.isPresent() || retry.isPresent()) {
            frames.add(new SseFrame(id, event, data, retry));
            data = new byte[0];
            id = Optional.empty();
            retry = Optional.empty();
            event = "message";
        } else {
            event = "message";
        }
        length = 0;
    }

    private boolean startsWith(byte[] start) {
        return length >= start.length
                && Arrays.equals(line, 0, start.length, start, 0, start.length);
    }

    /// `name`, `name:value` or `name: value`; a line that begins with a colon is a comment.
    private void field(int from) {
        int colon = from;
        while (colon < length && line[colon] != ':') {
            colon++;
        }
        int value = Math.min(length, colon + 1);
        if (value < length && line[value] == ' ') {
            value++;
        }
        switch (new String(line, from, colon - from, UTF_8)) {
            case "data" -> append(value);
            case "event" -> event = text(value);
            case "id" ->
                    id =
                            Optional.of(text(value))
                                    .filter(each -> each.indexOf('\0') < 0)
                                    .or(() -> id);
            case "retry" ->
                    retry =
                            Optional.of(text(value))
                                    .filter(each -> MILLIS.matcher(each).matches())
                                    .map(Long::valueOf)
                                    .or(() -> retry);
            default -> {} // a comment, or a field of another time
        }
    }

    private String text(int from) {
        return new String(line, from, length - from, UTF_8);
    }

    private void append(int from) {
        int before = data.length == 0 ? 0 : data.length + 1;
        byte[] more = Arrays.copyOf(data, before + length - from);
        if (before > 0) {
            more[before - 1] = '\n';
        }
        System.arraycopy(line, from, more, before, length - from);
        data = more;
    }
}
