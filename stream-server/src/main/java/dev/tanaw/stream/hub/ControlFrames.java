package dev.tanaw.stream.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tanaw.stream.log.Filter;
import dev.tanaw.stream.log.Form;
import dev.tanaw.stream.log.Frame;
import dev.tanaw.stream.log.Snapshot;
import dev.tanaw.stream.log.View;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/// The frames that speak about the stream itself. Every value in them is ours, or an id, and needs
/// no escaping.
final class ControlFrames {
    /// Keeps proxies and idle time-outs away; invisible to EventSource.
    private static final byte[] COMMENT = ": still here\n\n".getBytes(UTF_8);

    private static final byte[] PING = {(byte) 0x89, 0};

    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;

    private final String epoch;

    ControlFrames(String epoch) {
        this.epoch = epoch;
    }

    /// Retry is jittered, so that readers that were cut off together do not return together.
    ByteBuffer open(
            Form form,
            View view,
            Resume resume,
            Duration heartbeat,
            Duration beat,
            Instant now,
            Optional<String> subscription) {
        String data =
                "{\"epoch\":\"%s\",\"mode\":\"%s\",\"heartbeat_ms\":%d,\"beat_ms\":%d,\"server_time\":\"%s\"%s%s}"
                        .formatted(
                                epoch,
                                resume.mode(),
                                heartbeat.toMillis(),
                                beat.toMillis(),
                                now,
                                subscription
                                        .map(id -> ",\"subscription\":\"" + id + "\"")
                                        .orElse(""),
                                view == View.FULL ? ",\"view\":\"full\"" : "");
        return frame(
                form,
                Optional.of(ThreadLocalRandom.current().nextInt(1000, 3000)),
                Optional.of(id(resume.openingOffset())),
                "stream_open",
                data.getBytes(UTF_8));
    }

