package dev.tanaw.capture.read.signed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Collects values and leaves out what must not be kept.
final class Values {
    private static final int LONGEST = 200;

    /// The confidential number has twelve digits; the card's own has sixteen.
    private static final Pattern CONFIDENTIAL = Pattern.compile("\\d{12}");

    private static final List<DateTimeFormatter> DATES =
            List.of(
                    date("uuuuMMdd"),
                    date("uuuu-MM-dd"),
                    date("uuuu/MM/dd"),
                    date("d MMMM uuuu"),
                    date("d MMM uuuu"),
                    date("MMMM d, uuuu"),
                    date("MMM d, uuuu"));

    private final Map<String, String> values = new HashMap<>();

    private static DateTimeFormatter date(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    void text(String name, String value) {
        String bare =
                value.codePoints()
                        .filter(c -> !Character.isISOControl(c))
                        .limit(LONGEST)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString()
                        .strip();
        if (!bare.isEmpty()) {
            values.putIfAbsent(name, bare);
        }
    }

    void number(String name, String value) {
        if (!CONFIDENTIAL.matcher(value.replaceAll("[^0-9]", "")).matches()) {
            text(name, value);
        }
    }

    void day(String name, String value) {
        DATES.stream()
                .flatMap(format -> day(format, value.strip()).stream())
                .findFirst()
                .ifPresent(day -> text(name, day.toString()));
    }

    private static Optional<LocalDate> day(DateTimeFormatter format, String value) {
        try {
            return Optional.of(LocalDate.parse(value, format));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    void sex(String value) {
        switch (value.strip().toUpperCase(Locale.ROOT)) {
            case "M", "MALE", "1" -> text("sex", "M");
            case "F", "FEMALE", "2" -> text("sex", "F");
            case "X", "OTHERS", "OTHER", "3" -> text("sex", "X");
            default -> {}
        }
    }

    Map<String, String> all() {
        return Map.copyOf(values);
    }
}
