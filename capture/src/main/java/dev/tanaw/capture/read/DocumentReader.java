package dev.tanaw.capture.read;

import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Field.Place;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.locate.DocumentLocator;
import dev.tanaw.capture.locate.DocumentShape;
import dev.tanaw.capture.locate.Located;
import dev.tanaw.capture.locate.Point;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.locate.Rectifier;
import dev.tanaw.capture.read.barcode.Aamva;
import dev.tanaw.capture.read.barcode.Barcode;
import dev.tanaw.capture.read.barcode.BarcodeReader;
import dev.tanaw.capture.read.barcode.Symbology;
import dev.tanaw.capture.read.mrz.Mrz;
import dev.tanaw.capture.read.mrz.MrzFields;
import dev.tanaw.capture.read.mrz.MrzFormat;
import dev.tanaw.capture.read.mrz.MrzReader;
import dev.tanaw.capture.read.mrz.MrzReading;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.opencv.opencv_core.Mat;

/// All readers on one picture: the document is seen straight on where its outline is known, and the
/// whole picture is looked at where that did not answer. Thread-safe.
public final class DocumentReader implements AutoCloseable {
    /// Longer side of the document seen straight on, in pixels: the camera's resolution, not more,
    /// but enough for a bar code's modules.
    private static final int LEAST_LENGTH = 1_000;

    private static final int MOST_LENGTH = 1_600;

    /// How long bar codes are looked for; shorter once a machine readable zone was read.
    private static final Duration CODES = Duration.ofMillis(500);

    private static final Duration CODES_BESIDE_MRZ = Duration.ofMillis(100);

    /// Time for one look or two.
    private static final Duration CODE_FIRST = Duration.ofMillis(40);

    private static final Set<Side> BOTH = Set.of(Side.values());

    private final MrzReader mrz;
    private final BarcodeReader codes = new BarcodeReader();
    private final Clock wall;

    /// @param mrz taken over and closed with this
    /// @param wall decides the century of two-digit years
    public DocumentReader(MrzReader mrz, Clock wall) {
        this.mrz = mrz;
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
        Optional<Quad> lying = outline.map(DocumentReader::lying);
        try (Mat document = new Mat()) {
            lying.ifPresent(quad -> straighten(picture, quad, document));
            if (side.equals(Optional.of(Side.BACK)) && !document.empty()) {
                List<Barcode> first =
                        codes.read(document, EnumSet.of(Symbology.PDF_417), CODE_FIRST);
                if (licence(first).isPresent()) {
                    return reading(lying, NO_ZONE, first, document);
                }
            }
            Zone zone = zone(picture, document);
            List<Barcode> found =
                    page(zone) ? List.of() : codes(picture, document, zone.mrz().isPresent());
            boolean onDocument = zone.onDocument();
            Optional<Quad> quad =
                    lying.map(corners ->
                            onDocument && zone.mrz().isPresent()
                                    ? asRead(corners, zone.mrz().get())
                                    : corners);
            return reading(quad, zone, found, onDocument ? document : picture);
        }
    }

    /// A machine readable zone and on which of the two pictures it was found.
    private record Zone(Optional<Mrz> mrz, boolean onDocument) {}

    private static final Zone NO_ZONE = new Zone(Optional.empty(), false);

    private Zone zone(Mat picture, Mat document) {
        Optional<Mrz> straight = document.empty() ? Optional.empty() : mrz(document);
        if (straight.filter(Mrz::valid).isPresent()) {
            return new Zone(straight, true);
        }
        Optional<Mrz> whole = mrz(picture);
        boolean better = whole.isPresent() && (straight.isEmpty() || whole.get().valid());
        return better ? new Zone(whole, false) : new Zone(straight, straight.isPresent());
    }

