package dev.tanaw.capture.read.mrz;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// Dates of two-digit years.
final class MrzDates {
    /// Documents are valid for ten years, some for longer or for life; old ones are shown as well.
    private static final int EXPIRY_YEARS_BACK = 49;

    private MrzDates() {}

    /// The latest such day that is not after today, in ISO 8601: `1974-08-12`; where the document
    /// leaves day or month open, `1974-08` or `1974`. Empty for what is no date.
    static String birth(String text, LocalDate today) {
        return day(text, today.getYear() / 100 * 100)
                .map(date -> date.isAfter(today) ? date.minusYears(100) : date)
                .map(date -> told(date, text))
                .orElse("");
    }

    /// The day within a hundred years around today, half behind and half ahead; told like a birth.
    static String expiry(String text, LocalDate today) {
        int earliest = today.getYear() - EXPIRY_YEARS_BACK;
        return day(text, earliest / 100 * 100)
                .map(date -> date.getYear() < earliest ? date.plusYears(100) : date)
                .map(date -> told(date, text))
                .orElse("");
    }

    /// Whether this can stand where a date stands: fillers only are an unknown one.
    static boolean possible(String text) {
        return text.equals("<<<<<<") || day(text, 2000).isPresent();
    }

    private static String told(LocalDate date, String text) {
        String whole = date.toString();
        if (text.endsWith("<<<<")) {
            return whole.substring(0, 4);
        }
        return text.endsWith("<<") ? whole.substring(0, 7) : whole;
    }

    /// The first day that the text leaves open.
    private static Optional<LocalDate> day(String written, int century) {
        String text = written;
        if (text.endsWith("<<")) {
            text =
                    (text.endsWith("<<<<") ? text.substring(0, 2) + "01" : text.substring(0, 4))
                            + "01";
        }
        if (!text.matches("[0-9]{6}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.of(
                            century + Integer.parseInt(text, 0, 2, 10),
                            Integer.parseInt(text, 2, 4, 10),
                            Integer.parseInt(text, 4, 6, 10)));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
