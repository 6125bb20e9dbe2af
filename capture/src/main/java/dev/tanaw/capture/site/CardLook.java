package dev.tanaw.capture.site;

import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.locate.DocumentLocator;
import dev.tanaw.capture.locate.DocumentShape;
import dev.tanaw.capture.locate.Located;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.locate.Rectifier;
import dev.tanaw.capture.quality.FocusRange;
import dev.tanaw.capture.quality.Gates;
import dev.tanaw.capture.quality.Measurement;
import dev.tanaw.capture.quality.Measurer;
import dev.tanaw.capture.quality.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.indexer.UByteRawIndexer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/// Measures a card of ID-1 that is moved nearer and farther before the camera. One thread.
public final class CardLook implements AutoCloseable {
    /// Half of what the gates look at is enough for the light of paper.
    private static final int WIDTH = 320;

    /// Of the card's pixels so many are darker than its white paper.
    private static final double PAPER = 0.99;

    private final Gates gates;
    private final DocumentLocator locator = new DocumentLocator();
    private final Measurer measurer = new Measurer();
    private final Rectifier rectifier = new Rectifier();
    private final Mat card = new Mat();
    private final Mat grey = new Mat();
    private final FocusCurve focus = new FocusCurve();
    private final List<Double> light = new ArrayList<>();
    private final List<Double> clipped = new ArrayList<>();
    private final List<Double> paper = new ArrayList<>();
    private Optional<Quad> before = Optional.empty();
    private double nearest;
    private Optional<Glimpse> newest = Optional.empty();

    /// @param gates by which a frame counts as held well enough to be measured
    public CardLook(Gates gates) {
        this.gates = gates;
    }

    /// What was seen of one frame.
    public enum Seen {
        NOTHING,
        /// A document of another size than ID-1.
        OTHER_SIZE,
        /// Not wholly in the picture, or held too much at an angle.
        AWRY,
        CARD
    }

    /// The card in one frame.
    ///
    /// @param width in pixels
    /// @param sharpness see [Gate#FOCUS]
    public record Glimpse(double width, double sharpness) {
        public double dpi() {
            return FocusCurve.dpi(width);
        }
    }

    /// @param frames of the card that were measured
    /// @param bestWidth width in the picture at which it was sharpest, in pixels
    /// @param bestFocus how sharp it was there
    /// @param sharp where it is sharp enough
    /// @param nearestWidth the widest that it was seen
    /// @param light mean luma of the card, 0 to 1, the middle one of all frames
    /// @param glare clipped share of it, likewise
    /// @param headroom how many stops more light the white of the card bears, pixel values taken as
    ///   sRGB
    public record Measured(
            int frames,
            double bestWidth,
            double bestFocus,
            FocusRange sharp,
            double nearestWidth,
            double light,
            double glare,
            double headroom) {
        public double bestDpi() {
            return FocusCurve.dpi(bestWidth);
        }
    }

    public Seen look(Mat bgr) {
        Optional<Located> located = locator.locate(bgr, before);
        before = located.map(Located::quad);
        if (located.isEmpty()) {
            return Seen.NOTHING;
        }
        Quad quad = located.get().quad();
        if (DocumentShape.nearest(quad) != DocumentShape.ID1) {
            return Seen.OTHER_SIZE;
        }
        Measurement seen = measurer.measure(bgr, located, Optional.empty(), Optional.empty());
        if (!passes(seen, Gate.DOCUMENT)
                || !passes(seen, Gate.MARGIN)
                || !passes(seen, Gate.TILT)) {
            return Seen.AWRY;
        }
        double width = Math.max(quad.width(), quad.height());
        nearest = Math.max(nearest, width);
        newest = Optional.of(new Glimpse(width, seen.value(Gate.FOCUS)));
        focus.add(width, seen.value(Gate.FOCUS));
        light.add(seen.value(Gate.LIGHT));
        clipped.add(seen.value(Gate.GLARE));
        paper.add(paper(bgr, quad));
        return Seen.CARD;
    }

    private boolean passes(Measurement seen, Gate gate) {
        return gates.limit(Subject.DOCUMENT, gate).allows(seen.value(gate));
    }

    /// Luma of the white of the card, 0 to 1.
    private double paper(Mat bgr, Quad quad) {
        int height = (int) Math.round(WIDTH / DocumentShape.ID1.aspect());
        rectifier.rectify(bgr, quad, WIDTH, height, card);
        opencv_imgproc.cvtColor(card, grey, opencv_imgproc.COLOR_BGR2GRAY);
        int[] histogram = new int[256];
        try (UByteRawIndexer pixels = grey.createIndexer()) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    histogram[pixels.get(y, x)]++;
                }
            }
        }
        int seen = 0;
        for (int value = 0; value < histogram.length; value++) {
            seen += histogram[value];
            if (seen >= PAPER * WIDTH * height) {
                return value / 255.0;
            }
        }
        return 1;
    }

    /// The card as it was seen last.
    public Optional<Glimpse> newest() {
        return newest;
    }

    /// Empty until the card was seen often enough at one distance.
    public Optional<Measured> measured() {
        double limit = gates.limit(Subject.DOCUMENT, Gate.FOCUS).low();
        return focus.best()
                .map(best ->
                        new Measured(
                                light.size(),
                                best.width(),
                                best.sharpness(),
                                focus.range(limit),
                                nearest,
                                middle(light),
                                middle(clipped),
                                Math.log(1 / linear(middle(paper))) / Math.log(2)));
    }

    /// The light that an sRGB value stands for.
    private static double linear(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    @Override
    public void close() {
        locator.close();
        measurer.close();
        rectifier.close();
        card.close();
        grey.close();
    }
}
