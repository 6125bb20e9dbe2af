package dev.tanaw.capture.quality;

import dev.tanaw.capture.event.Component;
import dev.tanaw.capture.event.Field.Place;
import dev.tanaw.capture.event.Gate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What one frame measured, each value in its gate's unit. What is missing or NaN could not be
/// measured, and does not pass.
///
/// @param outline corners of the document, or of the face, as shares of the frame; empty when there
///   was none
/// @param components of a face: what its picture is worth
public record Measurement(
        Subject subject,
        Map<Gate, Double> values,
        List<Place> outline,
        List<Component> components) {
    public static final Measurement NOTHING = new Measurement(Map.of(), List.of());

    public Measurement {
        values = Map.copyOf(values);
        outline = List.copyOf(outline);
        components = List.copyOf(components);
    }

    /// Of a document.
    public Measurement(Map<Gate, Double> values, List<Place> outline) {
        this(Subject.DOCUMENT, values, outline, List.of());
    }

    public double value(Gate gate) {
        return values.getOrDefault(gate, Double.NaN);
    }

    public boolean found() {
        return !outline.isEmpty();
    }

    public Measurement with(Gate gate, double value) {
        Map<Gate, Double> more = new EnumMap<>(Gate.class);
        more.putAll(values);
        more.put(gate, value);
        return new Measurement(subject, more, outline, components);
    }
}
