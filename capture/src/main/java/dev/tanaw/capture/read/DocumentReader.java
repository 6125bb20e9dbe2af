package dev.tanaw.capture.read;

import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.locate.DocumentLocator;
import dev.tanaw.capture.locate.Located;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.read.fuse.DateChecks;
import dev.tanaw.capture.read.fuse.FieldMerger;
import dev.tanaw.capture.read.mrz.MrzReader;
import dev.tanaw.capture.read.text.Page;
import dev.tanaw.capture.read.text.TextReader;
import dev.tanaw.capture.read.type.DocumentType;
import dev.tanaw.capture.read.type.TypeFinder;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bytedeco.opencv.opencv_core.Mat;

/// All readers on one picture: the document is seen straight on where its outline is known, and the
/// whole picture is looked at where that did not answer. Printed text is read beside what is
/// printed for machines and joined with it. Thread-safe.
public final class DocumentReader implements AutoCloseable {
    /// After which no further line of print of a file is read; a listener has its own limit.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MachineReader machine;
    private final Optional<PrintReader> print;
    private final Clock wall;

    /// Hears of findings while the reading goes on, on the thread that reads.
    public interface Listener {
        /// False ends the reading soon.
        boolean wanted();

        /// After which no further line of print is read.
        Duration limit();

        /// What is known so far, all of it: what machines read first, then joined with print.
        void known(Reading sofar);
    }

    private static final Listener PATIENT =
            new Listener() {
                @Override
                public boolean wanted() {
                    return true;
                }

                @Override
                public Duration limit() {
                    return PATIENCE;
                }

                @Override
                public void known(Reading sofar) {}
            };

    /// @param mrz taken over and closed with this
    /// @param text taken over and closed with this; empty when that reader is off
    /// @param types kinds of documents whose print is understood
    /// @param wall decides the century of two-digit years, and what has expired
    public DocumentReader(
            MrzReader mrz, Optional<TextReader> text, List<DocumentType> types, Clock wall) {
        this.machine = new MachineReader(mrz);
        this.print = text.map(reader -> new PrintReader(reader, types));
        this.wall = wall;
    }

    /// Without printed text.
    public DocumentReader(MrzReader mrz, Clock wall) {
        this(mrz, Optional.empty(), List.of(), wall);
    }

    /// Finds the document first.
    ///
    /// @param picture 8UC3, any size and rotation
    public Reading read(Mat picture) {
        try (DocumentLocator locator = new DocumentLocator()) {
            return read(
                    picture,
                    locator.locate(picture, Optional.empty()).map(Located::quad),
                    Optional.empty());
        }
    }

    /// @param picture 8UC3
    /// @param outline the document's corners, where they are known
    /// @param side which side it should be, where that is known: a licence's code is looked for
    ///   first on a back
    public Reading read(Mat picture, Optional<Quad> outline, Optional<Side> side) {
        return read(picture, outline, side, PATIENT);
    }

    public Reading read(
            Mat picture, Optional<Quad> outline, Optional<Side> side, Listener listener) {
        LocalDate today = LocalDate.now(wall);
        try (Straightened straight = Straightened.of(picture, outline);
                Straightened scan =
                        outline.isEmpty()
                                ? Straightened.scan(picture)
                                : Straightened.of(picture, Optional.empty())) {
            Mat page = outline.isEmpty() ? scan.document() : straight.document();
            CompletableFuture<Page> reading = begin(page, listener);
            try {
                MachineReadable known = machine.read(picture, straight.document(), side);
                Mat seen = known.onDocument() ? straight.document() : picture;
                Reading first = first(known, straight, seen, today);
                if (listener.wanted()) {
                    listener.known(first);
                }
                return joined(first, known, reading.join(), page, today);
            } finally {
                // The picture is let go below: nobody may still be reading it.
                reading.exceptionally(_ -> Page.EMPTY).join();
            }
        }
    }

    private CompletableFuture<Page> begin(Mat page, Listener listener) {
        return print.filter(_ -> !page.empty())
                .map(reader -> reader.begin(page, listener.limit(), listener::wanted))
                .orElse(CompletableFuture.completedFuture(Page.EMPTY));
    }

    /// What machines read.
    private static Reading first(
            MachineReadable known, Straightened straight, Mat seen, LocalDate today) {
        List<Field> fields = known.fields(seen, today);
        Optional<Quad> quad = straight.quad();
        boolean turned =
                known.onDocument() && known.mrz().map(Straightened::upsideDown).orElse(false);
        return new Reading(
                known.category().orElse("unknown"),
                Optional.empty(),
                known.sides(),
                turned ? quad.map(Quad::turnedHalf) : quad,
                known.mrz(),
                DateChecks.of(
                        new FieldMerger(known.namesCut()).merge(turned ? turned(fields) : fields),
                        today),
                known.barcodes());
    }

    private Reading joined(
            Reading first, MachineReadable known, Page page, Mat seen, LocalDate today) {
        Optional<TypeFinder.Match> match =
                print.flatMap(reader -> reader.match(page, known, seen, today));
        if (match.isEmpty()) {
            return first;
        }
        DocumentType type = match.get().type();
        boolean zoneTurned =
                known.onDocument() && known.mrz().map(Straightened::upsideDown).orElse(false);
        boolean newlyTurned = page.upsideDown() && !zoneTurned && first.mrz().isEmpty();
        Stream<Field> machines =
                newlyTurned ? turned(first.fields()).stream() : first.fields().stream();
        List<Field> printed = PrintReader.fields(match.get(), seen);
        List<Field> fields =
                new FieldMerger(known.namesCut())
                        .merge(Stream.concat(machines, printed.stream()).toList());
        return new Reading(
                type.category(),
                Optional.of(type.id()),
                first.mrz().isPresent() ? first.sides() : Set.copyOf(type.sides()),
                newlyTurned ? first.quad().map(Quad::turnedHalf) : first.quad(),
                first.mrz(),
                DateChecks.of(fields, today),
                first.barcodes());
    }

    private static List<Field> turned(List<Field> fields) {
        return fields.stream().map(Boxes::turned).toList();
    }

    @Override
    public void close() {
        print.ifPresent(PrintReader::close);
        machine.close();
    }
}
