package dev.tanaw.desktop.replay;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.session.Journey;
import dev.tanaw.capture.session.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
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
        Optional<SessionFile> open = Optional.empty();
        Optional<Signal> began = Optional.empty();
        try {
            for (Heard next = waiting.take();
                    !(next instanceof Heard.Over);
                    next = waiting.take()) {
                if (next instanceof Heard.Got(Signal.Beginning begin)) {
                    began = Optional.of(begin);
                }
                open = written(open, began, next);
                if (overrun && waiting.isEmpty()) {
                    close(open);
                    open = Optional.empty();
                    overrun = false;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            close(open);
        }
    }

    /// A disk that fails costs the record of a session, and nobody anything else.
    private Optional<SessionFile> written(
            Optional<SessionFile> open, Optional<Signal> began, Heard next) {
        try {
            return switch (next) {
                case Heard.Got(Signal signal) -> {
                    if (open.isPresent()) {
                        open.get().write(signal);
                    }
                    yield open;
                }
                case Heard.Told(Recorded event) -> told(open, began, event);
                case Heard.Over _ -> open;
            };
        } catch (IOException e) {
            LOG.error("this session is recorded no further", e);
            close(open);
            return Optional.empty();
        }
    }

    private Optional<SessionFile> told(
            Optional<SessionFile> open, Optional<Signal> began, Recorded event) throws IOException {
        if (event.event() instanceof CaptureEvent.SessionStarted && began.isPresent()) {
            close(open);
            SessionFile file =
                    new SessionFile(folder, event.session(), station, journey, LocalDate.now(wall));
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

    private static void close(Optional<SessionFile> open) {
        open.ifPresent(file -> {
            try {
                file.close();
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
}
