package dev.tanaw.capture.read.mrz;

import dev.tanaw.capture.locate.Point;

/// A row of the picture that turned out to be a line: where exactly it is and what was seen along
/// it.
///
/// @param strip from the first cell's left edge to the last cell's right edge
record Line(Strip strip, Steps steps, Cells cells) {
    /// Distance of two characters in the picture's pixels.
    double pitch() {
        return strip.length() / cells.count();
    }

    /// Where a line would be that is so many characters' widths further down.
    Strip beside(double pitches) {
        return strip.part(
                0, strip.length(), pitches * pitch(), pitch() * Strip.CAPITAL / Strip.PITCH);
    }

    /// Whether this is what became of a row.
    boolean of(Strip row) {
        double half = pitch();
        Point middle = strip.at(strip.length() / 2, 0);
        return row.at(row.length() / 2, 0).distance(middle) < strip.length() / 4
                && Math.abs(strip.across(row.at(row.length() / 2, 0))) < half;
    }
}
