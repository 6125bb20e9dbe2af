package dev.tanaw.capture.specimen;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/// Keeps what was printed in letters, as the truth for readers.
final class Print {
    private final Map<String, String> values = new HashMap<>();

    Print with(String field, String value) {
        values.put(field, value);
        return this;
    }

    Print with(String field, LocalDate date) {
        return with(field, date.toString());
    }

    /// In capitals, as documents have them.
    Print name(Person person, boolean middle) {
        with("last_name", Paper.upper(person.surname()));
        with("first_name", Paper.upper(person.given()));
        return middle ? with("middle_name", Paper.upper(person.middle())) : this;
    }

    Map<String, String> values() {
        return Map.copyOf(values);
    }
}
