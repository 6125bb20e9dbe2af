package dev.tanaw.capture.quality;

/// Bounds of one gate. A gate that passed before is held to the wider pair, so that a value on the
/// border does not make it flicker.
///
/// @param low lowest value to pass, in the gate's unit
/// @param high highest value to pass
/// @param slack how far outside a held gate may still be
public record Limit(double low, double high, double slack) {
    public Limit {
        if (!(low <= high) || !(slack >= 0)) {
            throw new IllegalArgumentException("limit %s..%s ± %s".formatted(low, high, slack));
        }
    }

    public static Limit atLeast(double low, double slack) {
        return new Limit(low, Double.POSITIVE_INFINITY, slack);
    }

    public static Limit atMost(double high, double slack) {
        return new Limit(Double.NEGATIVE_INFINITY, high, slack);
    }

    /// For a value that has not passed before.
    public boolean allows(double value) {
        return allows(value, false);
    }

    /// False for NaN and for the infinities: a division by nothing is no measurement.
    boolean allows(double value, boolean held) {
        double extra = held ? slack : 0;
        return Double.isFinite(value) && value >= low - extra && value <= high + extra;
    }

    /// The bound that the value is nearest to breaking, for people to compare with.
    double nearest(double value) {
        if (Double.isInfinite(high)) {
            return low;
        }
        if (Double.isInfinite(low)) {
            return high;
        }
        return value > (low + high) / 2 ? high : low;
    }
}
