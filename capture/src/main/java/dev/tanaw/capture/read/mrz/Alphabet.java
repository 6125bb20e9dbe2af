package dev.tanaw.capture.read.mrz;

/// What may stand at a place. The order of [#ALL] is that of the recogniser's classes, from 1.
enum Alphabet {
    ANY("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"),
    LETTERS("ABCDEFGHIJKLMNOPQRSTUVWXYZ<"),
    DIGITS("0123456789"),
    DIGITS_OR_FILLER("0123456789<"),
    /// Doc 9303 begins passports with P, visas with V, cards with A, C or I.
    CODES("ACIPV"),
    SEX("FMX<");

    static final String ALL = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";

    private final String characters;

    Alphabet(String characters) {
        this.characters = characters;
    }

    /// @param index in [#ALL]
    boolean allows(int index) {
        return characters.indexOf(ALL.charAt(index)) >= 0;
    }
}