    /// The events after `from` up to and including `to` are not told one by one; the snapshot that
    /// follows has what came of them. Without an id of its own, because nothing is seen yet.
    ByteBuffer gap(Form form, long from, long to) {
        return silent(
                form, "stream_gap", "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(id(from), id(to)));
    }

    ByteBuffer reset(Form form) {
        return silent(form, "stream_reset", "{\"epoch\":\"%s\"}".formatted(epoch));
    }

    ByteBuffer beat(Form form, long head) {
        return frame(
                form,
                Optional.empty(),
                Optional.of(id(head)),
                "stream_beat",
                "{\"head\":\"%s\"}".formatted(id(head)).getBytes(UTF_8));
    }

    /// A sign of life that no script sees.
    ByteBuffer comment(Form form) {
        return ByteBuffer.wrap(
                        switch (form) {
                            case SSE -> COMMENT;
                            case WEBSOCKET -> PING;
                        })
                .asReadOnlyBuffer();
    }

    /// From here on only what this filter wants; the snapshot that follows has how it stands.
    ByteBuffer filter(Form form, Optional<Filter> filter) {
        String data =
                filter.map(each ->
                                "{\"station\":%s,\"session\":%s,\"type\":%s,\"paused\":false}"
                                        .formatted(
                                                list(each.stations()),
                                                list(each.sessions()),
                                                list(each.types())))
                        .orElse("{\"station\":[],\"session\":[],\"type\":[],\"paused\":true}");
        return silent(form, "stream_filter", data);
    }

    private static String list(Set<String> words) {
        return new TreeSet<>(words)
                .stream()
                        .collect(Collectors.joining("\",\"", "[\"", "\"]"))
                        .replace("[\"\"]", "[]");
    }

    ByteBuffer pong(Form form, long head) {
        return silent(form, "stream_pong", "{\"head\":\"%s\"}".formatted(id(head)));
    }

    /// Without an id: it is no event, and whoever missed it hears the next.
    ByteBuffer viewers(Form form, String json) {
        return silent(form, "stream_viewers", json);
    }

    ByteBuffer error(Form form, String code) {
        return silent(form, "stream_error", "{\"code\":\"%s\"}".formatted(code));
    }

    /// On a WebSocket followed by the close frame with the number that says the same.
    ByteBuffer bye(Form form, Farewell farewell) {
        if (farewell == Farewell.CLIENT) {
            return ByteBuffer.wrap(close(farewell.closeCode()));
        }
        ByteBuffer bye =
                frame(
                        form,
                        Optional.of(farewell.retryMillis()),
                        Optional.empty(),
                        "stream_bye",
                        "{\"code\":\"%s\"}".formatted(farewell.code()).getBytes(UTF_8));
        if (form == Form.SSE) {
            return bye;
        }
        ByteArrayOutputStream both = new ByteArrayOutputStream(bye.remaining() + 4);
        byte[] first = new byte[bye.remaining()];
        bye.get(first);
        both.writeBytes(first);
        both.writeBytes(close(farewell.closeCode()));
        return ByteBuffer.wrap(both.toByteArray());
    }

    private static byte[] close(int code) {
        return new byte[] {(byte) CLOSE, 2, (byte) (code >>> 8), (byte) code};
    }

    ByteBuffer snapshot(Form form, Optional<String> session, Snapshot snapshot) {
        ByteArrayOutputStream state =
                new ByteArrayOutputStream(
                        256
                                + snapshot.frames().stream()
                                        .mapToInt(each -> each.jsonLength() + 1)
                                        .sum());
        writeState(state, session, snapshot);
        return frame(
                form,
                Optional.empty(),
                Optional.of(id(snapshot.offset())),
                "snapshot",
                state.toByteArray());
    }

    void writeState(ByteArrayOutputStream out, Optional<String> session, Snapshot snapshot) {
        out.writeBytes(
                "{\"offset\":\"%s\",\"session\":%s,\"events\":["
                        .formatted(
                                id(snapshot.offset()),
                                session.map(each -> "\"" + each + "\"").orElse("null"))
                        .getBytes(UTF_8));
        boolean more = false;
        for (Frame frame : snapshot.frames()) {
            if (more) {
                out.write(',');
            }
            frame.writeJson(out);
            more = true;
        }
        out.writeBytes("]}".getBytes(UTF_8));
    }

    private String id(long offset) {
        return epoch + "-" + offset;
    }

    private static ByteBuffer silent(Form form, String event, String data) {
        return frame(form, Optional.empty(), Optional.empty(), event, data.getBytes(UTF_8));
    }

    private static ByteBuffer frame(
            Form form, Optional<Integer> retry, Optional<String> id, String event, byte[] data) {
        return switch (form) {
            case SSE ->
                    wrapped(
                            retry.map(millis -> "retry: " + millis + "\n").orElse("")
                                    + id.map(text -> "id: " + text + "\n").orElse("")
                                    + ("event: " + event + "\ndata: "),
                            data,
                            "\n\n",
                            0);
            case WEBSOCKET ->
                    wrapped(
                            "{"
                                    + id.map(text -> "\"id\":\"" + text + "\",").orElse("")
                                    + retry.map(millis -> "\"retry\":" + millis + ",").orElse("")
                                    + ("\"event\":\"" + event + "\",\"data\":"),
                            data,
                            "}",
                            TEXT);
        };
    }

    private static ByteBuffer wrapped(String head, byte[] data, String tail, int opcode) {
        byte[] first = head.getBytes(UTF_8);
        byte[] last = tail.getBytes(UTF_8);
        int length = first.length + data.length + last.length;
        byte[] bytes = new byte[length + (opcode == 0 ? 0 : Form.headerLength(length))];
        int at = opcode == 0 ? 0 : Form.putHeader(bytes, 0, opcode, length);
        System.arraycopy(first, 0, bytes, at, first.length);
        System.arraycopy(data, 0, bytes, at + first.length, data.length);
        System.arraycopy(last, 0, bytes, at + first.length + data.length, last.length);
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }
}
