package dev.tanaw.capture.read.mrz;

/// What may stand at a place. The order of [#ALL] is that of the recogniser's classes, from 1.
enum Alphabet {
    ANY("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"),
    /// Numbers are mostly digits; many states leave out the letters that look like them.
    NUMBER("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<", "IOQ"),
    LETTERS("ABCDEFGHIJKLMNOPQRSTUVWXYZ<"),
    DIGITS("0123456789"),
    DIGITS_OR_FILLER("0123456789<"),
    /// The first digit of a month and of a day; fillers where it is unknown.
    MONTH("01<"),
    DAY("0123<"),
    /// Doc 9303 begins passports with P, visas with V, cards with A, C or I.
    CODES("ACIPV"),
    SEX("FMX<");

    static final String ALL = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";

    private static final double SELDOM = 0.1;

    /// What is ruled out at a place is this much less likely there, not impossible: documents exist
    /// that are printed wrong, and are to be read as they are printed.
    private static final double RULED_OUT = 2e-3;

    private final String characters;
    private final String seldom;

    Alphabet(String characters) {
        this(characters, "");
    }

    Alphabet(String characters, String seldom) {
        this.characters = characters;
        this.seldom = seldom;
    }

    boolean rulesOut(char symbol) {
        return characters.indexOf(symbol) < 0;
    }

    /// How likely a character is here against those that usually stand here, 0 to 1.
    ///
    /// @param index in [#ALL]
    double weight(int index) {
        char symbol = ALL.charAt(index);
        if (rulesOut(symbol)) {
            return RULED_OUT;
        }
        return seldom.indexOf(symbol) < 0 ? 1 : SELDOM;
    }
}
