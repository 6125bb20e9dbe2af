package dev.tanaw.capture.quality;

import dev.tanaw.capture.event.Field.Place;
import dev.tanaw.capture.event.Gate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What one frame measured, each value in its gate's unit. What is missing or NaN could not be
/// measured, and does not pass.
///
/// @param outline the document's corners as shares of the frame, empty when none was found
public record Measurement(Map<Gate, Double> values, List<Place> outline) {
    public static final Measurement NOTHING = new Measurement(Map.of(), List.of());

    public Measurement {
        values = Map.copyOf(values);
        outline = List.copyOf(outline);
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
        return new Measurement(more, outline);
    }
}
