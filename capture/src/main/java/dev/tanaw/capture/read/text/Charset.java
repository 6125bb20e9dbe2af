package dev.tanaw.capture.read.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What each class of PP-OCR's recogniser stands for. It knows thousands of Chinese characters; of
/// them all only Latin letters, digits and the signs that stand on documents are told.
final class Charset {
    static final int BLANK = 0;
    private static final int NONE = -1;

    private final int[] symbols;
    private final int[] told;

    private Charset(int[] symbols) {
        this.symbols = symbols;
        List<Integer> told = new ArrayList<>();
        for (int i = 1; i < symbols.length; i++) {
            if (symbols[i] != NONE) {
                told.add(i);
            }
        }
        this.told = told.stream().mapToInt(Integer::intValue).toArray();
    }

    /// @param keys one character a line; before them stands the blank, after them the space
    static Charset of(byte[] keys) {
        String[] lines = new String(keys, StandardCharsets.UTF_8).split("\\R", -1);
        List<Integer> symbols = new ArrayList<>();
        symbols.add(NONE);
        for (String line : lines) {
            if (!line.isEmpty()) {
                symbols.add(latin(line));
            }
        }
        symbols.add((int) ' ');
        return new Charset(symbols.stream().mapToInt(Integer::intValue).toArray());
    }

    private static int latin(String key) {
        int symbol = key.codePointAt(0);
        boolean sign = symbol < 0x80 || symbol == '°' || symbol == '·';
        boolean letter =
                Character.isLetter(symbol)
                        && Character.UnicodeScript.of(symbol) == Character.UnicodeScript.LATIN
                        && symbol < 0x250;
        return sign || letter ? symbol : NONE;
    }

    int size() {
        return symbols.length;
    }

    int symbol(int index) {
        return symbols[index];
    }

    /// The likeliest of what is told, the blank included.
    int best(float[] values, int from) {
        int best = BLANK;
        for (int index : told) {
            if (values[from + index] > values[from + best]) {
                best = index;
            }
        }
        return best;
    }
}
