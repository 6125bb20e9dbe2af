package dev.tanaw.capture.read.mrz;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// Dates of two-digit years.
final class MrzDates {
    /// Documents are valid for ten years, some for longer or for life; old ones are shown as well.
    private static final int EXPIRY_YEARS_BACK = 49;

    private MrzDates() {}

    /// The latest such day that is not after today.
    static Optional<LocalDate> birth(String text, LocalDate today) {
        return day(text, today.getYear() / 100 * 100)
                .map(date -> date.isAfter(today) ? date.minusYears(100) : date);
    }

    /// The day within a hundred years around today, half behind and half ahead.
    static Optional<LocalDate> expiry(String text, LocalDate today) {
        int earliest = today.getYear() - EXPIRY_YEARS_BACK;
        return day(text, earliest / 100 * 100)
                .map(date -> date.getYear() < earliest ? date.plusYears(100) : date);
    }

    private static Optional<LocalDate> day(String text, int century) {
        if (text.chars().anyMatch(c -> c < '0' || c > '9')) {
            return Optional.empty(); // unknown parts are fillers: no date to show
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
