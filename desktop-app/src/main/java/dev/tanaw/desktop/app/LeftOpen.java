package dev.tanaw.desktop.app;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.ConsentAnswer;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.event.Recovery;
import dev.tanaw.capture.event.Step;
import dev.tanaw.capture.session.OpenSession;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps on disk which session is open, and so knows at the next start which one the program did
/// not end. Hears events on the session thread; writes on the thread `left-open`, the newest only.
///
/// A station that finds another of its name at work in the same folder keeps nothing.
final class LeftOpen implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LeftOpen.class);

    private static final long PATIENCE_SECONDS = 5;

    private final OpenSessionFile file;
    private final Optional<FileChannel> lock;
    private final OpenSessionFile.Found found;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("left-open").daemon().factory());
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile Optional<OpenSession> newest;
    private boolean failing;

    private LeftOpen(OpenSessionFile file, Optional<FileChannel> lock) {
        this.file = file;
        this.lock = lock;
        this.found = lock.isPresent() ? file.read() : new OpenSessionFile.None();
        this.newest = left();
        if (found instanceof OpenSessionFile.Damaged) {
            forget();
        }
    }

    static LeftOpen in(Path data, String station) {
        return new LeftOpen(new OpenSessionFile(data, station), lock(data, station));
    }

    /// Held until the process ends, however it ends.
    private static Optional<FileChannel> lock(Path data, String station) {
        Path file = data.resolve("open-session-" + station + ".lock");
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return Optional.of(channel);
            }
            channel.close();
        } catch (OverlappingFileLockException _) {
            LOG.debug("another station of this program has the lock");
        } catch (IOException e) {
            LOG.warn("a session that is interrupted will not be known again", e);
        }
        return Optional.empty();
    }

    /// The session that was not ended.
    Optional<OpenSession> left() {
        return found instanceof OpenSessionFile.Kept(OpenSession left)
                ? Optional.of(left)
                : Optional.empty();
    }

    /// What whoever started the program should know; empty when all is as usual.
    Optional<String> words() {
        return switch (found) {
            case OpenSessionFile.None _ -> Optional.empty();
            case OpenSessionFile.Damaged damaged ->
                    Optional.of(
                            "DATA-02: the program may have ended in the middle of a session; %s cannot be read (%s) and was removed. No picture and no value was in it."
                                    .formatted(damaged.file(), damaged.why()));
            case OpenSessionFile.Kept(OpenSession left) ->
                    Optional.of(
                            "The program ended in the middle of the session of %s. Its pictures were never on disk; the session is closed, and it is asked whether the person goes on."
                                    .formatted(left.startedAt()));
        };
    }

    /// On the session thread; returns at once.
    void happened(Recorded recorded) {
        Optional<OpenSession> next = after(newest, recorded);
        if (lock.isPresent() && !next.equals(newest)) {
            newest = next;
            if (!waiting.getAndSet(true)) {
                thread.execute(this::write);
            }
        }
    }

    /// A session that is shown as complete lacks nothing.
    private static Optional<OpenSession> after(Optional<OpenSession> before, Recorded recorded) {
        return switch (recorded.event()) {
            case CaptureEvent.SessionStarted _ ->
                    Optional.of(
                            new OpenSession(
                                    recorded.session(), recorded.time(), Step.READY, "", Set.of()));
            case CaptureEvent.StateChanged change ->
                    change.to() == Step.COMPLETE
                            ? Optional.empty()
                            : before.map(open ->
                                    new OpenSession(
                                            open.id(),
                                            open.startedAt(),
                                            change.to(),
                                            open.consent(),
                                            open.chosen()));
            case CaptureEvent.ConsentAnswered(ConsentAnswer answer, String text)
                    when answer == ConsentAnswer.AGREED ->
                    before.map(open ->
                            new OpenSession(
                                    open.id(), open.startedAt(), open.step(), text, open.chosen()));
            case CaptureEvent.DocumentChosen chosen ->
                    before.map(open ->
                            new OpenSession(
                                    open.id(),
                                    open.startedAt(),
                                    open.step(),
                                    open.consent(),
                                    Set.of(chosen.kind())));
            case CaptureEvent.SessionInterrupted asked ->
                    asked.recovery() == Recovery.ASKED ? before : Optional.empty();
            case CaptureEvent.SessionEnded _ -> Optional.empty();
            default -> before;
        };
    }

    private void write() {
        waiting.set(false);
        Optional<OpenSession> next = newest;
        try {
            if (next.isPresent()) {
                file.write(next.get());
            } else {
                file.remove();
            }
            failing = false;
        } catch (IOException e) {
            if (!failing) {
                LOG.warn("a session that is interrupted now will not be known again", e);
            }
            failing = true;
        }
    }

    private void forget() {
        try {
            file.remove();
        } catch (IOException e) {
            LOG.warn("the damaged file is still there", e);
        }
    }

    /// Writes what was heard.
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the disk is too slow: a session may be taken for interrupted");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        lock.ifPresent(LeftOpen::release);
    }

    private static void release(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("the lock is held until the program ends", e);
        }
    }
}
