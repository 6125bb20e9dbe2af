package dev.tanaw.capture.read.portrait;

import dev.tanaw.capture.event.Field.Place;
import java.util.List;

/// Where the holder's face is on a document.
///
/// @param face four corners, as shares of the document as one reads it, the upper left first
/// @param score of the detector, 0 to 1
public record Portrait(List<Place> face, double score) {
    /// How much of head and shoulders is kept around the face, in widths and heights of it.
    private static final double ASIDE = 0.45;

    private static final double ABOVE = 0.6;
    private static final double BELOW = 0.45;

    public Portrait {
        face = List.copyOf(face);
    }

    /// What is cut out: face, hair and shoulders, as far as the document reaches.
    public List<Place> cut() {
        Place from = face.getFirst();
        Place to = face.get(2);
        double width = to.x() - from.x();
        double height = to.y() - from.y();
        double left = Math.clamp(from.x() - ASIDE * width, 0, 1);
        double right = Math.clamp(to.x() + ASIDE * width, 0, 1);
        double top = Math.clamp(from.y() - ABOVE * height, 0, 1);
        double bottom = Math.clamp(to.y() + BELOW * height, 0, 1);
        return List.of(
                new Place(left, top),
                new Place(right, top),
                new Place(right, bottom),
                new Place(left, bottom));
    }
}
