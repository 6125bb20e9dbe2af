package dev.tanaw.capture.read.type;

import dev.tanaw.capture.read.type.Format.Parsed;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates as documents print them, in the languages of most passports.
final class PrintedDate {
    /// By their first three letters without marks.
    private static final List<String> MONTHS =
            List.of(
                    "JAN GEN ENE ENR STY ",
                    "FEB FEV PEB HEL ",
                    "MAR MAE MRT MRZ ",
                    "APR ABR AVR ",
                    "MAY MAI MAG MEI MAJ ",
                    "JUN JUI GIU HUN ",
                    "JUL LUG HUL ",
                    "AUG AGO AOU ",
                    "SEP SET ",
                    "OCT OKT OTT OUT ",
                    "NOV NOB ",
                    "DEC DEZ DIC DIS DES ");

    private static final Pattern WORDED =
            Pattern.compile(
                    "(?<![0-9])(\\d{1,2})[ .,/-]*([A-Z]{3,10})\\.?(?: ?/ ?[A-Z]{3,10}\\.?)?[ .,/-]*(\\d{4}|\\d{2})(?![0-9])");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("([A-Z]{3,10})[ .]*(\\d{1,2})[ ,.]+(\\d{4})(?![0-9])");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<![0-9])(\\d{4}) ?[./ -] ?(\\d{1,2}) ?[./ -] ?(\\d{1,2})(?![0-9])");
    private static final Pattern NUMBERS =
            Pattern.compile(
                    "(?<![0-9])(\\d{1,2}) ?[./ -] ?(\\d{1,2}) ?[./ -] ?(\\d{4}|\\d{2})(?![0-9])");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Map<String, String> LETTERS_FOR_DIGITS =
            Map.of("O", "0", "I", "1", "L", "1", "B", "8", "S", "5", "Z", "2");

    private PrintedDate() {}

    static Optional<Parsed> parse(String text, boolean monthFirst, LocalDate today) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                        .replaceAll("")
                        .toUpperCase(Locale.ROOT);
        return day(plain, monthFirst, today)
                .map(date -> new Parsed(date.toString(), false))
                .or(() ->
                        day(repaired(plain), monthFirst, today)
                                .map(date -> new Parsed(date.toString(), true)));
    }

    /// Letters between digits become digits, digits between letters letters.
    private static String repaired(String plain) {
        String text = plain.replaceAll("(?<=[A-Z])0(?=[A-Z])|0(?=CT)", "O");
        for (Map.Entry<String, String> pair : LETTERS_FOR_DIGITS.entrySet()) {
            String letter = pair.getKey();
            text =
                    text.replaceAll(
                            "(?<=[0-9/.-])" + letter + "(?![A-Z]{2})|" + letter + "(?=[0-9/.-])",
                            pair.getValue());
        }
        return text;
    }

    private static Optional<LocalDate> day(String text, boolean monthFirst, LocalDate today) {
        Matcher worded = WORDED.matcher(text);
        if (worded.find()) {
            Optional<LocalDate> date =
                    date(worded.group(3), month(worded.group(2)), worded.group(1), today);
            if (date.isPresent()) {
                return date;
            }
        }
        Matcher spoken = MONTH_FIRST.matcher(text);
        if (spoken.find()) {
            return date(spoken.group(3), month(spoken.group(1)), spoken.group(2), today);
        }
        Matcher sorted = YEAR_FIRST.matcher(text);
        if (sorted.find()) {
            return date(sorted.group(1), number(sorted.group(2)), sorted.group(3), today);
        }
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.find()) {
            String day = numbers.group(monthFirst ? 2 : 1);
            String month = numbers.group(monthFirst ? 1 : 2);
            return date(numbers.group(3), number(month), day, today);
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> date(
            String year, Optional<Integer> month, String day, LocalDate today) {
        try {
            int whole = Integer.parseInt(year);
            if (year.length() == 2) {
                int ahead = whole + today.getYear() / 100 * 100;
                whole = ahead > today.getYear() + 20 ? ahead - 100 : ahead;
            }
            boolean likely = whole > 1880 && whole < today.getYear() + 120;
            return likely && month.isPresent()
                    ? Optional.of(LocalDate.of(whole, month.get(), Integer.parseInt(day)))
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String digits) {
        return Optional.of(Integer.parseInt(digits));
    }

    /// July and June share their first three letters in French.
    private static Optional<Integer> month(String word) {
        String start = word.startsWith("JUIL") ? "JUL" : word.substring(0, 3);
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).contains(start + " ")) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }
}
