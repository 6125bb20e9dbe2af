package dev.tanaw.capture.read;

import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.face.FaceTemplate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where kept pictures are read, on the threads `read-<n>`, one fewer than the machine has cores.
/// Findings go to the [Desk] as they come; nobody hears of a reading that was stopped.
public final class ReadingRoom implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingRoom.class);

    /// A person waits: after it what was read of the print so far has to do.
    private static final Duration PRINT = Duration.ofMillis(2_500);

    private static final CompletableFuture<Optional<FaceTemplate>> NOBODY =
            CompletableFuture.completedFuture(Optional.empty());

    private final DocumentReader reader;
    private final Desk desk;
    private final Duration print;
    private final AtomicInteger going = new AtomicInteger();
    private final ExecutorService threads;

    /// What is known of the face on the front that was read last; empty when there is none.
    private final AtomicReference<CompletableFuture<Optional<FaceTemplate>>> portrait =
            new AtomicReference<>(NOBODY);

    /// Rises with each stop; a reading that began under an earlier number is wanted no more.
    private final AtomicLong generation = new AtomicLong();

    /// Hears of findings, on a reader's thread.
    public interface Desk {
        void field(String session, Side side, Field field, int found, int expected);

        void done(String session, Side side, Reading reading);

        /// @param distance NaN where one of the two faces is not seen
        void compared(String session, double distance);

        void failed(String session, Side side, Trouble trouble);
    }

    /// @param reader taken over and closed with this
    public ReadingRoom(DocumentReader reader, Desk desk) {
        this(reader, desk, PRINT);
    }

    /// @param print after it what was read of the print so far has to do
    public ReadingRoom(DocumentReader reader, Desk desk, Duration print) {
        this.reader = reader;
        this.desk = desk;
        this.print = print;
        AtomicInteger number = new AtomicInteger();
        this.threads =
                Executors.newFixedThreadPool(
                        Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
                        work ->
                                Thread.ofPlatform()
                                        .name("read-" + number.getAndIncrement())
                                        .unstarted(work));
    }

    /// Starts reading. Takes over the caller's shares of the frames.
    ///
    /// @param others of the same side, asked where the best one leaves doubt
    public void read(String session, Side side, Exposure best, List<Exposure> others) {
        Work work = new Work(session, side, generation.get());
        CompletableFuture<Optional<FaceTemplate>> face = new CompletableFuture<>();
        if (side == Side.FRONT) {
            portrait.set(face);
        }
        going.incrementAndGet();
        threads.execute(() -> {
            try {
                readNow(work, best, others, face);
            } finally {
                others.forEach(Exposure::close);
                face.complete(Optional.empty());
                going.decrementAndGet();
            }
        });
    }

    /// Compares the person with the portrait on the front that was read last, once that is known;
    /// nobody hears anything where that cannot be done. Takes over the caller's share of the frame.
    public void compare(String session, Frame frame) {
        if (!reader.compares()) {
            frame.close();
            return;
        }
        CompletableFuture<Optional<FaceTemplate>> document = portrait.get();
        long wanted = generation.get();
        going.incrementAndGet();
        threads.execute(() -> {
            try (frame) {
                Optional<FaceTemplate> person = reader.person(frame.pixels());
                var _ =
                        document.thenAccept(known -> {
                            double distance = distance(known, person);
                            // Looked at last: what is forgotten was stopped before.
                            if (wanted == generation.get()) {
                                desk.compared(session, distance);
                            }
                            person.ifPresent(FaceTemplate::wipe);
                        });
            } catch (RuntimeException e) {
                LOG.error("the faces could not be compared", e);
            } finally {
                going.decrementAndGet();
            }
        });
    }

    private static double distance(Optional<FaceTemplate> document, Optional<FaceTemplate> person) {
        return document.isPresent() && person.isPresent()
                ? document.get().distance(person.get())
                : Double.NaN;
    }

    /// What was kept of the face on a document is forgotten.
    public void forget() {
        var _ = portrait.getAndSet(NOBODY).thenAccept(known -> known.ifPresent(FaceTemplate::wipe));
    }

    /// Whether a picture is being read, or about to be; false once the desk has heard of all.
    public boolean busy() {
        return going.get() > 0;
    }

    /// What is still found in pictures handed in before is thrown away.
    public void stop() {
        generation.incrementAndGet();
    }

    private record Work(String session, Side side, long generation) {}

    private void readNow(
            Work work,
            Exposure best,
            List<Exposure> others,
            CompletableFuture<Optional<FaceTemplate>> face) {
        try (best) {
            Report report = new Report(work);
            Reading reading =
                    reader.read(
                            best.shot(),
                            work.side(),
                            others.stream().map(Exposure::shot).toList(),
                            report);
            report.known(reading);
            if (report.wanted()) {
                desk.done(work.session(), work.side(), reading);
                face.complete(reader.portrait(best.frame().pixels(), reading));
            }
        } catch (RuntimeException e) {
            LOG.error("a reader failed", e);
            if (wanted(work)) {
                desk.failed(work.session(), work.side(), Trouble.READING_FAILED);
            }
        }
    }

    /// Tells the desk what is new or has changed since it was last told.
    private final class Report implements DocumentReader.Listener {
        private final Work work;
        private final Map<String, Field> told = new HashMap<>();

        private Report(Work work) {
            this.work = work;
        }

        @Override
        public boolean wanted() {
            return ReadingRoom.this.wanted(work);
        }

        @Override
        public Duration limit() {
            return print;
        }

        @Override
        public void known(Reading sofar) {
            for (Field field : sofar.fields()) {
                if (!wanted()) {
                    return;
                }
                if (!field.equals(told.put(field.name(), field))) {
                    int expected = Math.max(told.size(), sofar.fields().size());
                    desk.field(work.session(), work.side(), field, told.size(), expected);
                }
            }
        }
    }

    private boolean wanted(Work work) {
        return work.generation() == generation.get();
    }

    @Override
    public void close() {
        // Waits for a reading in progress: it uses the model that is closed next.
        threads.close();
        reader.close();
    }
}
