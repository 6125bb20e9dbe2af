package dev.tanaw.capture.read.barcode;

import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Field.Place;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a North American driving licence or identity card says in its PDF417, by the AAMVA DL/ID
/// card design standard, versions 1 (2000) to 11. Issuers and scanners take liberties with the
/// separators; elements are found by their three letters at the start of a line.
///
/// @param issuer IIN, six digits
/// @param version as the header says
/// @param elements by their identifiers, trimmed, without empty ones
public record Aamva(String issuer, int version, Map<String, String> elements) {
    private static final Pattern HEADER =
            Pattern.compile("(?:ANSI|AAMVA)\\s?(\\d{6})(\\d{2})", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUBFILES = Pattern.compile("(?:(?:DL|ID|EN|[A-Z]{2})\\d{8})+\\s*");
    private static final Pattern ELEMENT = Pattern.compile("([DZP][A-Z]{2})(.*)");
    private static final Pattern BREAK = Pattern.compile("[\\n\\r\\u001c-\\u001f\\u0080-\\u009f]+");
    private static final Pattern DATE = Pattern.compile("\\d{8}");

    /// What issuers write where there is nothing.
    private static final List<String> NOTHING = List.of("NONE", "UNAVL", "UNAVAIL", "N/A");

    /// An error-corrected code is read as it was printed or not at all.
    private static final double CONFIDENCE = 0.99;

    private static final int LONGEST_VALUE = 200;

    public Aamva {
        elements = Map.copyOf(elements);
    }

    /// Empty when the payload is of another kind.
    public static Optional<Aamva> parse(String payload) {
        Matcher header = HEADER.matcher(payload);
        if (!header.find()) {
            return Optional.empty();
        }
        Matcher subfiles = SUBFILES.matcher(payload);
        int from = subfiles.find(header.end()) ? subfiles.end() : header.end();
        Map<String, String> elements = new LinkedHashMap<>();
        for (String line : BREAK.split(payload.substring(from), -1)) {
            String bare = line.startsWith("DL") || line.startsWith("ID") ? line.substring(2) : line;
            Matcher element = ELEMENT.matcher(bare);
            if (!element.matches()) {
                element = ELEMENT.matcher(line);
            }
            if (element.matches() && !element.group(2).isBlank()) {
                elements.putIfAbsent(element.group(1), clean(element.group(2)));
            }
        }
        return elements.containsKey("DAQ") || elements.containsKey("DBB")
                ? Optional.of(
                        new Aamva(header.group(1), Integer.parseInt(header.group(2)), elements))
                : Optional.empty();
    }

    /// Control characters and what follows a sensible length are nothing a person printed.
    private static String clean(String value) {
        String bare =
                value.codePoints()
                        .filter(c -> !Character.isISOControl(c))
                        .limit(LONGEST_VALUE)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return bare.strip();
    }

    /// @param box of the code on the picture
    public List<Field> fields(List<Place> box) {
        List<Field> fields = new ArrayList<>();
        Names names = names();
        add(fields, "document_type", Optional.of("driving_licence"), box);
        add(fields, "issuing_country", country(), box);
        add(fields, "last_name", names.last(), box);
        add(fields, "first_name", names.first(), box);
        add(fields, "middle_name", names.middle(), box);
        add(fields, "document_number", element("DAQ"), box);
        add(fields, "date_of_birth", date("DBB"), box);
        add(fields, "sex", sex(), box);
        add(fields, "issue_date", date("DBD"), box);
        add(fields, "expiry_date", date("DBA"), box);
        add(fields, "address", address(), box);
        return fields;
    }

    private static void add(
            List<Field> fields, String name, Optional<String> value, List<Place> box) {
        value.ifPresent(text ->
                fields.add(
                        new Field(
                                name,
                                text,
                                CONFIDENCE,
                                Field.Source.BARCODE,
                                List.of("error_correction:pass"),
                                false,
                                box)));
    }

    private record Names(Optional<String> last, Optional<String> first, Optional<String> middle) {}

    private Names names() {
        Optional<String> last = element("DCS").or(() -> element("DAB")).map(Aamva::bare);
        Optional<String> first = element("DAC").or(() -> element("DCT"));
        Optional<String> middle = element("DAD");
        if (first.isPresent() && middle.isEmpty()) {
            List<String> given = parts(first.orElseThrow(), "[, ]+");
            first = given.stream().findFirst();
            middle = rest(given, 1);
        }
        if (last.isEmpty() && element("DAA").isPresent()) {
            List<String> ordered = wholeName(element("DAA").orElseThrow());
            last = ordered.stream().findFirst();
            first = ordered.stream().skip(1).findFirst();
            middle = rest(ordered, 2);
        }
        return new Names(something(last), something(first), something(middle));
    }

    /// Last, first, middle where there are commas; else as one says it, the last name last.
    private static List<String> wholeName(String whole) {
        List<String> listed = parts(whole, "[,@]+");
        if (listed.size() == 2) {
            return Stream.concat(listed.stream().limit(1), parts(listed.getLast(), " +").stream())
                    .toList();
        }
        if (listed.size() > 2) {
            return listed;
        }
        List<String> spoken = new ArrayList<>(parts(whole, " +"));
        if (spoken.size() > 1) {
            spoken.addFirst(spoken.removeLast());
        }
        return spoken;
    }

    private static String bare(String name) {
        return name.replaceAll("[, ]+$", "");
    }

    private static List<String> parts(String value, String between) {
        return Arrays.stream(value.split(between, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Optional<String> rest(List<String> parts, int from) {
        return Optional.of(parts.stream().skip(from).collect(Collectors.joining(" ")))
                .filter(text -> !text.isEmpty());
    }

    private static Optional<String> something(Optional<String> value) {
        return value.filter(text -> !NOTHING.contains(text.toUpperCase(Locale.ROOT)));
    }

    private Optional<String> element(String id) {
        return Optional.ofNullable(elements.get(id));
    }

    /// Year first in Canada and in version 1, month first in the United States; the year's first
    /// two digits are no month, so that each date says by itself which it is.
    private Optional<String> date(String id) {
        return element(id)
                .filter(text -> DATE.matcher(text).matches())
                .flatMap(text -> {
                    boolean yearFirst = Integer.parseInt(text.substring(0, 2)) > 12;
                    return yearFirst
                            ? date(text.substring(0, 4), text.substring(4, 6), text.substring(6))
                            : date(text.substring(4), text.substring(0, 2), text.substring(2, 4));
                });
    }

    private static Optional<String> date(String year, String month, String day) {
        try {
            return Optional.of(
                    LocalDate.of(
                                    Integer.parseInt(year),
                                    Integer.parseInt(month),
                                    Integer.parseInt(day))
                            .toString());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private Optional<String> sex() {
        return element("DBC")
                .flatMap(code ->
                        switch (code) {
                            case "1", "M" -> Optional.of("M");
                            case "2", "F" -> Optional.of("F");
                            case "9", "X" -> Optional.of("X");
                            default -> Optional.empty();
                        });
    }

    private Optional<String> country() {
        return element("DCG").filter(code -> code.length() == 3);
    }

    private Optional<String> address() {
        Optional<String> street = element("DAG").or(() -> element("DAL"));
        if (street.isEmpty()) {
            return Optional.empty();
        }
        String region =
                Stream.of(
                                element("DAJ").or(() -> element("DAO")),
                                element("DAK").or(() -> element("DAP")).map(Aamva::postcode))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" "));
        return Optional.of(
                Stream.of(
                                street,
                                something(element("DAH").or(() -> element("DAM"))),
                                element("DAI").or(() -> element("DAN")),
                                Optional.of(region).filter(text -> !text.isEmpty()))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", ")));
    }

    /// Nine digits with nothing in the last four are five.
    private static String postcode(String code) {
        return code.length() == 9 && code.endsWith("0000") ? code.substring(0, 5) : code;
    }

    /// Never shows what was read.
    @Override
    public String toString() {
        return "Aamva[version " + version + ", " + elements.size() + " elements]";
    }
}
