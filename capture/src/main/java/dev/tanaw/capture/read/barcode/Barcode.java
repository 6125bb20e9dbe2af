package dev.tanaw.capture.read.barcode;

import dev.tanaw.capture.locate.Point;
import java.util.List;

/// A code that was read.
///
/// @param text as the code says, control characters included; at most [BarcodeReader#LONGEST]
///   characters
/// @param place points on the picture, in pixels, in no promised order or number
public record Barcode(Symbology symbology, String text, List<Point> place) {
    public Barcode {
        place = List.copyOf(place);
    }

    /// Never shows what was read.
    @Override
    public String toString() {
        return "Barcode[" + symbology + ", " + text.length() + " characters]";
    }
}
