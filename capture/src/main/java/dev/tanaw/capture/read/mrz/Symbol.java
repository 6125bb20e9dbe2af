package dev.tanaw.capture.read.mrz;

import java.util.List;
import java.util.stream.Stream;

/// One character as it was read.
///
/// @param probability of `best`, 0 to 1
/// @param others the likeliest other characters, the likeliest first
public record Symbol(char best, double probability, List<Guess> others) {

    /// What a character could be as well.
    public record Guess(char symbol, double probability) {}

    public Symbol {
        others = List.copyOf(others);
    }

    static Symbol certain(char symbol) {
        return new Symbol(symbol, 1, List.of());
    }

    /// The same pixels, taken for another character.
    Symbol meant(char symbol) {
        List<Guess> rest =
                Stream.concat(Stream.of(new Guess(best, probability)), others.stream())
                        .filter(guess -> guess.symbol() != symbol)
                        .toList();
        return new Symbol(symbol, of(symbol), rest);
    }

    /// The same with a tenth of its probability taken away: its place in the line is not sure.
    Symbol doubted() {
        return new Symbol(
                best,
                0.9 * probability,
                others.stream()
                        .map(guess -> new Guess(guess.symbol(), 0.9 * guess.probability()))
                        .toList());
    }

    /// Probability that any character was seen.
    double seen() {
        return probability + others.stream().mapToDouble(Guess::probability).sum();
    }

    /// How probable it is that this is `symbol`.
    double of(char symbol) {
        return symbol == best
                ? probability
                : others.stream()
                        .filter(guess -> guess.symbol() == symbol)
                        .mapToDouble(Guess::probability)
                        .findFirst()
                        .orElse(0);
    }
}
