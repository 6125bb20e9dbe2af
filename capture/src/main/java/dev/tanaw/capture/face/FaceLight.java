package dev.tanaw.capture.face;

import org.bytedeco.javacpp.indexer.UByteRawIndexer;
import org.bytedeco.opencv.opencv_core.Mat;

/// How a face is lit.
///
/// @param mean luminance, 0 to 1
/// @param variance of luminance, 0 to 0.25
/// @param under share of the face darker than 26 of 255
/// @param over share of the face brighter than 246 of 255
/// @param bits entropy of the histogram, 0 to 8
/// @param evenness what the histograms of the left and right half have in common, 0 to 1
record FaceLight(
        double mean, double variance, double under, double over, double bits, double evenness) {
    private static final int LEVELS = 256;

    /// The bounds of ISO/IEC 29794-5.
    private static final int DARK = 25;

    private static final int BRIGHT = 247;

    static final FaceLight UNKNOWN =
            new FaceLight(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /// @param grey 8UC1, the face upright and in the middle
    /// @param mask 8UC1 of the same size, not 0 where the face is
    static FaceLight of(Mat grey, Mat mask) {
        int[][] halves = new int[2][LEVELS];
        try (UByteRawIndexer light = grey.createIndexer();
                UByteRawIndexer face = mask.createIndexer()) {
            for (int y = 0; y < grey.rows(); y++) {
                for (int x = 0; x < grey.cols(); x++) {
                    if (face.get(y, x) != 0) {
                        halves[2 * x / grey.cols()][light.get(y, x)]++;
                    }
                }
            }
        }
        return of(halves[0], halves[1]);
    }

    private static FaceLight of(int[] left, int[] right) {
        double lefts = sum(left);
        double rights = sum(right);
        if (lefts == 0 || rights == 0) {
            return UNKNOWN;
        }
        double mean = 0;
        double square = 0;
        double under = 0;
        double over = 0;
        double bits = 0;
        double evenness = 0;
        for (int level = 0; level < LEVELS; level++) {
            double share = (left[level] + right[level]) / (lefts + rights);
            double value = level / (LEVELS - 1.0);
            mean += share * value;
            square += share * value * value;
            under += level <= DARK ? share : 0;
            over += level >= BRIGHT ? share : 0;
            bits -= share > 0 ? share * Math.log(share) / Math.log(2) : 0;
            evenness += Math.min(left[level] / lefts, right[level] / rights);
        }
        return new FaceLight(mean, square - mean * mean, under, over, bits, evenness);
    }

    private static double sum(int[] histogram) {
        double sum = 0;
        for (int count : histogram) {
            sum += count;
        }
        return sum;
    }
}
