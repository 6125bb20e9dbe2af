package dev.tanaw.capture.read.type;

import dev.tanaw.capture.event.Side;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// How one value is found on a document and what it may look like.
///
/// @param name on the wire
/// @param side empty when it may be on both
/// @param labels as printed, in each language, the fullest first; compared by letters and digits
///   alone
/// @param where the value stands against its label; the earlier is tried first
/// @param pattern that the whole value matches; empty for any
/// @param lines that the value may run over
/// @param area where the value stands when no label was found
public record FieldSpec(
        String name,
        Optional<Side> side,
        List<String> labels,
        List<Where> where,
        Format format,
        Optional<Pattern> pattern,
        int lines,
        Optional<Area> area) {

    /// Against the label.
    public enum Where {
        BELOW,
        RIGHT,
        INLINE
    }

    /// As shares of the document's width and height.
    public record Area(double left, double top, double right, double bottom) {
        boolean holds(double x, double y) {
            return x >= left && x <= right && y >= top && y <= bottom;
        }
    }

    public FieldSpec {
        if (name.isBlank() || lines < 1) {
            throw new IllegalArgumentException("field '%s': needs a name".formatted(name));
        }
        if (labels.isEmpty() && area.isEmpty() && pattern.isEmpty()) {
            throw new IllegalArgumentException(
                    "field '%s': needs labels, an area or a pattern".formatted(name));
        }
        labels = List.copyOf(labels);
        where = List.copyOf(where);
    }
}
