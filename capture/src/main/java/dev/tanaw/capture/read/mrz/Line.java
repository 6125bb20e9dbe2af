package dev.tanaw.capture.read.mrz;

/// A row of the picture that turned out to be a line: where exactly it is and what was seen along
/// it.
///
/// @param strip from the first cell's left edge to the last cell's right edge
record Line(Strip strip, Steps steps, Cells cells) {
    /// Distance of two characters in the picture's pixels.
    double pitch() {
        return strip.length() / cells.count();
    }
}
