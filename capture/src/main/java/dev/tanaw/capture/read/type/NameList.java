package dev.tanaw.capture.read.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Names in one line as Philippine licences print them: family name, comma, given names, middle
/// name. Where the given names end nothing says; the middle name is taken to be the last word with
/// the particles before it.
final class NameList {
    private static final Set<String> PARTICLES =
            Set.of("DE", "DEL", "DELA", "LA", "LAS", "LOS", "SAN", "SANTA", "STA.", "STO.", "VAN");

    private NameList() {}

    static List<String> parts(String value) {
        int comma = value.indexOf(',');
        if (comma < 0) {
            return List.of(value);
        }
        List<String> parts = new ArrayList<>(List.of(value.substring(0, comma).strip()));
        List<String> words =
                List.of(value.substring(comma + 1).replace(",", " ").strip().split(" +"));
        int middle = words.size() - 1;
        while (middle > 1 && PARTICLES.contains(words.get(middle - 1).toUpperCase(Locale.ROOT))) {
            middle--;
        }
        if (middle < 1) {
            parts.add(String.join(" ", words));
            return parts;
        }
        parts.add(String.join(" ", words.subList(0, middle)));
        parts.add(String.join(" ", words.subList(middle, words.size())));
        return parts;
    }
}
