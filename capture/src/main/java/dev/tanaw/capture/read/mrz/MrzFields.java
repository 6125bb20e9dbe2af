package dev.tanaw.capture.read.mrz;

import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Field.Place;
import dev.tanaw.capture.locate.Point;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.read.mrz.MrzFormat.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a machine readable zone says, field by field, with the confidence that its evidence gives:
/// see [Evidence]. A wrong check digit makes its field red whatever the characters look like; a
/// wrong composite one keeps all that it covers below green, and so does a repair. Names have no
/// check digit and stay below certainty.
public final class MrzFields {
    private static final double MOST = 0.99;
    private static final double MOST_UNCHECKED = 0.97;
    private static final double REFUTED = 0.5;

    /// Below green: somebody has to look.
    private static final double DOUBTED = 0.85;

    /// Probability from which there is a character.
    private static final double SEEN = 0.5;

    private final Mrz mrz;
    private final List<String> texts;
    private final Map<Check, Boolean> checks;
    private final LongNumber number;
    private final double width;
    private final double height;
    private final boolean repaired;
    private final List<Field> fields = new ArrayList<>();

    private MrzFields(Mrz mrz, boolean repaired, int width, int height) {
        this.mrz = mrz;
        this.texts = mrz.texts();
        this.checks = mrz.checks();
        this.number = LongNumber.of(mrz.format(), texts);
        this.repaired = repaired;
        this.width = width;
        this.height = height;
    }

    /// @param width of the picture that was read, in pixels, and so its height
    /// @param today decides the century of two-digit years
    public static List<Field> of(Mrz read, int width, int height, LocalDate today) {
        Optional<Mrz> mended = NumberRepair.of(read);
        return new MrzFields(mended.orElse(read), mended.isPresent(), width, height).all(today);
    }

    private List<Field> all(LocalDate today) {
        add("document_type", stripped(text(Part.DOCUMENT_CODE)), Part.DOCUMENT_CODE);
        add("issuing_country", stripped(text(Part.STATE)), Part.STATE);
        names();
        List<Symbol> numbered = new ArrayList<>(mrz.symbols(Part.NUMBER));
        numbered.addAll(
                number.inOptional() > 0
                        ? mrz.symbols(Part.OPTIONAL).subList(0, number.inOptional())
                        : mrz.symbols(Part.NUMBER_CHECK));
        checked("document_number", number.value(), Part.NUMBER, numbered, Check.NUMBER);
        add("nationality", stripped(text(Part.NATIONALITY)), Part.NATIONALITY);
        checked(
                "date_of_birth",
                MrzDates.birth(text(Part.BIRTH), today),
                Part.BIRTH,
                both(Part.BIRTH, Part.BIRTH_CHECK),
                Check.BIRTH);
        add("sex", sex(text(Part.SEX)), Part.SEX);
        checked(
                "expiry_date",
                MrzDates.expiry(text(Part.EXPIRY), today),
                Part.EXPIRY,
                both(Part.EXPIRY, Part.EXPIRY_CHECK),
                Check.EXPIRY);
        optional();
        return fields;
    }

    private void names() {
        List<Symbol> symbols = mrz.symbols(Part.NAME);
        String text = text(Part.NAME);
        int end = text.indexOf("<<");
        if (mrz.format().span(Part.GIVEN_NAMES).isPresent() || end < 0) {
            add("last_name", words(text), Part.NAME);
            add("first_name", words(text(Part.GIVEN_NAMES)), Part.GIVEN_NAMES);
            return;
        }
        unchecked(
                "last_name", words(text.substring(0, end)), Part.NAME, symbols.subList(0, end + 2));
        unchecked(
                "first_name",
                words(text.substring(end)),
                Part.NAME,
                symbols.subList(end, text.length()));
    }

