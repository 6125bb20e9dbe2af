package dev.tanaw.capture.read.text;

import dev.tanaw.capture.locate.Quad;
import java.util.List;
import java.util.stream.Collectors;

/// One run of print.
///
/// @param place on the picture that was read, in pixels
/// @param confirmed true where two recognisers read the same letters
public record TextLine(List<Letter> letters, Quad place, boolean confirmed) {

    /// @param symbol one character, as a code point
    /// @param probability of it, 0 to 1
    /// @param at its middle along the line, 0 to 1
    public record Letter(int symbol, double probability, double at) {}

    public TextLine {
        letters = List.copyOf(letters);
    }

    /// As one recogniser reads it.
    public TextLine(List<Letter> letters, Quad place) {
        this(letters, place, false);
    }

    public String text() {
        return letters.stream()
                .map(letter -> Character.toString(letter.symbol()))
                .collect(Collectors.joining());
    }

    /// That all letters are right, as far as each is told by itself.
    public double probability() {
        return letters.stream().mapToDouble(Letter::probability).reduce(1, (a, b) -> a * b);
    }

    /// Mean over the letters: whether this is print at all.
    public double clarity() {
        return letters.stream().mapToDouble(Letter::probability).average().orElse(0);
    }

    /// The letters from one place in the text up to another, where they stand on the picture.
    public TextLine part(int from, int to) {
        if (from == 0 && to == letters.size()) {
            return this;
        }
        double start = from == 0 ? 0 : between(from - 1, from);
        double end = to == letters.size() ? 1 : between(to - 1, to);
        return new TextLine(
                letters.subList(from, to).stream()
                        .map(letter ->
                                new Letter(
                                        letter.symbol(),
                                        letter.probability(),
                                        (letter.at() - start) / Math.max(1e-6, end - start)))
                        .toList(),
                place.part(start, Math.max(end, start + 1e-3)),
                confirmed);
    }

    private double between(int left, int right) {
        return (letters.get(left).at() + letters.get(right).at()) / 2;
    }

    /// Never shows what was read.
    @Override
    public String toString() {
        return "TextLine[" + letters.size() + " letters]";
    }
}
