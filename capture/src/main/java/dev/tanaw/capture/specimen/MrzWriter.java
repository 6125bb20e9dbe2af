package dev.tanaw.capture.specimen;

import java.text.Normalizer;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Composes the machine readable zone of ICAO Doc 9303, parts 4 and 5. Written apart from the
/// reader, so that the one can find the other's mistakes.
final class MrzWriter {
    static final String STATE = "UTO";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyMMdd");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern OTHER = Pattern.compile("[^A-Z]+");

    /// Doc 9303 part 3, section 6: what is not a letter with a mark is spelled out.
    private static final Map<String, String> SPELLED =
            Map.of("Ä", "AE", "Ö", "OE", "Ü", "UE", "Ø", "OE", "Å", "AA", "Ñ", "N", "Æ", "AE");

    private MrzWriter() {}

    static List<String> passport(Person person, Paper paper, String personal) {
        String first = fill("P<" + STATE + name(person), 44);
        String document = checked(fill(paper.number(), 9));
        String birth = checked(person.birth().format(DATE));
        String end = checked(paper.expires().format(DATE));
        String own = checked(fill(personal, 14));
        String composite = document + birth + end + own;
        return List.of(
                first, document + STATE + birth + sex(person) + end + own + digit(composite));
    }

    static List<String> card(Person person, Paper paper) {
        String document = checked(fill(paper.number(), 9));
        String birth = checked(person.birth().format(DATE));
        String end = checked(paper.expires().format(DATE));
        String optional = fill("", 15);
        String more = fill("", 11);
        return List.of(
                "I<" + STATE + document + optional,
                birth
                        + sex(person)
                        + end
                        + STATE
                        + more
                        + digit(document + optional + birth + end + more),
                fill(name(person), 30));
    }

    private static char sex(Person person) {
        return switch (person.sex()) {
            case F -> 'F';
            case M -> 'M';
            case X -> '<';
        };
    }

    static String name(Person person) {
        return letters(person.surname()) + "<<" + letters(person.given());
    }

    static String letters(String name) {
        // An apostrophe is left out, a hyphen becomes a filler.
        String upper = name.toUpperCase(Locale.ROOT).replace("'", "");
        for (Map.Entry<String, String> spelled : SPELLED.entrySet()) {
            upper = upper.replace(spelled.getKey(), spelled.getValue());
        }
        String plain =
                MARKS.matcher(Normalizer.normalize(upper, Normalizer.Form.NFD)).replaceAll("");
        return OTHER.matcher(plain).replaceAll("<");
    }

    private static String fill(String text, int length) {
        return (text + "<".repeat(length)).substring(0, length);
    }

    private static String checked(String text) {
        return text + digit(text);
    }

    /// Weights 7, 3, 1 over the values 0–9, A=10…Z=35 and `<`=0, modulo ten.
    static int digit(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = Math.max(0, Character.digit(text.charAt(i), 36));
            sum += value * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
        }
        return sum % 10;
    }
}
