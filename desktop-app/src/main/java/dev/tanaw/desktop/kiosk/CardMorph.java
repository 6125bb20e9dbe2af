package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Field.Place;
import dev.tanaw.capture.session.KeptPicture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.image.Image;

/// The picture that was kept, on its way from where the camera saw the document to the document
/// alone, seen from straight above. The way is a pure function of time. A face stays as it is.
final class CardMorph implements AutoCloseable {
    /// DOMAIN: the card's turn takes as long.
    static final Duration LASTS = Duration.ofMillis(400);

    /// What is left of the light around the document in the end.
    private static final double DIMMED = 0.2;

    /// Of the picture's width or height, whichever the document fills.
    private static final double FILLS = 0.92;

    private final KeptPicture kept;
    private final long begun;
    private final long lasts;
    private final List<Place> end;

    /// @param begun as [System#nanoTime]
    /// @param still whether nothing moves: it is there at once
    CardMorph(KeptPicture kept, long begun, boolean still) {
        this.kept = kept;
        this.begun = begun;
        this.lasts = still || kept.outline().isEmpty() ? 0 : LASTS.toNanos();
        this.end = kept.outline().isEmpty() ? List.of() : upright(kept);
    }

    /// A rectangle of the document's proportion in the middle of the picture, as shares of it.
    private static List<Place> upright(KeptPicture kept) {
        double width = kept.frame().width();
        double height = kept.frame().height();
        List<Place> at = kept.outline();
        double across =
                length(at.get(0), at.get(1), width, height)
                        + length(at.get(3), at.get(2), width, height);
        double down =
                length(at.get(0), at.get(3), width, height)
                        + length(at.get(1), at.get(2), width, height);
        double scale = Math.min(FILLS * width / across, FILLS * height / down);
        double x = scale * across / width / 2;
        double y = scale * down / height / 2;
        return List.of(
                new Place(0.5 - x, 0.5 - y),
                new Place(0.5 + x, 0.5 - y),
                new Place(0.5 + x, 0.5 + y),
                new Place(0.5 - x, 0.5 + y));
    }

    private static double length(Place a, Place b, double width, double height) {
        return Math.hypot((b.x() - a.x()) * width, (b.y() - a.y()) * height);
    }

    KeptPicture kept() {
        return kept;
    }

    boolean isOver(long now) {
        return now - begun >= lasts;
    }

    /// Slow, fast, slow: 0 at the beginning, 1 in the end.
    private double share(long now) {
        if (isOver(now)) {
            return 1;
        }
        double t = Math.max(0, (double) (now - begun) / lasts);
        return t * t * (3 - 2 * t);
    }

    /// Where the document's corners are now, as shares of the picture; empty of a face.
    List<Place> corners(long now) {
        if (isOver(now)) {
            return end;
        }
        double share = share(now);
        return IntStream.range(0, end.size())
                .mapToObj(i -> Places.between(kept.outline().get(i), end.get(i), share))
                .toList();
    }

    /// How bright all else is now, 0 to 1.
    double light(long now) {
        return 1 - (1 - DIMMED) * share(now);
    }

    /// Where a value stands in the end; empty when it has no place on this side.
    List<Place> place(Findings.Row row) {
        List<Place> box = row.field().box();
        return row.side() == kept.side() && box.size() == 4 && !end.isEmpty()
                ? box.stream().map(corner -> Places.on(end, corner)).toList()
                : List.of();
    }

    Optional<Image> enlarged(Field field) {
        return Enlargement.of(kept.frame(), kept.outline(), field);
    }

    @Override
    public void close() {
        kept.close();
    }
}
