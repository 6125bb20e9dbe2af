package dev.tanaw.desktop.wire;

import dev.tanaw.capture.event.Correction;
import dev.tanaw.capture.event.Field;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What stands in a record for the values of a session. A stand-in looks on the wire as the value
/// does, behind the same mask, and the session goes the same way with it: equal values have equal
/// stand-ins, other values others; a date stays a date, over or not as it was. Nothing else is
/// kept. One session; one thread.
public final class StandIns {
    private static final int LETTERS = 26;

    /// Where the letters of the alphabet do not suffice.
    private static final int FURTHER = 0x4E00;

    private final LocalDate today;
    private final Map<String, Map<String, Integer>> known = new HashMap<>();

    /// @param today to which a date is before or after
    public StandIns(LocalDate today) {
        this.today = today;
    }

    public Field of(Field field) {
        List<Field.Alternative> others =
                field.alternatives().stream()
                        .map(other ->
                                new Field.Alternative(
                                        of(field.name(), other.value()),
                                        other.source(),
                                        other.confidence(),
                                        other.agrees()))
                        .toList();
        return new Field(
                field.name(),
                of(field.name(), field.value()),
                field.confidence(),
                field.source(),
                field.checks(),
                field.repaired(),
                field.box(),
                field.sources(),
                others);
    }

    /// What somebody typed; what cannot be a value cannot be one afterwards either.
    public String typed(String name, String value) {
        return Correction.of(name, value).map(kept -> of(name, kept)).orElse("");
    }

    /// @param name of the field
    private String of(String name, String value) {
        if (Mask.DOTS.shows(name)) {
            return value;
        }
        Map<String, Integer> values = known.computeIfAbsent(name, _ -> new HashMap<>());
        int number = values.computeIfAbsent(value, _ -> values.size());
        if (Correction.isDate(name)) {
            try {
                boolean over = LocalDate.parse(value).isBefore(today);
                return (over ? today.minusDays(1 + number) : today.plusDays(1 + number)).toString();
            } catch (DateTimeParseException _) {
                // No date that anybody could go by: letters, as in any other value.
            }
        }
        int symbol = number < LETTERS ? 'A' + number : FURTHER + number;
        return Mask.DOTS.of(name, value, Character.toString(symbol));
    }
}
