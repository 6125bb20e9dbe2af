package dev.tanaw.capture.event;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// What a person typed in place of what was read, or of what could not be read.
public final class Correction {
    private static final int LONGEST = 80;

    private Correction() {}

    /// The value as it is kept; empty when it cannot be one. Dates are `yyyy-mm-dd`.
    public static Optional<String> of(String name, String typed) {
        String value = typed.strip();
        boolean text = !value.isEmpty() && value.length() <= LONGEST && plain(value);
        return text && (!isDate(name) || readable(value)) ? Optional.of(value) : Optional.empty();
    }

    public static boolean isDate(String name) {
        return name.endsWith("_date") || name.equals("date_of_birth");
    }

    private static boolean plain(String value) {
        return value.codePoints().noneMatch(Character::isISOControl);
    }

    private static boolean readable(String value) {
        try {
            return LocalDate.parse(value).toString().equals(value);
        } catch (DateTimeParseException _) {
            return false;
        }
    }
}
