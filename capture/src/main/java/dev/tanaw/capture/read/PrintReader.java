package dev.tanaw.capture.read;

import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Field.Place;
import dev.tanaw.capture.read.text.Page;
import dev.tanaw.capture.read.text.PageReading;
import dev.tanaw.capture.read.text.TextLine;
import dev.tanaw.capture.read.text.TextReader;
import dev.tanaw.capture.read.type.DocumentType;
import dev.tanaw.capture.read.type.KnownPrint;
import dev.tanaw.capture.read.type.PrintedValue;
import dev.tanaw.capture.read.type.TypeFinder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.bytedeco.opencv.opencv_core.Mat;

/// Printed text, read on a thread of its own beside the readers of what is printed for machines,
/// and told as fields of the kind of document that it shows.
final class PrintReader implements AutoCloseable {
    private final TextReader text;
    private final TypeFinder types;
    private final KnownPrint known;

    /// One reading at a time; others wait their turn. Each caller waits for its own, so that no
    /// more wait than there are callers.
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    work -> Thread.ofPlatform().name("print-0").daemon().unstarted(work));

    /// @param text stays the caller's
    PrintReader(TextReader text, List<DocumentType> types) {
        this.text = text;
        this.types = new TypeFinder(types);
        this.known = new KnownPrint(types);
    }

    /// A page that is being read.
    ///
    /// @param work where whoever waits for it may help
    record Begun(CompletableFuture<Page> page, Runnable work) {
        static final Begun NOTHING =
                new Begun(CompletableFuture.completedFuture(Page.EMPTY), () -> {});

        /// Reads along, and then has all of it.
        Page whole() {
            work.run();
            return page.join();
        }
    }

    /// @param document is to stay as it is until the page is done
    Begun begin(Mat document, Duration limit, BooleanSupplier wanted) {
        PageReading reading = text.begin(document, limit, wanted, known);
        return new Begun(CompletableFuture.supplyAsync(reading::read, thread), reading::help);
    }

    Optional<TypeFinder.Match> match(Page page, MachineReadable known, Mat seen, LocalDate today) {
        return types.find(
                        page,
                        new TypeFinder.Known(
                                Optional.empty(),
                                known.mrz().map(read -> read.format().name()),
                                known.contents(),
                                known.state()),
                        seen.cols(),
                        seen.rows(),
                        today)
                .filter(match ->
                        known.category().map(match.type().category()::equals).orElse(true));
    }

    static List<Field> fields(TypeFinder.Match match, Mat seen) {
        return match.values().stream().map(value -> field(value, seen)).toList();
    }

    private static Field field(PrintedValue value, Mat seen) {
        return new Field(
                value.name(),
                value.value(),
                PrintedConfidence.of(value),
                Field.Source.PRINTED,
                List.of(),
                value.repaired(),
                box(value.runs().getFirst(), seen));
    }

    private static List<Place> box(TextLine run, Mat seen) {
        return Boxes.of(run.place(), seen.cols(), seen.rows());
    }

    @Override
    public void close() {
        thread.close();
    }
}
