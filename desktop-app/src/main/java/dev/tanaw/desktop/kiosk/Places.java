package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Field.Place;
import java.util.List;

/// From places on a document to places on the picture that it lies in.
final class Places {
    private Places() {}

    /// Bilinear: for a document that lies nearly flat it is within a few pixels.
    ///
    /// @param outline the document's four corners, as one reads it
    static Place on(List<Place> outline, Place place) {
        Place a = between(outline.get(0), outline.get(1), place.x());
        Place b = between(outline.get(3), outline.get(2), place.x());
        return between(a, b, place.y());
    }

    static Place between(Place a, Place b, double share) {
        return new Place(a.x() + (b.x() - a.x()) * share, a.y() + (b.y() - a.y()) * share);
    }
}
