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

/// What a machine readable zone says, field by field, with the confidence that its evidence gives.
///
/// A field is as sure as its most doubtful character. A right check digit leaves a tenth of that
/// doubt (it misses 7.8 % of single wrong characters, see Doc 9303's weights); a wrong one makes
/// the field red whatever the characters look like. Names have no check digit and stay below
/// certainty.
public final class MrzFields {
    private static final double DOUBT_AFTER_CHECK = 0.1;
    private static final double MOST = 0.99;
    private static final double MOST_UNCHECKED = 0.97;
    private static final double REFUTED = 0.5;
    private static final double REPAIRED = 0.85;

    private final Mrz mrz;
    private final List<String> texts;
    private final Map<Check, Boolean> checks;
    private final double width;
    private final double height;
    private final boolean repaired;

    private MrzFields(Mrz mrz, boolean repaired, int width, int height) {
        this.mrz = mrz;
        this.texts = mrz.texts();
        this.checks = mrz.checks();
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
        List<Field> fields = new ArrayList<>();
        add(fields, "document_type", stripped(text(Part.DOCUMENT_CODE)), Part.DOCUMENT_CODE);
        add(fields, "issuing_country", stripped(text(Part.STATE)), Part.STATE);
        String[] names = text(Part.NAME).split("<<", 2);
        add(fields, "last_name", words(names[0]), Part.NAME);
        add(fields, "first_name", names.length > 1 ? words(names[1]) : "", Part.NAME);
        checked(
                fields,
                "document_number",
                LongNumber.of(mrz.format(), texts).value(),
                Part.NUMBER,
                Check.NUMBER);
        add(fields, "nationality", stripped(text(Part.NATIONALITY)), Part.NATIONALITY);
        checked(
                fields,
                "date_of_birth",
                MrzDates.birth(text(Part.BIRTH), today).map(LocalDate::toString).orElse(""),
                Part.BIRTH,
                Check.BIRTH);
        add(fields, "sex", sex(text(Part.SEX)), Part.SEX);
        checked(
                fields,
                "expiry_date",
                MrzDates.expiry(text(Part.EXPIRY), today).map(LocalDate::toString).orElse(""),
                Part.EXPIRY,
                Check.EXPIRY);
        String own = stripped(text(Part.OPTIONAL)).replace('<', ' ');
        if (checks.containsKey(Check.OPTIONAL)) {
            checked(fields, "optional_data", own, Part.OPTIONAL, Check.OPTIONAL);
        } else {
            add(fields, "optional_data", own, Part.OPTIONAL);
        }
        return fields;
    }

    private void add(List<Field> fields, String name, String value, Part part) {
        put(fields, name, value, part, Math.min(weakest(part), MOST_UNCHECKED), List.of(), false);
    }

    private void checked(List<Field> fields, String name, String value, Part part, Check check) {
        boolean right = checks.getOrDefault(check, false);
        boolean mended = repaired && check == Check.NUMBER;
        double sure = Math.min(MOST, 1 - (1 - weakest(part)) * DOUBT_AFTER_CHECK);
        double confidence = right ? sure : Math.min(weakest(part), REFUTED);
        put(
                fields,
                name,
                value,
                part,
                mended ? Math.min(confidence, REPAIRED) : confidence,
                List.of(check.told(right)),
                mended);
    }

    /// What is not there is no field.
    private void put(
            List<Field> fields,
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

    private double weakest(Part part) {
        return mrz.symbols(part).stream().mapToDouble(Symbol::probability).min().orElse(0);
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
        return stripped(text).replace('<', ' ').strip();
    }

    private static String stripped(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '<') {
            end--;
        }
        return text.substring(0, end);
    }
}
