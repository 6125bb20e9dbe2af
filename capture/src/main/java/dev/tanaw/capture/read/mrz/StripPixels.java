package dev.tanaw.capture.read.mrz;

import org.bytedeco.opencv.opencv_core.Mat;

/// A strip's pixels as the recogniser was trained with them: 0 for the darkest hundredth, 1 for the
/// lightest.
final class StripPixels {
    private static final double OUTER = 0.01;

    /// Least contrast, in levels: less is noise and is not blown up to look like ink.
    private static final int LEAST_CONTRAST = 5;

    private StripPixels() {}

    static float[] normalised(Mat strip) {
        byte[] pixels = new byte[strip.rows() * strip.cols()];
        strip.data().get(pixels);
        int[] histogram = new int[256];
        for (byte pixel : pixels) {
            histogram[pixel & 0xFF]++;
        }
        int outer = (int) (OUTER * pixels.length);
        int low = 0;
        for (int seen = histogram[low]; seen <= outer; seen += histogram[low]) {
            low++;
        }
        int high = 255;
        for (int seen = histogram[high]; seen <= outer; seen += histogram[high]) {
            high--;
        }
        float range = Math.max(high - low, LEAST_CONTRAST);
        float[] values = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            values[i] = Math.clamp(((pixels[i] & 0xFF) - low) / range, 0f, 1f);
        }
        return values;
    }
}
