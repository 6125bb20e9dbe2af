package dev.tanaw.capture.read.mrz;

/// ICAO Doc 9303 part 3, section 4.9: weights 7, 3, 1 over the values 0–9, A=10 … Z=35, `<`=0,
/// modulo ten.
final class CheckDigit {
    private static final int[] WEIGHTS = {7, 3, 1};

    private CheckDigit() {}

    static char of(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += value(text.charAt(i)) * WEIGHTS[i % 3];
        }
        return (char) ('0' + sum % 10);
    }

    private static int value(char symbol) {
        if (symbol == '<') {
            return 0;
        }
        int value = Character.digit(symbol, 36);
        if (value < 0) {
            throw new IllegalArgumentException(
                    "not of the MRZ's alphabet: U+%04X".formatted((int) symbol));
        }
        return value;
    }
}
