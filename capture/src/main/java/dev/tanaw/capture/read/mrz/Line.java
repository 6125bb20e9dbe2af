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

    /// The same print, counted from so many cells further right (left where negative): what it is
    /// when the first character went unseen.
    Line shifted(int by) {
        if (by == 0) {
            return this;
        }
        Strip moved = strip.part(by * pitch(), strip.length() + by * pitch(), 0, strip.capital());
        double first = cells.first() + by * cells.pitch();
        return new Line(moved, steps, new Cells(cells.count(), first, cells.pitch(), cells.fit()));
    }

    /// Whether there is no print right before or behind it: it is counted from its first character.
    boolean whole() {
        return !cells.goesOnBefore(steps) && !cells.goesOnBehind(steps);
    }

    /// Whether this is what became of a row.
    boolean of(Strip row) {
        double half = pitch();
        Point middle = strip.at(strip.length() / 2, 0);
        return row.at(row.length() / 2, 0).distance(middle) < strip.length() / 4
                && Math.abs(strip.across(row.at(row.length() / 2, 0))) < half;
    }
}
