package dev.tanaw.capture.read;

import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Field.Place;
import dev.tanaw.capture.locate.Quad;
import java.util.List;

/// Places of fields, as shares of the document as one reads it.
final class Boxes {
    private Boxes() {}

    /// A box on another picture than the document means nothing to others.
    static Field without(Field field) {
        return at(field, List.of());
    }

    /// After the document was found to lie upside down.
    static Field turned(Field field) {
        return at(
                field,
                field.box().stream()
                        .map(place -> new Place(1 - place.x(), 1 - place.y()))
                        .toList());
    }

    static List<Place> of(Quad quad, double width, double height) {
        return quad.corners().stream()
                .map(point -> new Place(point.x() / width, point.y() / height))
                .toList();
    }

    private static Field at(Field field, List<Place> box) {
        return new Field(
                field.name(),
                field.value(),
                field.confidence(),
                field.source(),
                field.checks(),
                field.repaired(),
                box,
                field.sources(),
                field.alternatives());
    }
}
