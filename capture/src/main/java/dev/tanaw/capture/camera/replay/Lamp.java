package dev.tanaw.capture.camera.replay;

import org.bytedeco.javacpp.indexer.UByteRawIndexer;
import org.bytedeco.opencv.opencv_core.Mat;

/// How a person's face is lit.
public enum Lamp {
    GOOD,
    /// The light is behind the person.
    BEHIND,
    /// From one side alone.
    SIDE;

    /// How much of the light a face before a window keeps; a starting value.
    private static final double LEFT_OVER = 0.16;

    /// Changes the picture.
    void on(Mat picture) {
        try (UByteRawIndexer pixels = picture.createIndexer()) {
            for (int x = 0; x < picture.cols(); x++) {
                double light = share((double) x / picture.cols());
                for (int y = 0; y < picture.rows(); y++) {
                    for (int channel = 0; channel < 3; channel++) {
                        int value = (int) Math.round(light * pixels.get(y, x, channel));
                        pixels.put(y, x, channel, value);
                    }
                }
            }
        }
    }

    /// @param across 0 at the left edge of the picture, 1 at the right
    private double share(double across) {
        return switch (this) {
            case GOOD -> 1;
            case BEHIND -> LEFT_OVER;
            // The face lies in the middle fifth.
            case SIDE -> Math.clamp((0.56 - across) / 0.14, 0.03, 1);
        };
    }
}
