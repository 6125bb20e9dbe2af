package dev.tanaw.capture.read.type;

import dev.tanaw.capture.read.type.Format.Parsed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Puts a digit for the letter that looks like it, or the other way round, where the form of a
/// number leaves no other choice.
final class LookAlikes {
    private static final Map<Character, Character> OTHER = new HashMap<>();

    /// More are a bad picture, not a slip.
    private static final int MOST = 2;

    static {
        pair('O', '0');
        pair('I', '1');
        pair('S', '5');
        pair('B', '8');
        pair('Z', '2');
    }

    private LookAlikes() {}

    private static void pair(char letter, char digit) {
        OTHER.put(letter, digit);
        OTHER.put(digit, letter);
    }

    /// The value as it is where it fits, else the one way to make it fit.
    static Optional<Parsed> fitted(Parsed parsed, Pattern pattern) {
        if (pattern.matcher(parsed.value()).matches()) {
            return Optional.of(parsed);
        }
        List<String> tried = List.of(parsed.value());
        for (int changes = 0; changes < MOST; changes++) {
            tried = changed(tried);
            List<String> fitting =
                    tried.stream()
                            .filter(text -> pattern.matcher(text).matches())
                            .distinct()
                            .toList();
            if (!fitting.isEmpty()) {
                return fitting.size() == 1
                        ? Optional.of(new Parsed(fitting.getFirst(), true))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static List<String> changed(List<String> texts) {
        List<String> changed = new ArrayList<>();
        for (String text : texts) {
            for (int i = 0; i < text.length(); i++) {
                Character other = OTHER.get(text.charAt(i));
                if (other != null) {
                    changed.add(text.substring(0, i) + other + text.substring(i + 1));
                }
            }
        }
        return changed;
    }
}
