package dev.tanaw.capture.read.fuse;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// How a name may be written in a machine readable zone: ICAO Doc 9303 part 3, section 6, gives for
/// many letters one spelling and lets states choose another.
final class Spelling {
    private static final Map<Integer, Set<String>> SPELLED =
            Map.ofEntries(
                    entry('Ä', "AE", "A"),
                    entry('Å', "AA", "A"),
                    entry('Æ', "AE"),
                    entry('Á', "A"),
                    entry('Ð', "D"),
                    entry('Đ', "D"),
                    entry('Ĳ', "IJ"),
                    entry('Ł', "L"),
                    entry('Ñ', "N", "NXX"),
                    entry('Ö', "OE", "O"),
                    entry('Ø', "OE", "O"),
                    entry('Œ', "OE"),
                    entry('ẞ', "SS"),
                    entry('ß', "SS"),
                    entry('Þ', "TH"),
                    entry('Ü', "UE", "UXX", "U"),
                    entry('Ŋ', "N"),
                    entry('Ħ', "H"),
                    entry('ı', "I"),
                    entry('İ', "I"));
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    /// Beyond so many a name is compared by its first spelling alone.
    private static final int MOST = 256;

    private Spelling() {}

    private static Map.Entry<Integer, Set<String>> entry(int letter, String... spelled) {
        return Map.entry(letter, Set.of(spelled));
    }

    /// Whether the zone's name may stand for the printed one.
    ///
    /// @param truncated true where the zone had no room for the whole name
    static boolean same(String zone, String printed, boolean truncated) {
        String have = letters(zone);
        if (have.isEmpty()) {
            return false;
        }
        return spelled(printed).stream()
                .anyMatch(want -> want.equals(have) || (truncated && want.startsWith(have)));
    }

    /// All ways to write it in the letters A to Z, without spaces.
    private static Set<String> spelled(String printed) {
        Set<String> ways = new HashSet<>(Set.of(""));
        for (int symbol : printed.toUpperCase(Locale.ROOT).codePoints().toArray()) {
            Set<String> next = new HashSet<>();
            Set<String> letters =
                    SPELLED.getOrDefault(symbol, Set.of(letters(Character.toString(symbol))));
            for (String way : ways) {
                letters.forEach(letter -> next.add(way + letter));
            }
            ways = next.size() > MOST ? Set.of(next.iterator().next()) : next;
        }
        return ways;
    }

    /// Letters A to Z and digits alone.
    static String letters(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return plain.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
