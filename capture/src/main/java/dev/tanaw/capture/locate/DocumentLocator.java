package dev.tanaw.capture.locate;

import java.util.Comparator;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/// Finds the one document in a frame, or says that there is none.
///
/// A full search puts quads together from straight edges of the reduced frame and takes the best of
/// them to the edges of the full one, to a fraction of a pixel. In the frames that follow, the last
/// step alone is enough while the document keeps still.
///
/// Belongs to one thread: native buffers are kept from frame to frame. The corners come in the
/// order that assumes the least rotation from upright, within ±45°. No outline can tell a card from
/// the same card upside down.
public final class DocumentLocator implements AutoCloseable {
    private static final int SMALLEST_FRAME = 64;
    private static final int CANDIDATES = 24;

    /// Below it the four lines belong to the surroundings. In the evaluation the least sure of the
    /// rightly found documents has 1.40; of 271 faces one has more than 1.37.
    static final double LEAST_SCORE = 1.38;

    /// How much a proportion that no identity document has counts against a quad: 4 % too long or
    /// too short weighs as much as 8 % less edge along the sides.
    private static final double STRANGE = 2;

    /// Followed frames between two full searches: a wrong edge cannot hold on for longer.
    private static final int FOLLOWED = 30;

    /// What has moved farther from where it was searched is searched again: what looked like the
    /// document while it came may be a part of it. A card that is brought was followed by its lower
    /// part for a second, and a countdown began on that.
    private static final double NEAR = 0.9;

    private final QuadSearch search = new QuadSearch();
    private final SideRefiner refiner = new SideRefiner(8);
    private final SideColours colours = new SideColours();
    private final OuterSides outer = new OuterSides(refiner, colours);
    private Optional<Lead> lead = Optional.empty();

    /// What the last full search knew, to be held against what following finds.
    ///
    /// @param searched where it was then
    private record Lead(
            Quad quad,
            double confidence,
            double support,
            double corners,
            Quad searched,
            int frames) {
        boolean near() {
            return searched.iou(quad) > NEAR;
        }
    }

    /// The document's place, with a confidence that grows with the support of edges along its
    /// sides.
    ///
    /// @param bgr 8UC3 frame of any size; anything else, and an empty picture, holds no document
    /// @param previous what was found in the frame before, if anything was
    public Optional<Located> locate(Mat bgr, Optional<Quad> previous) {
        if (bgr.isNull()
                || bgr.empty()
                || bgr.type() != opencv_core.CV_8UC3
                || bgr.cols() < SMALLEST_FRAME
                || bgr.rows() < SMALLEST_FRAME) {
            lead = Optional.empty();
            return Optional.empty();
        }
        lead =
                lead.filter(known -> known.frames() < FOLLOWED && known.near())
                        .filter(known -> inView(known.quad(), bgr))
                        .filter(known -> previous.equals(Optional.of(known.quad())))
                        .flatMap(known -> follow(bgr, known))
                        .or(() -> search(bgr));
        return lead.map(found -> new Located(found.quad(), found.confidence(), found.corners()));
    }

    /// Where the picture ends no edge moves on: what is partly out of view is searched each time.
    private static boolean inView(Quad quad, Mat bgr) {
        return quad.corners().stream()
                .allMatch(corner ->
                        corner.x() > 0
                                && corner.y() > 0
                                && corner.x() < bgr.cols()
                                && corner.y() < bgr.rows());
    }

    private static double step(Mat bgr) {
        return Math.max(0.5, bgr.cols() / 1280.0);
    }

    private Optional<Lead> follow(Mat bgr, Lead known) {
        return refiner.refine(bgr, known.quad(), step(bgr))
                .filter(found -> found.mean() > 0.85 * known.support())
                .filter(found -> known.quad().iou(found.quad()) > 0.96)
                .map(found ->
                        new Lead(
                                found.quad(),
                                known.confidence(),
                                known.support(),
                                found.corner(),
                                known.searched(),
                                known.frames() + 1));
    }

    private record Ranked(Quad quad, double ranking, double score) {}

    private Optional<Lead> search(Mat bgr) {
        double scale = (double) bgr.cols() / EdgeField.WIDTH;
        return search.candidates(bgr, CANDIDATES).stream()
                .flatMap(candidate -> ranked(bgr, candidate, scale).stream())
                .max(Comparator.comparingDouble(Ranked::ranking))
                .flatMap(best -> accepted(bgr, best));
    }

    /// A second look from nearer takes out what is left where the first came in at an angle.
    private Optional<Lead> accepted(Mat bgr, Ranked best) {
        double sure = best.score() + colours.apart(bgr, best.quad(), step(bgr)) - LEAST_SCORE;
        if (sure < 0) {
            return Optional.empty();
        }
        Quad whole = outer.widened(bgr, best.quad(), step(bgr));
        return refiner.refine(bgr, whole, step(bgr))
                .map(found ->
                        new Lead(
                                found.quad(),
                                Math.min(1, 0.5 + sure),
                                found.mean(),
                                found.corner(),
                                found.quad(),
                                0));
    }

    private Optional<Ranked> ranked(Mat bgr, QuadSearch.Candidate candidate, double scale) {
        Quad rough = candidate.quad().scaled(scale);
        return refiner.refine(bgr, rough, step(bgr))
                .map(found -> {
                    double score =
                            found.mean()
                                    + 0.7 * found.weakest()
                                    + 0.6 * candidate.contrast()
                                    - STRANGE
                                            * DocumentShape.strangeness(
                                                    found.quad(), bgr.cols(), bgr.rows());
                    double ranking = score + QuadSearch.LARGER * candidate.size();
                    return new Ranked(found.quad().upright(), ranking, score);
                });
    }

    @Override
    public void close() {
        search.close();
    }
}
