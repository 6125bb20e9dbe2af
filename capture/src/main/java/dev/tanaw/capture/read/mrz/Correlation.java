package dev.tanaw.capture.read.mrz;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/// How much each place of a strip looks like each character: the normalised cross-correlation with
/// the glyph, best over the vertical shifts that the strip leaves.
///
/// @param scores for each character of [Alphabet#ALL] a row over the left edges of its cell, -1 to
///   1
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Correlation(float[][] scores) {

    /// @param strip 8-bit grey, higher than a glyph, capitals [Glyphs#CAPITAL] high
    static Correlation of(Mat strip, List<Mat> glyphs) {
        int places = strip.cols() - Glyphs.WIDTH + 1;
        float[][] scores = new float[glyphs.size()][places];
        try (Mat found = new Mat()) {
            for (int c = 0; c < glyphs.size(); c++) {
                opencv_imgproc.matchTemplate(
                        strip, glyphs.get(c), found, opencv_imgproc.TM_CCOEFF_NORMED);
                scores[c] = bestOfColumns(found);
            }
        }
        return new Correlation(scores);
    }

    private static float[] bestOfColumns(Mat found) {
        float[] row = new float[found.cols()];
        float[] best = new float[found.cols()];
        Arrays.fill(best, -1);
        try (FloatPointer values = new FloatPointer(found.data())) {
            for (int y = 0; y < found.rows(); y++) {
                values.position((long) y * found.cols()).get(row);
                for (int x = 0; x < row.length; x++) {
                    best[x] = Math.max(best[x], row[x]);
                }
            }
        }
        return best;
    }
}