    /// Passports and visas carry no bar code beside their zone; looking for one would keep the
    /// fields waiting.
    private static boolean page(Zone zone) {
        return zone.mrz()
                .filter(Mrz::valid)
                .filter(read ->
                        type(read.format()).equals("passport")
                                || type(read.format()).equals("visa"))
                .isPresent();
    }

    private Optional<Mrz> mrz(Mat picture) {
        return mrz.read(picture) instanceof MrzReading.Read(Mrz read)
                ? Optional.of(read)
                : Optional.empty();
    }

    private List<Barcode> codes(Mat picture, Mat document, boolean besideMrz) {
        Duration limit = besideMrz ? CODES_BESIDE_MRZ : CODES;
        Set<Symbology> wanted = EnumSet.allOf(Symbology.class);
        List<Barcode> found = new ArrayList<>();
        if (!document.empty()) {
            found.addAll(codes.read(document, wanted, limit));
            found.forEach(code -> wanted.remove(code.symbology()));
        }
        if (found.isEmpty()) {
            found.addAll(codes.read(picture, wanted, limit));
        }
        return found;
    }

    private Reading reading(Optional<Quad> quad, Zone zone, List<Barcode> found, Mat seen) {
        LocalDate today = LocalDate.now(wall);
        if (zone.mrz().isPresent()) {
            Mrz read = zone.mrz().get();
            List<Field> fields = MrzFields.of(read, seen.cols(), seen.rows(), today);
            return new Reading(
                    type(read.format()),
                    sides(read.format()),
                    quad,
                    zone.mrz(),
                    zone.onDocument() ? fields : fields.stream().map(DocumentReader::bare).toList(),
                    found);
        }
        return licence(found)
                .map(fields ->
                        new Reading("driving_licence", BOTH, quad, Optional.empty(), fields, found))
                .orElseGet(() ->
                        new Reading("unknown", BOTH, quad, Optional.empty(), List.of(), found));
    }

    private static Optional<List<Field>> licence(List<Barcode> found) {
        return found.stream()
                .filter(code -> code.symbology() == Symbology.PDF_417)
                .flatMap(code -> Aamva.parse(code.text()).stream())
                .map(card -> card.fields(List.of()))
                .findFirst();
    }

    /// A box on another picture than the document means nothing to others.
    private static Field bare(Field field) {
        return new Field(
                field.name(),
                field.value(),
                field.confidence(),
                field.source(),
                field.checks(),
                field.repaired(),
                List.<Place>of());
    }

    private static String type(MrzFormat format) {
        return switch (format) {
            case TD3 -> "passport";
            case TD1, TD2, FRENCH_CARD -> "id_card";
            case MRV_A, MRV_B -> "visa";
        };
    }

    private static Set<Side> sides(MrzFormat format) {
        return switch (format) {
            case TD3, MRV_A, MRV_B -> Set.of(Side.FRONT);
            case TD1, TD2, FRENCH_CARD -> BOTH;
        };
    }

    private static void straighten(Mat picture, Quad quad, Mat document) {
        DocumentShape shape = DocumentShape.nearest(quad);
        int width = (int) Math.clamp(quad.width() * 1.25, LEAST_LENGTH, MOST_LENGTH);
        try (Rectifier rectifier = new Rectifier()) {
            rectifier.rectify(
                    picture, quad, width, (int) Math.round(width / shape.aspect()), document);
        }
    }

    /// The longer sides above and below: documents are wider than high.
    private static Quad lying(Quad quad) {
        return quad.height() > quad.width() ? quad.turnedQuarter() : quad;
    }

    /// No outline can tell a document from the same upside down; its lines can.
    private static Quad asRead(Quad quad, Mrz read) {
        return read.lines()
                .getFirst()
                .place()
                .filter(place -> rightToLeft(place.topLeft(), place.topRight()))
                .map(_ -> quad.turnedHalf())
                .orElse(quad);
    }

    private static boolean rightToLeft(Point start, Point end) {
        return end.x() < start.x();
    }

    @Override
    public void close() {
        mrz.close();
    }
}
