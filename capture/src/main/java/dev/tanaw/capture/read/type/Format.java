package dev.tanaw.capture.read.type;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a value may look like, and its form on the wire.
public enum Format {
    TEXT,
    NAME,
    /// Family name, comma, given names, middle name; three fields on the wire.
    NAME_LIST,
    NUMBER,
    DATE,
    SEX,
    BLOOD,
    COUNTRY;

    private static final Pattern LETTERS = Pattern.compile("[\\p{L} .,'’\\-/]+");
    private static final Pattern BLOOD_TYPE = Pattern.compile("(A|B|AB|O) ?([+-])");
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final Pattern TRIM = Pattern.compile("^[\\s.,:;'\\-/|·]+|[\\s,:;'\\-/|·]+$");
    private static final Map<String, String> SEXES =
            Map.ofEntries(
                    Map.entry("M", "M"),
                    Map.entry("F", "F"),
                    Map.entry("X", "X"),
                    Map.entry("MALE", "M"),
                    Map.entry("FEMALE", "F"),
                    Map.entry("LALAKI", "M"),
                    Map.entry("BABAE", "F"),
                    Map.entry("M/M", "M"),
                    Map.entry("F/F", "F"),
                    Map.entry("M/H", "M"),
                    Map.entry("F/K", "F"));

    /// A value on the wire.
    ///
    /// @param repaired true where a look-alike was put in place of what was read
    public record Parsed(String value, boolean repaired) {}

    /// @param today decides the century of two-digit years
    /// @return empty when the text cannot be such a value
    Optional<Parsed> parse(String text, boolean monthFirst, LocalDate today) {
        String bare = TRIM.matcher(text).replaceAll("").replaceAll("\\s+", " ");
        if (bare.isEmpty()) {
            return Optional.empty();
        }
        return switch (this) {
            case TEXT -> Optional.of(new Parsed(bare, false));
            case NAME, NAME_LIST -> name(bare);
            case NUMBER -> number(bare);
            case DATE -> PrintedDate.parse(bare, monthFirst, today);
            case SEX -> sex(bare);
            // The sign at its end is part of it.
            case BLOOD -> blood(text.strip());
            case COUNTRY ->
                    Optional.of(bare)
                            .filter(code -> CODE.matcher(code).matches())
                            .map(code -> new Parsed(code, false));
        };
    }

    private static Optional<Parsed> name(String bare) {
        String letters = bare.replace('0', 'O').replace('1', 'I').replace('5', 'S');
        // A name of many digits is something else.
        long digits = bare.chars().filter(Character::isDigit).count();
        boolean likely = digits * 4 <= bare.length() && LETTERS.matcher(letters).matches();
        long count = letters.codePoints().filter(Character::isLetter).count();
        return likely && count >= 1
                ? Optional.of(new Parsed(letters, !letters.equals(bare)))
                : Optional.empty();
    }

    private static Optional<Parsed> number(String bare) {
        String upper = bare.toUpperCase(Locale.ROOT).replaceAll("[ .:]", "").replace('—', '-');
        boolean digit = upper.chars().anyMatch(Character::isDigit);
        return digit ? Optional.of(new Parsed(upper, false)) : Optional.empty();
    }

    private static Optional<Parsed> sex(String bare) {
        String word = bare.toUpperCase(Locale.ROOT).replace(" ", "");
        // A single F often loses itself in an E.
        return Optional.ofNullable(SEXES.get(word))
                .map(sex -> new Parsed(sex, false))
                .or(() -> word.equals("E") ? Optional.of(new Parsed("F", true)) : Optional.empty());
    }

    private static Optional<Parsed> blood(String bare) {
        String letters =
                bare.toUpperCase(Locale.ROOT)
                        .replace('0', 'O')
                        .replaceAll("[—–_~]", "-")
                        .replaceAll("\\.$", "");
        Matcher matcher = BLOOD_TYPE.matcher(letters);
        return matcher.matches()
                ? Optional.of(
                        new Parsed(matcher.group(1) + matcher.group(2), !letters.equals(bare)))
                : Optional.empty();
    }

    /// The names of the parts of a list, in order.
    static final List<String> LISTED = List.of("last_name", "first_name", "middle_name");
}
