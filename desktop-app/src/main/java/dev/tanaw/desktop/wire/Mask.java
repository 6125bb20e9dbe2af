package dev.tanaw.desktop.wire;

import dev.tanaw.capture.event.Field;
import java.util.Set;

/// How much of a value is told.
enum Mask {
    /// Only that it was read: `E••••••• A•••`, `••••-••-••`.
    DOTS,
    /// The value.
    NONE;

    private static final String DOT = "•";

    /// What says nothing of the person and tells the supervisor which document is being read.
    private static final Set<String> OPEN = Set.of("document_type", "issuing_country");

    private static final Set<String> NAMES = Set.of("last_name", "first_name", "middle_name");

    boolean hides(Field field) {
        return !shows(field.name());
    }

    /// Whether the values of that field are told as they are.
    boolean shows(String name) {
        return this == NONE || OPEN.contains(name);
    }

    String of(Field field) {
        return of(field.name(), field.value());
    }

    /// @param name of the field that it is a value of
    String of(String name, String value) {
        return of(name, value, DOT);
    }

    /// @param dot in the place of each symbol that is not told
    String of(String name, String value, String dot) {
        if (shows(name)) {
            return value;
        }
        boolean initials = NAMES.contains(name);
        StringBuilder masked = new StringBuilder();
        boolean first = true;
        for (int symbol : value.codePoints().toArray()) {
            if (!Character.isLetterOrDigit(symbol)) {
                masked.appendCodePoint(symbol);
                first = true;
            } else {
                masked.append(initials && first ? Character.toString(symbol) : dot);
                first = false;
            }
        }
        return masked.toString();
    }
}
