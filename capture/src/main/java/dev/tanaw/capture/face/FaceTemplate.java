package dev.tanaw.capture.face;

import java.util.Arrays;

/// What a network makes of a face: 128 numbers that lie near each other for pictures of one person.
/// Personal: it lives as long as the pictures it was made of, and is never sent or written.
public final class FaceTemplate {
    static final int SIZE = 128;

    private final float[] values;

    FaceTemplate(float[] values) {
        if (values.length != SIZE) {
            throw new IllegalArgumentException("a template of %d numbers".formatted(values.length));
        }
        this.values = values.clone();
    }

    /// Euclidean; 0 for the same picture, about 0.3 to 0.6 for one person, mostly more for two.
    public double distance(FaceTemplate other) {
        double sum = 0;
        for (int i = 0; i < SIZE; i++) {
            double difference = values[i] - other.values[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    /// Forgets the face.
    public void wipe() {
        Arrays.fill(values, Float.NaN);
    }

    @Override
    public String toString() {
        return "FaceTemplate";
    }
}
