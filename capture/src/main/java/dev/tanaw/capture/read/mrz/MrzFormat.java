package dev.tanaw.capture.read.mrz;

import static dev.tanaw.capture.read.mrz.Part.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The layouts of ICAO Doc 9303: parts 4 (TD3), 5 (TD1), 6 (TD2) and 7 (visas).
public enum MrzFormat {
    TD1(
            3,
            30,
            Map.ofEntries(
                    at(DOCUMENT_CODE, 0, 0, 2),
                    at(STATE, 0, 2, 5),
                    at(NUMBER, 0, 5, 14),
                    at(NUMBER_CHECK, 0, 14, 15),
                    at(OPTIONAL, 0, 15, 30),
                    at(BIRTH, 1, 0, 6),
                    at(BIRTH_CHECK, 1, 6, 7),
                    at(SEX, 1, 7, 8),
                    at(EXPIRY, 1, 8, 14),
                    at(EXPIRY_CHECK, 1, 14, 15),
                    at(NATIONALITY, 1, 15, 18),
                    at(MORE_OPTIONAL, 1, 18, 29),
                    at(COMPOSITE_CHECK, 1, 29, 30),
                    at(NAME, 2, 0, 30)),
            List.of(
                    new Span(0, 5, 30),
                    new Span(1, 0, 7),
                    new Span(1, 8, 15),
                    new Span(1, 18, 29))),
    TD2(
            2,
            36,
            Map.ofEntries(
                    at(DOCUMENT_CODE, 0, 0, 2),
                    at(STATE, 0, 2, 5),
                    at(NAME, 0, 5, 36),
                    at(NUMBER, 1, 0, 9),
                    at(NUMBER_CHECK, 1, 9, 10),
                    at(NATIONALITY, 1, 10, 13),
                    at(BIRTH, 1, 13, 19),
                    at(BIRTH_CHECK, 1, 19, 20),
                    at(SEX, 1, 20, 21),
                    at(EXPIRY, 1, 21, 27),
                    at(EXPIRY_CHECK, 1, 27, 28),
                    at(OPTIONAL, 1, 28, 35),
                    at(COMPOSITE_CHECK, 1, 35, 36)),
            List.of(new Span(1, 0, 10), new Span(1, 13, 20), new Span(1, 21, 35))),
    TD3(
            2,
            44,
            Map.ofEntries(
                    at(DOCUMENT_CODE, 0, 0, 2),
                    at(STATE, 0, 2, 5),
                    at(NAME, 0, 5, 44),
                    at(NUMBER, 1, 0, 9),
                    at(NUMBER_CHECK, 1, 9, 10),
                    at(NATIONALITY, 1, 10, 13),
                    at(BIRTH, 1, 13, 19),
                    at(BIRTH_CHECK, 1, 19, 20),
                    at(SEX, 1, 20, 21),
                    at(EXPIRY, 1, 21, 27),
                    at(EXPIRY_CHECK, 1, 27, 28),
                    at(OPTIONAL, 1, 28, 42),
                    at(OPTIONAL_CHECK, 1, 42, 43),
                    at(COMPOSITE_CHECK, 1, 43, 44)),
            List.of(new Span(1, 0, 10), new Span(1, 13, 20), new Span(1, 21, 43))),
    MRV_A(2, 44, visa(44), List.of()),
    MRV_B(2, 36, visa(36), List.of()),
    /// The French identity card of 1988 to 2021, older than the standard's and still in use.
    FRENCH_CARD(
            2,
            36,
            Map.ofEntries(
                    at(DOCUMENT_CODE, 0, 0, 2),
                    at(STATE, 0, 2, 5),
                    at(NAME, 0, 5, 30),
                    at(OPTIONAL, 0, 30, 36),
                    at(NUMBER, 1, 0, 12),
                    at(NUMBER_CHECK, 1, 12, 13),
                    at(GIVEN_NAMES, 1, 13, 27),
                    at(BIRTH, 1, 27, 33),
                    at(BIRTH_CHECK, 1, 33, 34),
                    at(SEX, 1, 34, 35),
                    at(COMPOSITE_CHECK, 1, 35, 36)),
            List.of(new Span(0, 0, 36), new Span(1, 0, 35)));

    private final int lines;
    private final int length;

    @SuppressWarnings("ImmutableEnumChecker") // made by Map.ofEntries: nobody can change it
    private final Map<Part, Span> spans;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of: nobody can change it
    private final List<Span> composite;

    MrzFormat(int lines, int length, Map<Part, Span> spans, List<Span> composite) {
        this.lines = lines;
        this.length = length;
        this.spans = spans;
        this.composite = composite;
    }

    /// Places in a line, from 0, the end exclusive.
    record Span(int line, int from, int to) {
        String of(List<String> texts) {
            return texts.get(line).substring(from, to);
        }
    }

    public int lines() {
        return lines;
    }

    /// Characters in each line.
    public int length() {
        return length;
    }

    Optional<Span> span(Part part) {
        return Optional.ofNullable(spans.get(part));
    }

    Map<Part, Span> spans() {
        return spans;
    }

    /// What the composite check digit runs over; empty where there is none.
    List<Span> composite() {
        return composite;
    }

    /// What may stand at a place.
    Alphabet alphabet(int line, int position) {
        return spans.entrySet().stream()
                .filter(entry ->
                        entry.getValue().line() == line
                                && entry.getValue().from() <= position
                                && position < entry.getValue().to())
                .findFirst()
                .map(entry -> entry.getKey().alphabet(position - entry.getValue().from()))
                .orElse(Alphabet.ANY);
    }

    private static Map.Entry<Part, Span> at(Part part, int line, int from, int to) {
        return Map.entry(part, new Span(line, from, to));
    }

    private static Map<Part, Span> visa(int length) {
        return Map.ofEntries(
                at(DOCUMENT_CODE, 0, 0, 2),
                at(STATE, 0, 2, 5),
                at(NAME, 0, 5, length),
                at(NUMBER, 1, 0, 9),
                at(NUMBER_CHECK, 1, 9, 10),
                at(NATIONALITY, 1, 10, 13),
                at(BIRTH, 1, 13, 19),
                at(BIRTH_CHECK, 1, 19, 20),
                at(SEX, 1, 20, 21),
                at(EXPIRY, 1, 21, 27),
                at(EXPIRY_CHECK, 1, 27, 28),
                at(OPTIONAL, 1, 28, length));
    }
}
