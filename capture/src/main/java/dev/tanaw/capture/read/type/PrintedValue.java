package dev.tanaw.capture.read.type;

import dev.tanaw.capture.read.text.TextLine;
import java.util.List;

/// A value that stands on a document, and the print that says so.
///
/// @param name of the field on the wire
/// @param runs that hold it, from top to bottom
/// @param labelled true where its label was found, false where only place or form speak for it
/// @param repaired true where a look-alike was put in place of what was read
/// @param divided true where the print holds several values and their border is a guess
public record PrintedValue(
        String name,
        String value,
        List<TextLine> runs,
        boolean labelled,
        boolean repaired,
        boolean divided) {
    public PrintedValue {
        runs = List.copyOf(runs);
    }

    /// Never shows the value.
    @Override
    public String toString() {
        return "PrintedValue[" + name + "]";
    }
}
