package dev.tanaw.desktop.wire;

import dev.tanaw.capture.event.Field;
import java.util.Set;

/// Turns a value into one that says only that it was read: `E••••••• A•••`, `••••-••-••`.
final class Mask {
    private static final String DOT = "•";

    /// What says nothing of the person and tells the supervisor which document is being read.
    private static final Set<String> OPEN = Set.of("document_type", "issuing_country");

    private static final Set<String> NAMES = Set.of("last_name", "first_name", "middle_name");

    private Mask() {}

    static boolean hides(Field field) {
        return !OPEN.contains(field.name());
    }

    static String of(Field field) {
        return of(field.name(), field.value());
    }

    /// @param name of the field that it is a value of
    static String of(String name, String value) {
        if (OPEN.contains(name)) {
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
                masked.append(initials && first ? Character.toString(symbol) : DOT);
                first = false;
            }
        }
        return masked.toString();
    }
}
