package dev.tanaw.capture.read.fuse;

import dev.tanaw.capture.event.Field;
import java.util.Set;

/// Whether two sources mean the same.
enum Agreement {
    AGREES,
    DIFFERS,
    /// They cannot be compared: a country by its code and by its people.
    UNKNOWN;

    private static final Set<String> NAMES = Set.of("last_name", "first_name", "middle_name");
    private static final Set<String> WORDED =
            Set.of("nationality", "issuing_country", "document_type");
    private static final int CODE = 3;

    /// @param truncated true where names of the zone were cut
    static Agreement of(Field one, Field other, boolean truncated) {
        String a = one.value();
        String b = other.value();
        if (Spelling.letters(a).equals(Spelling.letters(b))) {
            return AGREES;
        }
        if (NAMES.contains(one.name())) {
            return names(one, other, truncated) ? AGREES : DIFFERS;
        }
        boolean codes = a.length() <= CODE && b.length() <= CODE;
        return WORDED.contains(one.name()) && !codes ? UNKNOWN : DIFFERS;
    }

    private static boolean names(Field one, Field other, boolean truncated) {
        boolean zone = one.source() == Field.Source.MRZ;
        Field cut = zone ? one : other;
        Field whole = zone ? other : one;
        return Spelling.same(
                        cut.value(), whole.value(), truncated && cut.source() == Field.Source.MRZ)
                || Spelling.same(whole.value(), cut.value(), false);
    }
}
