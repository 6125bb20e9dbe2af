package dev.tanaw.stream.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tanaw.stream.log.Frame;
import dev.tanaw.stream.log.Snapshot;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// The frames that speak about the stream itself. Every value in them is ours and needs no
/// escaping.
final class ControlFrames {
    /// Keeps proxies and idle time-outs away; invisible to EventSource.
    private static final byte[] COMMENT = ": still here\n\n".getBytes(UTF_8);

    private final String epoch;

    ControlFrames(String epoch) {
        this.epoch = epoch;
    }

    /// Retry is jittered, so that readers that were cut off together do not return together.
    ByteBuffer open(Resume resume, Duration heartbeat, Duration beat, Instant now) {
        return text(
                "retry: %d\nid: %s\nevent: stream_open\ndata: {\"epoch\":\"%s\",\"mode\":\"%s\",\"heartbeat_ms\":%d,\"beat_ms\":%d,\"server_time\":\"%s\"}\n\n"
                        .formatted(
                                ThreadLocalRandom.current().nextInt(1000, 3000),
                                id(resume.openingOffset()),
                                epoch,
                                resume.mode(),
                                heartbeat.toMillis(),
                                beat.toMillis(),
                                now));
    }

    /// The events after `from` up to and including `to` are not told one by one; the snapshot that
    /// follows has what came of them. Without an id of its own, because nothing is seen yet.
    ByteBuffer gap(long from, long to) {
        return text(
                "event: stream_gap\ndata: {\"from\":\"%s\",\"to\":\"%s\"}\n\n"
                        .formatted(id(from), id(to)));
    }

    ByteBuffer reset() {
        return text("event: stream_reset\ndata: {\"epoch\":\"%s\"}\n\n".formatted(epoch));
    }

    ByteBuffer beat(long head) {
        return text(
                "id: %s\nevent: stream_beat\ndata: {\"head\":\"%s\"}\n\n"
                        .formatted(id(head), id(head)));
    }

    ByteBuffer comment() {
        return ByteBuffer.wrap(COMMENT).asReadOnlyBuffer();
    }

    ByteBuffer bye(String code) {
        return text(
                "retry: %d\nevent: stream_bye\ndata: {\"code\":\"%s\"}\n\n"
                        .formatted(ThreadLocalRandom.current().nextInt(1000, 4000), code));
    }

    ByteBuffer snapshot(Optional<String> session, Snapshot snapshot) {
        ByteArrayOutputStream out =
                new ByteArrayOutputStream(
                        256 + snapshot.frames().stream().mapToInt(Frame::length).sum());
        out.writeBytes(
                "id: %s\nevent: snapshot\ndata: ".formatted(id(snapshot.offset())).getBytes(UTF_8));
        writeState(out, session, snapshot);
        out.writeBytes("\n\n".getBytes(UTF_8));
        return ByteBuffer.wrap(out.toByteArray()).asReadOnlyBuffer();
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

    private static ByteBuffer text(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8)).asReadOnlyBuffer();
    }
}
