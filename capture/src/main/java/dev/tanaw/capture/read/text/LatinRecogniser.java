package dev.tanaw.capture.read.text;

import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.read.network.Network;
import dev.tanaw.capture.read.text.TextLine.Letter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/// What a run of print says, by our own network (`capture/training/latin`): it knows the marks on
/// letters that PP-OCR loses and shares no training picture with it, so that the two agreeing means
/// something. Thread-safe.
final class LatinRecogniser {
    /// Order of the network's classes after the blank.
    static final String ALPHABET =
            " 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,-/'()&:+#"
                    + "ÀÁÂÃÄÅĂĄÆÇĆČĎĐÈÉÊËĖĘĚÌÍÎÏĪİĞŁÑŃŇÒÓÔÕÖŐØŒŘŚŠŞȘŤȚÙÚÛÜŮŰŪÝŹŻŽÞ"
                    + "ßàáâãäåæçéèêëíîïñóòôõöøúùûüýčšž";

    private static final int HEIGHT = 32;
    private static final double STRETCH = 1.3;
    private static final int MOST_WIDTH = 1_200;

    /// The detector's box may lie close about the capitals, and then it cuts marks off, or leave
    /// room for them: the strip is cut with each of these heights against the box.
    private static final double[] HEIGHTS = {1.25, 1.5};

    /// Darkest and lightest share that become black and white.
    private static final double RIM = 0.01;

    private final Network network;

    LatinRecogniser(Network network) {
        this.network = network;
    }

    /// @return one reading for each height, the clearest first
    List<TextLine> read(Mat document, Quad place) {
        return Arrays.stream(HEIGHTS)
                .mapToObj(height -> read(document, place, height))
                .sorted(Comparator.comparingDouble(TextLine::clarity).reversed())
                .toList();
    }

    private TextLine read(Mat document, Quad place, double height) {
        Quad cut = place.taller(height);
        try (Strip strip = Strip.of(document, cut, HEIGHT, STRETCH, MOST_WIDTH)) {
            float[] output =
                    network.run(normalised(strip.pixels()), 1, 1, HEIGHT, strip.pixels().cols());
            return new TextLine(letters(output), place);
        }
    }

    /// Dark on light, 0 to 1, as the network was trained.
    private static float[] normalised(Mat bgr) {
        byte[] pixels = new byte[bgr.cols() * bgr.rows()];
        try (Mat grey = new Mat()) {
            opencv_imgproc.cvtColor(bgr, grey, opencv_imgproc.COLOR_BGR2GRAY);
            grey.data().get(pixels);
        }
        int[] histogram = new int[256];
        for (byte pixel : pixels) {
            histogram[pixel & 0xff]++;
        }
        int low = level(histogram, (int) (RIM * pixels.length));
        int high = level(histogram, (int) ((1 - RIM) * pixels.length));
        float range = Math.max(high - low, 5);
        float[] values = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            values[i] = Math.clamp(((pixels[i] & 0xff) - low) / range, 0, 1);
        }
        return values;
    }

    private static int level(int[] histogram, int count) {
        int sum = 0;
        for (int i = 0; i < histogram.length; i++) {
            sum += histogram[i];
            if (sum > count) {
                return i;
            }
        }
        return histogram.length - 1;
    }

    private static List<Letter> letters(float[] logits) {
        int classes = ALPHABET.length() + 1;
        int steps = logits.length / classes;
        List<Letter> letters = new ArrayList<>();
        int before = 0;
        for (int step = 0; step < steps; step++) {
            float[] row = Arrays.copyOfRange(logits, step * classes, (step + 1) * classes);
            int best = 0;
            for (int i = 1; i < classes; i++) {
                best = row[i] > row[best] ? i : best;
            }
            if (best != 0) {
                double sum = 0;
                for (float value : row) {
                    sum += Math.exp(value - row[best]);
                }
                Letter letter =
                        new Letter(ALPHABET.charAt(best - 1), 1 / sum, (step + 0.5) / steps);
                if (best != before) {
                    letters.add(letter);
                } else if (letters.getLast().probability() < letter.probability()) {
                    letters.set(letters.size() - 1, letter);
                }
            }
            before = best;
        }
        return letters;
    }
}
