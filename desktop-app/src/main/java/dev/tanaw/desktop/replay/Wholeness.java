package dev.tanaw.desktop.replay;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Field.Place;
import dev.tanaw.capture.locate.Point;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.session.Signal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Whether each picture of a document that was kept shows one whole document: what the station took
/// for its outline is held against where it was drawn. Holds in every situation.
final class Wholeness {
    /// Intersection over union. The locator finds a held document to 0.99 and better; one that is
    /// cut by a finger's width, or joined with another, is far below.
    private static final double WHOLE = 0.95;

    private final Map<Long, List<Quad>> drawn = new HashMap<>();
    private final Map<Long, List<Place>> found = new HashMap<>();
    private final List<String> cut = new ArrayList<>();

    /// @param documents where whole ones are on that frame, in pixels
    void drawn(long frame, List<Quad> documents, int width, int height) {
        drawn.put(
                frame,
                documents.stream().map(quad -> scaled(quad, 1.0 / width, 1.0 / height)).toList());
    }

    void heard(Signal signal) {
        if (signal instanceof Signal.Judged judged && judged.measurement().found()) {
            found.put(judged.frame(), judged.measurement().outline());
        }
    }

    void told(CaptureEvent event) {
        if (event instanceof CaptureEvent.CaptureCompleted shot && shot.side().ofDocument()) {
            List<Quad> there = drawn.getOrDefault(shot.frame(), List.of());
            List<Place> outline = found.getOrDefault(shot.frame(), List.of());
            OptionalDouble best = there.stream().mapToDouble(quad(outline)::iou).max();
            if (best.isPresent() && best.getAsDouble() < WHOLE) {
                cut.add(
                        "the picture that was kept (frame %d) does not show one whole document: the outline agrees to %.2f"
                                .formatted(shot.frame(), best.getAsDouble()));
            }
        }
    }

    List<String> cut() {
        return List.copyOf(cut);
    }

    private static Quad quad(List<Place> outline) {
        List<Point> corners = outline.stream().map(at -> new Point(at.x(), at.y())).toList();
        return new Quad(corners.get(0), corners.get(1), corners.get(2), corners.get(3));
    }

    private static Quad scaled(Quad quad, double x, double y) {
        List<Point> corners =
                quad.corners().stream().map(at -> new Point(at.x() * x, at.y() * y)).toList();
        return new Quad(corners.get(0), corners.get(1), corners.get(2), corners.get(3));
    }
}
