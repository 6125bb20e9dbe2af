package dev.tanaw.capture.read.text;

import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.read.network.Network;
import dev.tanaw.capture.read.text.TextLine.Letter;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/// What a run of print says: PP-OCRv4's recogniser. It was trained on Chinese and English and loses
/// most marks on letters. Thread-safe.
final class TextRecogniser {
    static final int HEIGHT = 48;

    /// Longer runs are squeezed: time grows with width.
    private static final int MOST_WIDTH = 960;

    private final Network network;
    private final Charset charset;

    TextRecogniser(Network network, Charset charset) {
        this.network = network;
        this.charset = charset;
    }

    TextLine read(Mat document, Quad place) {
        try (Strip strip = Strip.of(document, place, HEIGHT, 1, MOST_WIDTH)) {
            float[] output =
                    network.run(planes(strip.pixels()), 1, 3, HEIGHT, strip.pixels().cols());
            double natural = strip.pixels().cols() / (HEIGHT * place.width() / place.height());
            return new TextLine(
                    Spaces.in(strip.pixels(), letters(output), Math.min(1, natural)), place);
        }
    }

    private static float[] planes(Mat bgr) {
        byte[] pixels = new byte[bgr.cols() * bgr.rows() * 3];
        bgr.data().get(pixels);
        int area = pixels.length / 3;
        float[] planes = new float[pixels.length];
        for (int channel = 0; channel < 3; channel++) {
            for (int i = 0; i < area; i++) {
                planes[channel * area + i] = (pixels[3 * i + channel] & 0xff) / 127.5f - 1;
            }
        }
        return planes;
    }

    private List<Letter> letters(float[] output) {
        int classes = charset.size();
        int steps = output.length / classes;
        List<Letter> letters = new ArrayList<>();
        int before = Charset.BLANK;
        for (int step = 0; step < steps; step++) {
            int best = charset.best(output, step * classes);
            double probability = output[step * classes + best];
            if (best != Charset.BLANK) {
                Letter letter = new Letter(charset.symbol(best), probability, (step + 0.5) / steps);
                if (best != before) {
                    letters.add(letter);
                } else if (letters.getLast().probability() < probability) {
                    letters.set(letters.size() - 1, letter);
                }
            }
            before = best;
        }
        return letters;
    }
}
