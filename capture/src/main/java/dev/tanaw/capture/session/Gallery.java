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

    /// Of the burst that are kept beside the best one: 2.8 MB each at 1280×720.
    private static final int OTHERS = 3;

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
    /// @param others the next best, for readers that are left in doubt
    /// @param burst how many there were to choose from
    record Shot(Judged best, List<Judged> others, int burst) {
        void close() {
            best.frame().close();
            others.forEach(judged -> judged.frame().close());
        }
    }

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
        burst.add(shared(judged));
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
        List<Judged> ranked =
                burst.stream()
                        .sorted(Comparator.comparingDouble(Judged::score).reversed())
                        .toList();
        if (!ranked.isEmpty()) {
            drop(side);
            int others = side.ofDocument() ? Math.min(OTHERS, ranked.size() - 1) : 0;
            List<Judged> kept = ranked.subList(0, 1 + others);
            kept.forEach(judged -> judged.frame().share());
            shots.put(side, new Shot(kept.getFirst(), kept.subList(1, kept.size()), ranked.size()));
        }
        clearBurst();
        return ranked.isEmpty() ? Optional.empty() : Optional.ofNullable(shots.get(side));
    }

    /// One more share of each of the next best frames, as of the best one.
    synchronized List<Judged> lendOthers(Side side) {
        return Optional.ofNullable(shots.get(side)).map(Shot::others).orElse(List.of()).stream()
                .map(Gallery::shared)
                .toList();
    }

    private static Judged shared(Judged judged) {
        return new Judged(judged.frame().share(), judged.quad(), judged.measurement());
    }

    /// One more share of the kept frame for the readers, who close it.
    synchronized Optional<Judged> lend(Side side) {
        return Optional.ofNullable(shots.get(side)).map(shot -> shared(shot.best()));
    }

    synchronized void clearBurst() {
        burst.forEach(judged -> judged.frame().close());
        burst.clear();
    }

    synchronized void drop(Side side) {
        Shot shot = shots.remove(side);
        if (shot != null) {
            shot.close();
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
