package dev.tanaw.capture.read;

import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.locate.DocumentShape;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.locate.Rectifier;
import dev.tanaw.capture.read.mrz.Mrz;
import dev.tanaw.capture.read.mrz.MrzFields;
import dev.tanaw.capture.read.mrz.MrzReader;
import dev.tanaw.capture.read.mrz.MrzReading;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.opencv.opencv_core.Mat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where kept pictures are read, on the threads `read-<n>`, one fewer than the machine has cores.
/// Findings go to the [Desk] as they come; nobody hears of a reading that was stopped.
public final class ReadingRoom implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingRoom.class);

    /// Width of the picture that the readers get: the resolution of the camera, not more.
    private static final int LEAST_WIDTH = 1000;

    private static final int MOST_WIDTH = 1600;

    private final MrzReader mrz;
    private final Clock wall;
    private final Desk desk;
    private final ExecutorService threads;

    /// Rises with each stop; a reading that began under an earlier number is wanted no more.
    private final AtomicLong generation = new AtomicLong();

    /// Hears of findings, on a reader's thread.
    public interface Desk {
        void field(String session, Side side, Field field, int found, int expected);

        void done(String session, Side side, Finding finding);

        /// @param code for the person, like `READ-02`
        void failed(String session, Side side, String code);
    }

    /// What the readers made of a picture.
    ///
    /// @param documentType `passport`, `id_card`, `visa` or `unknown`
    /// @param sides what such a document has
    /// @param confidence weighted mean over the fields, 0 when there are none
    public record Finding(String documentType, Set<Side> sides, int fields, double confidence) {
        public Finding {
            sides = Set.copyOf(sides);
        }
    }

    /// @param wall decides the century of two-digit years
    public ReadingRoom(MrzReader mrz, Clock wall, Desk desk) {
        this.wall = wall;
        this.mrz = mrz;
        this.desk = desk;
        AtomicInteger number = new AtomicInteger();
        this.threads =
                Executors.newFixedThreadPool(
                        Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
                        work ->
                                Thread.ofPlatform()
                                        .name("read-" + number.getAndIncrement())
                                        .unstarted(work));
    }

    /// Starts reading. Takes over the caller's share of the frame.
    public void read(String session, Side side, Frame frame, Quad quad) {
        Work work = new Work(session, side, generation.get());
        threads.execute(() -> readNow(work, frame, quad));
    }

    /// What is still found in pictures handed in before is thrown away.
    public void stop() {
        generation.incrementAndGet();
    }

    private record Work(String session, Side side, long generation) {}

    private void readNow(Work work, Frame frame, Quad quad) {
        try (frame;
                Rectifier rectifier = new Rectifier();
                Mat document = new Mat()) {
            DocumentShape shape = DocumentShape.nearest(quad);
            int width = (int) Math.clamp(quad.width() * 1.25, LEAST_WIDTH, MOST_WIDTH);
            rectifier.rectify(
                    frame.pixels(),
                    quad,
                    width,
                    (int) Math.round(width / shape.aspect()),
                    document);
            report(work, mrz.read(document), document);
        } catch (RuntimeException e) {
            LOG.error("a reader failed", e);
            if (wanted(work)) {
                desk.failed(work.session(), work.side(), "READ-02");
            }
        }
    }

    private void report(Work work, MrzReading reading, Mat document) {
        switch (reading) {
            case MrzReading.Read read -> {
                List<Field> fields =
                        MrzFields.of(
                                read.mrz(), document.cols(), document.rows(), LocalDate.now(wall));
                int found = 0;
                for (Field field : fields) {
                    if (!wanted(work)) {
                        return;
                    }
                    found++;
                    desk.field(work.session(), work.side(), field, found, fields.size());
                }
                if (wanted(work)) {
                    desk.done(work.session(), work.side(), finding(read.mrz(), fields));
                }
            }
            case MrzReading.Unreadable _ -> {
                if (wanted(work)) {
                    desk.done(
                            work.session(),
                            work.side(),
                            new Finding("unknown", Set.of(Side.values()), 0, 0));
                }
            }
        }
    }

    private boolean wanted(Work work) {
        return work.generation() == generation.get();
    }

    private static Finding finding(Mrz mrz, List<Field> fields) {
        Set<Side> both = Set.of(Side.values());
        double confidence = Weights.overall(fields);
        return switch (mrz.format()) {
            case TD3 -> new Finding("passport", Set.of(Side.FRONT), fields.size(), confidence);
            case TD1, TD2, FRENCH_CARD -> new Finding("id_card", both, fields.size(), confidence);
            case MRV_A, MRV_B -> new Finding("visa", Set.of(Side.FRONT), fields.size(), confidence);
        };
    }

    @Override
    public void close() {
        // Waits for a reading in progress: it uses the model that is closed next.
        threads.close();
        mrz.close();
    }
}
