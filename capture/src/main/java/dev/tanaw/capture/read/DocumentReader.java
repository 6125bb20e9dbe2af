package dev.tanaw.capture.read;

import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.face.FaceTemplate;
import dev.tanaw.capture.locate.DocumentLocator;
import dev.tanaw.capture.locate.DocumentShape;
import dev.tanaw.capture.locate.Located;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.read.fuse.DateChecks;
import dev.tanaw.capture.read.fuse.FieldMerger;
import dev.tanaw.capture.read.portrait.Portrait;
import dev.tanaw.capture.read.text.Page;
import dev.tanaw.capture.read.type.DocumentType;
import dev.tanaw.capture.read.type.TypeFinder;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/// All readers on one picture: the document is seen straight on where its outline is known, and the
/// whole picture is looked at where that did not answer. Printed text is read beside what is
/// printed for machines and joined with it. Thread-safe.
public final class DocumentReader implements AutoCloseable {
    /// After which no further line of print of a file is read; a listener has its own limit.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// For more pictures of the same side; print is read meanwhile.
    private static final Duration FURTHER = Duration.ofMillis(600);

    private final Instruments instruments;
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

    /// @param instruments taken over and closed with this
    /// @param wall decides the century of two-digit years, and what has expired
    public DocumentReader(Instruments instruments, Clock wall) {
        this.instruments = instruments;
        this.machine = new MachineReader(instruments.mrz(), instruments.keys());
        this.print = instruments.text().map(text -> new PrintReader(text, instruments.types()));
        this.wall = wall;
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
        return read(picture, outline, side, List.of(), listener);
    }

    /// @param others more pictures of the same side, which are asked where this one leaves doubt
    public Reading read(Shot best, Side side, List<Shot> others, Listener listener) {
        return read(
                best.picture(), Optional.of(best.outline()), Optional.of(side), others, listener);
    }

    private Reading read(
            Mat picture,
            Optional<Quad> outline,
            Optional<Side> side,
            List<Shot> others,
            Listener listener) {
        LocalDate today = LocalDate.now(wall);
        try (Straightened straight = Straightened.of(picture, outline);
                Straightened scan =
                        outline.isEmpty()
                                ? Straightened.scan(picture)
                                : Straightened.of(picture, Optional.empty())) {
            Mat page = outline.isEmpty() ? scan.document() : straight.document();
            PrintReader.Begun reading = begin(page, listener);
            try {
                MachineReadable known = machine.read(picture, straight.document(), side);
                Mat seen = known.onDocument() ? straight.document() : picture;
                Reading first = first(known, straight, seen, today);
                if (listener.wanted()) {
                    listener.known(first);
                }
                if (isPrintedForMachines(known, straight, side)) {
                    MachineReadable more =
                            machine.further(known, others, side, FURTHER, listener::wanted);
                    if (!more.equals(known)) {
                        known = more;
                        seen = known.onDocument() ? straight.document() : picture;
                        first = first(known, straight, seen, today);
                        if (listener.wanted()) {
                            listener.known(first);
                        }
                    }
                }
                Page text = reading.whole();
                Reading whole = joined(first, known, text, page, today);
                return whole.with(
                        whole.documented()
                                ? portrait(page, text.upsideDown() || zoneTurned(known))
                                : Optional.empty());
            } finally {
                // The picture is let go below: nobody may still be reading it.
                reading.page().exceptionally(_ -> Page.EMPTY).join();
            }
        }
    }

    /// A card's front seldom has a zone or a code: there looking further would only keep the print
    /// waiting.
    private static boolean isPrintedForMachines(
            MachineReadable known, Straightened straight, Optional<Side> side) {
        return !known.nothing()
                || side.equals(Optional.of(Side.BACK))
                || straight.quad()
                        .filter(quad -> DocumentShape.nearest(quad) == DocumentShape.ID3)
                        .isPresent();
    }

    private PrintReader.Begun begin(Mat page, Listener listener) {
        return print.filter(_ -> !page.empty())
                .map(reader -> reader.begin(page, listener.limit(), listener::wanted))
                .orElse(PrintReader.Begun.NOTHING);
    }

    /// What machines read.
    private static Reading first(
            MachineReadable known, Straightened straight, Mat seen, LocalDate today) {
        List<Field> fields = known.fields(seen, today);
        Optional<Quad> quad = straight.quad();
        boolean turned = zoneTurned(known);
        return new Reading(
                known.category().orElse("unknown"),
                Optional.empty(),
                known.sides(),
                turned ? quad.map(Quad::turnedHalf) : quad,
                known.mrz(),
                DateChecks.of(
                        new FieldMerger(known.namesCut()).merge(turned ? turned(fields) : fields),
                        today),
                known.barcodes(),
                Optional.empty());
    }

    private Reading joined(
            Reading first, MachineReadable known, Page page, Mat seen, LocalDate today) {
        Optional<TypeFinder.Match> match =
                print.flatMap(reader -> reader.match(page, known, seen, today));
        if (match.isEmpty()) {
            return first;
        }
        DocumentType type = match.get().type();
        boolean newlyTurned = page.upsideDown() && first.mrz().isEmpty();
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
                first.barcodes(),
                Optional.empty());
    }

    private static boolean zoneTurned(MachineReadable known) {
        return known.onDocument() && known.mrz().map(Straightened::upsideDown).orElse(false);
    }

    private Optional<Portrait> portrait(Mat page, boolean upsideDown) {
        if (page.empty()) {
            return Optional.empty();
        }
        try (Mat upright = new Mat()) {
            if (upsideDown) {
                opencv_core.rotate(page, upright, opencv_core.ROTATE_180);
            }
            return instruments
                    .portraits()
                    .flatMap(finder -> finder.find(upsideDown ? upright : page));
        }
    }

    /// What is kept of the portrait on a document that was read, to compare the person with.
    ///
    /// @param picture the one that was read
    Optional<FaceTemplate> portrait(Mat picture, Reading reading) {
        if (instruments.comparer().isEmpty()
                || reading.quad().isEmpty()
                || reading.portrait().isEmpty()) {
            return Optional.empty();
        }
        List<Field.Place> cut = reading.portrait().get().cut();
        try (Straightened straight = Straightened.of(picture, reading.quad())) {
            Mat page = straight.document();
            int left = (int) (cut.getFirst().x() * page.cols());
            int top = (int) (cut.getFirst().y() * page.rows());
            int right = (int) (cut.get(2).x() * page.cols());
            int bottom = (int) (cut.get(2).y() * page.rows());
            try (Rect place = new Rect(left, top, right - left, bottom - top);
                    Mat face = new Mat(page, place)) {
                return instruments.comparer().get().template(face);
            }
        }
    }

    /// Whether it has the means to compare faces.
    boolean compares() {
        return instruments.comparer().isPresent();
    }

    /// The same of the person.
    Optional<FaceTemplate> person(Mat picture) {
        return instruments.comparer().flatMap(comparer -> comparer.template(picture));
    }

    private static List<Field> turned(List<Field> fields) {
        return fields.stream().map(Boxes::turned).toList();
    }

    @Override
    public void close() {
        print.ifPresent(PrintReader::close);
        instruments.close();
    }
}
