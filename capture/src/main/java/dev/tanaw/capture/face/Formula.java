package dev.tanaw.capture.face;

/// From a measured value to a score of 0 to 100, as the open reference implementation of ISO/IEC
/// 29794-5 (OFIQ) publishes it. NaN stays NaN.
final class Formula {
    private Formula() {}

    private static double logistic(double value, double middle, double width) {
        return 1 / (1 + Math.exp(-(value - middle) / width));
    }

    /// Rises around the middle.
    static double rising(double value, double middle, double width) {
        return 100 * logistic(value, middle, width);
    }

    static double falling(double value, double middle, double width) {
        return 100 * (1 - logistic(value, middle, width));
    }

    /// h·(a − σ) for what should be as small as it can be.
    static double least(double value, double height, double top, double middle, double width) {
        return clamp(height * (top - logistic(value, middle, width)));
    }

    /// Neither dark nor bright; the mean as a share of white.
    static double luminance(double mean) {
        return 100 * logistic(mean, 0.2, 0.05) * (1 - logistic(mean, 0.8, 0.05));
    }

    static double variance(double variance) {
        return 100 * Math.sin(Math.PI * 60 * variance / (60 * variance + 1));
    }

    static double overExposure(double share) {
        return clamp(1 / (share + 0.01));
    }

    static double dynamicRange(double bits) {
        return clamp(12.5 * bits);
    }

    static double uniformity(double overlap) {
        return 100 * Math.pow(overlap, 0.3);
    }

    static double angle(double degrees) {
        double cosine = Math.max(0, Math.cos(Math.toRadians(degrees)));
        return 100 * cosine * cosine;
    }

    static double clamp(double score) {
        return Double.isNaN(score) ? score : Math.clamp(score, 0, 100);
    }
}
