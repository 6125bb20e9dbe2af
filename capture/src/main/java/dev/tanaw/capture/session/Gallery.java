package dev.tanaw.capture.session;

import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.quality.Measurement;
import dev.tanaw.capture.quality.Subject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pictures of the running session, in memory only: the frames that were judged last, those to
/// choose from, and one kept shot per side. It owns a share of each frame in it and gives the share
/// back as soon as the picture is out. Safe for the analyst and the session thread.
final class Gallery implements AutoCloseable {
    /// Judged frames that the machine may still ask for.
    private static final int RECENT = 6;

    /// Stripe Identity chooses among eight.
    private static final int BURST = 8;

    private final Deque<Judged> recent = new ArrayDeque<>();
    private final List<Judged> burst = new ArrayList<>();
    private final Map<Side, Shot> shots = new EnumMap<>(Side.class);

    /// A frame with what was measured on it.
    record Judged(Frame frame, Quad quad, Measurement measurement) {
        boolean shows(Side side) {
            return measurement.subject() == Subject.of(side);
        }

        /// Stripe Identity's weights: sharpness before the detector's confidence.
        double score() {
            Gate detector = measurement.subject() == Subject.FACE ? Gate.FACE : Gate.DOCUMENT;
            double score = 0.6 * measurement.value(Gate.FOCUS) + 0.4 * measurement.value(detector);
            return Double.isNaN(score) ? 0 : score;
        }
    }

    /// The picture of one side.
    ///
    /// @param burst how many there were to choose from
    record Shot(Judged best, int burst) {}

    /// Takes over the caller's share.
    synchronized void offer(Judged judged) {
        recent.addLast(judged);
        if (recent.size() > RECENT) {
            recent.removeFirst().frame().close();
        }
    }

    synchronized void addToBurst(long frame) {
        recent.stream().filter(j -> j.frame().number() == frame).findFirst().ifPresent(this::keep);
    }

    private void keep(Judged judged) {
        burst.add(new Judged(judged.frame().share(), judged.quad(), judged.measurement()));
        if (burst.size() > BURST) {
            burst.sort(Comparator.comparingDouble(Judged::score));
            burst.removeFirst().frame().close();
        }
    }

    /// The best of the burst becomes that side's shot. Without a burst, when the person asked for
    /// the picture, it is the newest frame that showed it; empty when there is none.
    synchronized Optional<Shot> keepBest(Side side) {
        burst.stream()
                .filter(judged -> !judged.shows(side))
                .forEach(judged -> judged.frame().close());
        burst.removeIf(judged -> !judged.shows(side));
        if (burst.isEmpty()) {
            recent.reversed().stream()
                    .filter(judged -> judged.shows(side))
                    .findFirst()
                    .ifPresent(this::keep);
        }
        Optional<Judged> best = burst.stream().max(Comparator.comparingDouble(Judged::score));
        best.ifPresent(judged -> {
            drop(side);
            judged.frame().share();
            shots.put(side, new Shot(judged, burst.size()));
        });
        clearBurst();
        return best.map(_ -> shots.get(side));
    }

    /// One more share of the kept frame for the readers, who close it.
    synchronized Optional<Judged> lend(Side side) {
        return Optional.ofNullable(shots.get(side))
                .map(shot ->
                        new Judged(
                                shot.best().frame().share(),
                                shot.best().quad(),
                                shot.best().measurement()));
    }

    synchronized void clearBurst() {
        burst.forEach(judged -> judged.frame().close());
        burst.clear();
    }

    synchronized void drop(Side side) {
        Shot shot = shots.remove(side);
        if (shot != null) {
            shot.best().frame().close();
        }
    }

    /// Nothing of the session remains.
    synchronized void release() {
        clearBurst();
        List.copyOf(shots.keySet()).forEach(this::drop);
        recent.forEach(judged -> judged.frame().close());
        recent.clear();
    }

    @Override
    public void close() {
        release();
    }
}
