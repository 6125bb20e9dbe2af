package dev.tanaw.desktop.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tanaw.capture.event.CaptureEvent;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes each session's signals, and the events that followed from them, into a file of its own,
/// to be played again. Values are replaced by [StandIns] on the way; events are masked as on the
/// wire; no picture is written. The files are their owner's alone.
///
/// Heard on the session thread, written on the thread `recorder`, which owns the files. When
/// [#WAITING] lines wait the session is written no further: a record with a hole would tell another
/// story.
public final class SessionRecorder implements AutoCloseable {
    static final int WAITING = 10_000;
    static final String ENDING = ".signals.jsonl";

    private static final Logger LOG = LoggerFactory.getLogger(SessionRecorder.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final String station;
    private final Journey journey;
    private final Clock wall;
    private final BlockingQueue<Heard> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread = Thread.ofPlatform().name("recorder").unstarted(this::run);
    private volatile boolean overrun;

    /// What came before the recorder, in its order.
    private sealed interface Heard {
        record Told(Recorded event) implements Heard {}

        record Got(Signal signal) implements Heard {}

        record Over() implements Heard {}
    }

    /// @param folder made when it is not there
    public SessionRecorder(Path folder, String station, Journey journey, Clock wall)
            throws IOException {
        this.folder = folder;
        this.station = station;
        this.journey = journey;
        this.wall = wall;
        Files.createDirectories(folder);
        thread.start();
    }

    /// On the session thread; before the events that follow from it.
    public void heard(Signal signal) {
        offer(new Heard.Got(signal));
    }

    /// On the session thread.
    public void told(Recorded event) {
        offer(new Heard.Told(event));
    }

    private void offer(Heard next) {
        if (!overrun && !waiting.offer(next)) {
            overrun = true;
            LOG.warn("the disk is too slow: this session is recorded no further");
        }
    }

    private void run() {
        Optional<File> open = Optional.empty();
        Optional<Signal> began = Optional.empty();
        try {
            for (Heard next = waiting.take();
                    !(next instanceof Heard.Over);
                    next = waiting.take()) {
                switch (next) {
                    case Heard.Got(Signal signal) -> {
                        began = signal instanceof Signal.Begin ? Optional.of(signal) : began;
                        if (open.isPresent()) {
                            open.get().write(signal);
                        }
                    }
                    case Heard.Told(Recorded event) -> open = told(open, began, event);
                    case Heard.Over _ -> {}
                }
                if (overrun && waiting.isEmpty()) {
                    close(open);
                    open = Optional.empty();
                    overrun = false;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.error("sessions are recorded no further", e);
        } finally {
            close(open);
        }
    }

    private Optional<File> told(Optional<File> open, Optional<Signal> began, Recorded event)
            throws IOException {
        if (event.event() instanceof CaptureEvent.SessionStarted && began.isPresent()) {
            close(open);
            File file = new File(event.session());
            file.write(began.get());
            file.write(event);
            return Optional.of(file);
        }
        if (open.isPresent() && open.get().isOf(event)) {
            open.get().write(event);
            if (event.event() instanceof CaptureEvent.SessionEnded) {
                close(open);
                return Optional.empty();
            }
        }
        return open;
    }

    private static void close(Optional<File> open) {
        open.ifPresent(file -> {
            try {
                file.out.close();
            } catch (IOException e) {
                LOG.error("the end of a record may be missing", e);
            }
        });
    }

    /// Writes what has been heard, ends the record of the running session, and the thread.
    @Override
    public void close() {
        try {
            waiting.put(new Heard.Over());
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private final class File {
        private final String session;
        private final Writer out;
        private final StandIns values = new StandIns(LocalDate.now(wall));

        File(String session) throws IOException {
            this.session = session;
            this.out =
                    Channels.newWriter(
                            Files.newByteChannel(
                                    folder.resolve(session + ENDING),
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
                case Signal.Begin _,
                        Signal.Seen _,
                        Signal.ReadingDone _,
                        Signal.ReadingFailed _,
                        Signal.Compared _,
                        Signal.Agree _,
                        Signal.Decline _,
                        Signal.Choose _,
                        Signal.Overrule _,
                        Signal.SkipFace _,
                        Signal.Stay _,
                        Signal.CallHelp _,
                        Signal.Refer _,
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
}
