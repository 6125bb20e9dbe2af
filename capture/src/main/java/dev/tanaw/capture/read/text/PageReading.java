package dev.tanaw.capture.read.text;

import dev.tanaw.capture.locate.Quad;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.bytedeco.opencv.opencv_core.Mat;

/// A document whose print is read, run by run. One thread reads; others that have time may help.
public final class PageReading {
    private final TextReader reader;
    private final Mat document;
    private final long until;
    private final BooleanSupplier wanted;
    private final Predicate<String> known;
    private final CountDownLatch found = new CountDownLatch(1);
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean cut = new AtomicBoolean();
    private volatile Work work;

    /// @param lines one for each place, done when it has been read
    private record Work(
            Mat seen, List<Quad> places, List<CompletableFuture<Optional<TextLine>>> lines) {}

    PageReading(
            TextReader reader,
            Mat document,
            Duration limit,
            BooleanSupplier wanted,
            Predicate<String> known) {
        this.reader = reader;
        this.document = document;
        this.until = System.nanoTime() + limit.toNanos();
        this.wanted = wanted;
        this.known = known;
        this.work = new Work(document, List.of(), List.of());
    }

    /// Reads until all is read, the limit is over or nobody wants it. To be called once; the
    /// document is not looked at any more when it returns.
    public Page read() {
        try (Mat turned = new Mat()) {
            if (over()) {
                return Page.EMPTY;
            }
            List<Quad> places = reader.places(document);
            boolean upsideDown = reader.upsideDown(document, turned, places);
            List<Quad> upright =
                    upsideDown
                            ? places.stream()
                                    .map(place -> TextReader.turned(place, document))
                                    .toList()
                            : places;
            work =
                    new Work(
                            upsideDown ? turned : document,
                            tallestFirst(upright),
                            upright.stream()
                                    .map(_ -> new CompletableFuture<Optional<TextLine>>())
                                    .toList());
            found.countDown();
            readOn();
            List<TextLine> lines =
                    work.lines().stream()
                            .map(CompletableFuture::join)
                            .flatMap(Optional::stream)
                            .toList();
            return new Page(Rows.joined(lines), upsideDown, !cut.get());
        } finally {
            found.countDown();
            // Somebody may still be looking at the picture that is let go.
            work.lines().forEach(line -> line.exceptionally(_ -> Optional.empty()).join());
        }
    }

    /// Reads along until no run is left to begin; waits until it is known where they are.
    public void help() {
        try {
            found.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return;
        }
        readOn();
    }

    private void readOn() {
        Work mine = work;
        for (int i = next.getAndIncrement(); i < mine.places().size(); i = next.getAndIncrement()) {
            CompletableFuture<Optional<TextLine>> line = mine.lines().get(i);
            if (over()) {
                cut.set(true);
                line.complete(Optional.empty());
                continue;
            }
            try {
                line.complete(reader.read(mine.seen(), mine.places().get(i), known));
            } catch (RuntimeException | Error e) {
                line.completeExceptionally(e);
            }
        }
    }

    private boolean over() {
        return System.nanoTime() - until >= 0 || !wanted.getAsBoolean();
    }

    /// Values are set larger than their labels: what matters most comes first.
    private static List<Quad> tallestFirst(List<Quad> places) {
        return places.stream().sorted(Comparator.comparingDouble(Quad::height).reversed()).toList();
    }
}
