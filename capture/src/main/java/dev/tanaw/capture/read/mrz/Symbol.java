package dev.tanaw.capture.read.mrz;

/// One character as it was read.
///
/// @param probability of `best`, 0 to 1
/// @param second the likeliest other character
public record Symbol(char best, double probability, char second) {

    static Symbol certain(char symbol) {
        return new Symbol(symbol, 1, symbol);
    }
}
