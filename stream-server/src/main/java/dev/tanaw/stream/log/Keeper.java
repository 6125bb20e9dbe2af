package dev.tanaw.stream.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a log in files, so that positions, sessions and receipts survive the end of the process.
/// Owns the thread `journal`, which writes what has gathered and then lets it be seen, and the
/// thread `journal-force`, which asks the disk once a second. A disk that is full, fails or does
/// not answer for a second is given up: the log goes on in memory, and the next start begins a new
/// history rather than one with a hole.
public final class Keeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final long LAST_WORDS_SECONDS = 2;

    /// From one asking of the disk to the next: what a loss of power may cost.
    private static final Duration FORCED = Duration.ofSeconds(1);

    private final Journal journal;
    private final EventLog log;
    private final Thread writer = Thread.ofPlatform().name("journal").daemon().unstarted(this::run);
    private final ScheduledExecutorService forcer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("journal-force").daemon().factory());
    private volatile Consumer<Set<String>> shown = _ -> {};
    private volatile Runnable lost = () -> {};

    private Keeper(Journal journal, EventLog log) {
        this.journal = journal;
        this.log = log;
    }

    /// Reads what an earlier run has left in the folder, which is made when needed. `fresh` is the
    /// epoch of the log if that cannot be trusted. Throws [JournalInUse] when another process has
    /// the folder.
    public static Keeper open(Path folder, String fresh, Bound perSession, Bound total)
            throws IOException {
        return open(folder, fresh, perSession, total, Journal.SEGMENT_BYTES);
    }

    static Keeper open(Path folder, String fresh, Bound perSession, Bound total, long segmentBytes)
            throws IOException {
        Journal journal = Journal.open(folder, segmentBytes);
        try {
            EventLog log = new EventLog(journal, fresh, perSession, total);
            journal.begin(log.head());
            return new Keeper(journal, log);
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    public EventLog log() {
        return log;
    }

    /// `shown` hears which sessions have events that can be seen now, `lost` that nothing more is
    /// kept; both on the keeper's threads.
    public void start(Consumer<Set<String>> shown, Runnable lost) {
        start(shown, lost, FORCED);
    }

    void start(Consumer<Set<String>> shown, Runnable lost, Duration forced) {
        this.shown = shown;
        this.lost = lost;
        writer.start();
        var _ =
                forcer.scheduleWithFixedDelay(
                        this::force, forced.toNanos(), forced.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void run() {
        try {
            for (List<List<Entry>> groups = log.outbox().toWrite();
                    !groups.isEmpty();
                    groups = log.outbox().toWrite()) {
                roll();
                journal.write(groups);
                shown.accept(log.outbox().written(groups.size()));
            }
            if (log.outbox().isKeeping()) {
                journal.finish();
            }
        } catch (IOException | RuntimeException | InterruptedException e) {
            giveUp(e);
        }
        if (!log.outbox().isKeeping()) {
            journal.distrust();
        }
    }

    private void roll() throws IOException {
        if (journal.isFull()) {
            long disposable = journal.disposable(log.lostThrough());
            journal.roll(log.head(), log.standing(disposable), disposable);
        }
    }

    private void force() {
        try {
            journal.force();
        } catch (IOException e) {
            giveUp(e);
        }
    }

    /// To be called now and then: whoever waits for the disk must not wait for ever.
    public void tick() {
        if (log.outbox().isStuck()) {
            giveUp(new IOException("the disk does not answer"));
        }
    }

    private void giveUp(Exception why) {
        Optional<Set<String>> sessions = log.outbox().giveUp();
        if (sessions.isPresent()) {
            LOG.error("LOG-01: the history is no longer kept on disk, only in memory", why);
            shown.accept(sessions.get());
            lost.run();
        }
    }

    /// Whether what is published now will be known after the next start.
    public boolean isKeeping() {
        return log.outbox().isKeeping();
    }

    /// Writes what waits, within two seconds. The forcing thread is not interrupted: that would
    /// close the file under it, and the history would be given up at its orderly end.
    @Override
    public void close() {
        forcer.shutdown();
        log.outbox().finish();
        try {
            if (writer.isAlive() && !writer.join(Duration.ofSeconds(LAST_WORDS_SECONDS))) {
                LOG.warn("the journal could not be finished");
            }
            if (!forcer.awaitTermination(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the disk does not answer");
            }
            journal.close();
        } catch (IOException e) {
            LOG.warn("the journal could not be closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
