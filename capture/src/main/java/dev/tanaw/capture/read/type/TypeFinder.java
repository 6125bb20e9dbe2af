package dev.tanaw.capture.read.type;

import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.read.text.Page;
import dev.tanaw.capture.read.text.TextLine;
import dev.tanaw.capture.read.type.DocumentType.Evidence;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells by evidence which kind of document, and which side of it, was read.
public final class TypeFinder {
    /// What each label adds that was found.
    private static final double LABEL = 0.4;

    private final List<DocumentType> types;

    public TypeFinder(List<DocumentType> types) {
        this.types = List.copyOf(types);
    }

    /// What else the readers know.
    ///
    /// @param mrz name of the format, like `TD1`, where a zone was read
    /// @param barcodes names of contents, like `aamva`
    /// @param state that issued it, by the MRZ
    public record Known(
            Optional<Side> side,
            Optional<String> mrz,
            Set<String> barcodes,
            Optional<String> state) {
        public Known {
            barcodes = Set.copyOf(barcodes);
        }
    }

    /// @param score in the weights of [DocumentType#evidence]
    public record Match(DocumentType type, Side side, double score, List<PrintedValue> values) {
        public Match {
            values = List.copyOf(values);
        }
    }

    /// @param width of the picture that was read, in pixels, and so its height
    /// @return empty when nothing speaks for any kind
    public Optional<Match> find(
            Page page, Known known, double width, double height, LocalDate today) {
        return types.stream()
                .filter(type -> fits(type, known))
                .flatMap(type ->
                        type.sides().stream()
                                .filter(side -> known.side().map(side::equals).orElse(true))
                                .map(side -> match(type, side, page, known, width, height, today)))
                .filter(match -> match.score() >= match.type().least())
                .max(Comparator.comparingDouble(Match::score));
    }

    /// A zone of another state speaks against a kind that belongs to one.
    private static boolean fits(DocumentType type, Known known) {
        return known.state().isEmpty()
                || type.country().isEmpty()
                || type.country().equals(known.state());
    }

    private static Match match(
            DocumentType type,
            Side side,
            Page page,
            Known known,
            double width,
            double height,
            LocalDate today) {
        FieldFinder finder = new FieldFinder(type, side, page, width, height, today);
        double score = LABEL * finder.labelsFound();
        for (Evidence evidence : type.evidence()) {
            boolean here = evidence.side().map(side::equals).orElse(true);
            score += here && speaks(evidence, page, known) ? evidence.weight() : 0;
        }
        return new Match(type, side, score, score < type.least() ? List.of() : finder.find());
    }

    private static boolean speaks(Evidence evidence, Page page, Known known) {
        return switch (evidence.kind()) {
            case PRINT ->
                    page.lines().stream()
                            .map(TextLine::text)
                            .anyMatch(text -> Likeness.find(evidence.text(), text).isPresent());
            case MRZ -> known.mrz().equals(Optional.of(evidence.text()));
            case BARCODE -> known.barcodes().contains(evidence.text());
        };
    }
}
