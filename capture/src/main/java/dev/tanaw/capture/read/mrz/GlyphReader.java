package dev.tanaw.capture.read.mrz;

import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/// Compares a strip with drawn characters: what is left when the trained recogniser cannot be used.
/// Reads clean print, and a good part less of what a camera sees. Thread-safe.
final class GlyphReader implements StripReader {
    /// How much likelier a character is that correlates 0.1 better: about 7 to 1.
    private static final double SHARPNESS = 20;

    /// Correlation from which a place more likely holds a character than not.
    private static final double PRESENT = 0.55;

    private static final double PRESENCE = 25;

    /// Steps on either side within which there is but one character.
    private static final int ALONE = 2;

    private final List<Mat> glyphs;

    private GlyphReader(List<Mat> glyphs) {
        this.glyphs = glyphs;
    }

    static GlyphReader load() throws ReaderDamaged {
        return new GlyphReader(Glyphs.draw());
    }

    @Override
    public Steps read(Mat strip) {
        float[][] scores = Correlation.of(strip, glyphs).scores();
        int count = strip.cols() / Steps.WIDTH;
        double[][] best = new double[count][glyphs.size()];
        double[] any = new double[count];
        for (int t = 0; t < count; t++) {
            any[t] = -1;
            for (int c = 0; c < glyphs.size(); c++) {
                best[t][c] = near(scores[c], t);
                any[t] = Math.max(any[t], best[t][c]);
            }
        }
        float[][] probabilities = new float[count][];
        for (int t = 0; t < count; t++) {
            probabilities[t] = step(best[t], any[t], highest(any, t));
        }
        return new Steps(probabilities);
    }

    /// Best score of a cell whose middle is at a step.
    private static double near(float[] scores, int step) {
        int left = step * Steps.WIDTH + Steps.WIDTH / 2 - Glyphs.WIDTH / 2;
        double best = -1;
        for (int x = left - Steps.WIDTH / 2; x <= left + Steps.WIDTH / 2; x++) {
            best = x < 0 || x >= scores.length ? best : Math.max(best, scores[x]);
        }
        return best;
    }

    private static boolean highest(double[] any, int step) {
        for (int t = Math.max(0, step - ALONE); t <= Math.min(any.length - 1, step + ALONE); t++) {
            if (any[t] > any[step] || (any[t] == any[step] && t < step)) {
                return false;
            }
        }
        return true;
    }

    private static float[] step(double[] scores, double any, boolean highest) {
        double present = highest ? 1 / (1 + Math.exp(PRESENCE * (PRESENT - any))) : 0.01;
        double all = 0;
        for (double score : scores) {
            all += Math.exp(SHARPNESS * (score - any));
        }
        float[] step = new float[scores.length + 1];
        step[0] = (float) (1 - present);
        for (int c = 0; c < scores.length; c++) {
            step[c + 1] = (float) (present * Math.exp(SHARPNESS * (scores[c] - any)) / all);
        }
        return step;
    }

    @Override
    public void close() {
        glyphs.forEach(Mat::close);
    }
}