    /// What the number leaves of the optional field, and the second one where there are two.
    private void optional() {
        String first = words(text(Part.OPTIONAL).substring(number.inOptional()));
        String second = words(text(Part.MORE_OPTIONAL));
        if (checks.containsKey(Check.OPTIONAL)) {
            List<Symbol> run = both(Part.OPTIONAL, Part.OPTIONAL_CHECK);
            checked("optional_data", first, Part.OPTIONAL, run, Check.OPTIONAL);
            return;
        }
        List<Symbol> run = new ArrayList<>();
        if (!first.isEmpty()) {
            List<Symbol> symbols = mrz.symbols(Part.OPTIONAL);
            run.addAll(symbols.subList(number.inOptional(), symbols.size()));
        }
        if (!second.isEmpty()) {
            run.addAll(mrz.symbols(Part.MORE_OPTIONAL));
        }
        unchecked(
                "optional_data",
                (first + " " + second).strip(),
                first.isEmpty() ? Part.MORE_OPTIONAL : Part.OPTIONAL,
                run);
    }

    private List<Symbol> both(Part part, Part check) {
        return Stream.concat(mrz.symbols(part).stream(), mrz.symbols(check).stream()).toList();
    }

    private void add(String name, String value, Part part) {
        unchecked(name, value, part, mrz.symbols(part));
    }

    private void unchecked(String name, String value, Part part, List<Symbol> run) {
        // A wrong check digit anywhere says that this picture, or this print, is not to be trusted.
        double most = mrz.valid() && counted(part) ? MOST_UNCHECKED : DOUBTED;
        put(name, value, part, Math.min(Evidence.unchecked(run), most), List.of(), false);
    }

    private void checked(String name, String value, Part part, List<Symbol> run, Check check) {
        boolean right = checks.getOrDefault(check, false);
        boolean mended = repaired && check == Check.NUMBER;
        double confidence =
                right
                        ? Math.min(Evidence.checked(run), MOST)
                        : Math.min(Evidence.unchecked(run), REFUTED);
        if (mended || !counted(part) || !checks.getOrDefault(Check.COMPOSITE, true)) {
            confidence = Math.min(confidence, DOUBTED);
        }
        put(name, value, part, confidence, List.of(check.told(right)), mended);
    }

    /// Whether every cell of the line was seen to hold a character: where one was not, all of them
    /// may be off by one.
    private boolean counted(Part part) {
        return mrz
                .format()
                .span(part)
                .map(span -> mrz.lines().get(span.line()).symbols())
                .orElse(List.of())
                .stream()
                .allMatch(symbol -> symbol.seen() > SEEN);
    }

    /// What is not there is no field.
    private void put(
            String name,
            String value,
            Part part,
            double confidence,
            List<String> told,
            boolean mended) {
        if (!value.isEmpty()) {
            fields.add(
                    new Field(
                            name,
                            value,
                            confidence,
                            Field.Source.MRZ,
                            told,
                            mended,
                            mrz.format().span(part).map(this::box).orElse(List.of())));
        }
    }

    private List<Place> box(Span span) {
        Optional<Quad> place = mrz.lines().get(span.line()).place();
        if (place.isEmpty()) {
            return List.of();
        }
        Quad line = place.get();
        double from = (double) span.from() / mrz.format().length();
        double to = (double) span.to() / mrz.format().length();
        return List.of(
                along(line.topLeft(), line.topRight(), from),
                along(line.topLeft(), line.topRight(), to),
                along(line.bottomLeft(), line.bottomRight(), to),
                along(line.bottomLeft(), line.bottomRight(), from));
    }

    private Place along(Point a, Point b, double share) {
        return new Place(
                (a.x() + (b.x() - a.x()) * share) / width,
                (a.y() + (b.y() - a.y()) * share) / height);
    }

    private String text(Part part) {
        return mrz.text(texts, part);
    }

    private static String sex(String text) {
        return text.equals("<") ? "X" : text;
    }

    private static String words(String text) {
        return text.replaceAll("<+", " ").strip();
    }

    private static String stripped(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '<') {
            end--;
        }
        return text.substring(0, end);
    }
}
