package dev.tanaw.capture.read.mrz;

/// A part of the machine readable zone.
enum Part {
    DOCUMENT_CODE,
    STATE,
    NAME,
    /// Where they have a place of their own.
    GIVEN_NAMES,
    NUMBER,
    NUMBER_CHECK,
    NATIONALITY,
    BIRTH,
    BIRTH_CHECK,
    SEX,
    EXPIRY,
    EXPIRY_CHECK,
    OPTIONAL,
    OPTIONAL_CHECK,
    MORE_OPTIONAL,
    COMPOSITE_CHECK;

    /// @param offset within the part
    Alphabet alphabet(int offset) {
        return switch (this) {
            case DOCUMENT_CODE -> offset == 0 ? Alphabet.CODES : Alphabet.LETTERS;
            case STATE, NAME, GIVEN_NAMES, NATIONALITY -> Alphabet.LETTERS;
            case BIRTH, EXPIRY -> date(offset);
            case NUMBER_CHECK, OPTIONAL_CHECK -> Alphabet.DIGITS_OR_FILLER;
            case BIRTH_CHECK, EXPIRY_CHECK, COMPOSITE_CHECK -> Alphabet.DIGITS;
            case SEX -> Alphabet.SEX;
            case NUMBER, OPTIONAL, MORE_OPTIONAL -> Alphabet.NUMBER;
        };
    }

    private static Alphabet date(int offset) {
        return switch (offset) {
            case 2 -> Alphabet.MONTH;
            case 4 -> Alphabet.DAY;
            default -> Alphabet.DIGITS_OR_FILLER;
        };
    }
}
