package dev.tanaw.desktop.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.session.Journey;
import dev.tanaw.capture.session.Signal;
import dev.tanaw.desktop.wire.StandIns;
import dev.tanaw.desktop.wire.WireEvent;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/// The record of one session, see [SessionRecorder]. One thread.
final class SessionFile implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final String session;
    private final String station;
    private final Writer out;
    private final StandIns values;

    SessionFile(Path folder, String session, String station, Journey journey, LocalDate today)
            throws IOException {
        this.session = session;
        this.station = station;
        this.values = new StandIns(today);
        this.out =
                Channels.newWriter(
                        Files.newByteChannel(
                                folder.resolve(session + SessionRecorder.ENDING),
                                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                                onlyMine()),
                        StandardCharsets.UTF_8);
        ObjectNode head = JSON.createObjectNode();
        head.put("tanaw_signals", SignalFile.VERSION);
        head.put("station", station);
        head.put("session", session);
        ArrayNode stops = head.putArray("stops");
        journey.stops().stream()
                .map(stop -> stop.name().toLowerCase(Locale.ROOT))
                .sorted()
                .forEach(stops::add);
        line(head);
    }

    boolean isOf(Recorded event) {
        return event.session().equals(session)
                || (event.session().isEmpty() && SignalFile.follows(event.event()));
    }

    void write(Signal signal) throws IOException {
        out.write(SignalJson.write(standIn(signal)));
        out.write('\n');
    }

    void write(Recorded event) throws IOException {
        JsonNode masked = JSON.readTree(WireEvent.of(station, event).json());
        line(JSON.createObjectNode().set("event", masked));
    }

    private void line(JsonNode line) throws IOException {
        out.write(JSON.writeValueAsString(line));
        out.write('\n');
    }

    private Signal standIn(Signal signal) {
        return switch (signal) {
            case Signal.FieldRead read ->
                    new Signal.FieldRead(
                            read.at(),
                            read.session(),
                            read.side(),
                            values.of(read.field()),
                            read.found(),
                            read.expected());
            case Signal.Edit edit ->
                    new Signal.Edit(
                            edit.at(),
                            edit.side(),
                            edit.name(),
                            values.typed(edit.name(), edit.value()));
            case Signal.Beginning _,
                    Signal.Seen _,
                    Signal.ReadingDone _,
                    Signal.ReadingFailed _,
                    Signal.Compared _,
                    Signal.Agree _,
                    Signal.Decline _,
                    Signal.Choose _,
                    Signal.Overrule _,
                    Signal.AskApproval _,
                    Signal.SkipFace _,
                    Signal.Stay _,
                    Signal.CallHelp _,
                    Signal.Refer _,
                    Signal.TakeUp _,
                    Signal.Discard _,
                    Signal.ShootNow _,
                    Signal.Confirm _,
                    Signal.Retake _,
                    Signal.SkipBack _,
                    Signal.Cancel _,
                    Signal.Leave _,
                    Signal.OfStation _,
                    Signal.Tick _ ->
                    signal;
        };
    }

    private static FileAttribute<?>[] onlyMine() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
