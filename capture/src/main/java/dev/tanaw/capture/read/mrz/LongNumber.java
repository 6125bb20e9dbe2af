package dev.tanaw.capture.read.mrz;

import java.util.List;

/// The document number. On cards a number of more than nine characters has `<` in the place of its
/// check digit, and the rest with the check digit behind it opens the optional field (Doc 9303 part
/// 5, 4.2.2.1, note j; part 6 likewise).
///
/// @param value without fillers
/// @param checked whether its check digit is right
/// @param inOptional characters of the optional field that belong to it, its check digit included
record LongNumber(String value, boolean checked, int inOptional) {

    static LongNumber of(MrzFormat format, List<String> texts) {
        String head = span(format, texts, Part.NUMBER);
        char check = span(format, texts, Part.NUMBER_CHECK).charAt(0);
        boolean card = format == MrzFormat.TD1 || format == MrzFormat.TD2;
        if (card && check == '<' && !head.endsWith("<")) {
            String optional = span(format, texts, Part.OPTIONAL);
            int end = optional.indexOf('<');
            String tail = end < 0 ? optional : optional.substring(0, end);
            if (tail.length() >= 2) {
                String whole = head + tail.substring(0, tail.length() - 1);
                return new LongNumber(
                        whole,
                        CheckDigit.of(whole) == tail.charAt(tail.length() - 1),
                        tail.length());
            }
        }
        return new LongNumber(stripped(head), CheckDigit.of(head) == check, 0);
    }

    private static String span(MrzFormat format, List<String> texts, Part part) {
        return format.span(part).orElseThrow().of(texts);
    }

    private static String stripped(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '<') {
            end--;
        }
        return text.substring(0, end);
    }
}
