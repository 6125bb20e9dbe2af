package dev.tanaw.capture.site;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.indexer.DoubleRawIndexer;
import org.bytedeco.javacpp.indexer.UByteRawIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/// The light of a room, from the frames of an empty desk over a second or two. All frames have one
/// size. One thread.
public final class RoomLight implements AutoCloseable {
    /// Fields of the desk that are compared: large against the grain of wood.
    private static final int ACROSS = 4;

    private static final int DOWN = 3;

    private final Mat grey = new Mat();
    private final Mat rows = new Mat();
    private final Mat fields = new Mat();
    private final List<double[]> profiles = new ArrayList<>();
    private final double[] fieldSums = new double[ACROSS * DOWN];

    /// @param frames how many there were
    /// @param level mean luma, 0 to 1
    /// @param evenness darkest of twelve fields of the desk against the brightest, 0 to 1; a
    ///   pattern of the desk counts as light
    /// @param flicker standard deviation of the frames' means, as a share of the level
    /// @param banding the same of the picture's rows within a frame, against what that row usually
    ///   is and how bright the frame is: lamps on mains power seen by a rolling shutter
    public record Measured(
            int frames, double level, double evenness, double flicker, double banding) {}

    /// @param bgr 8UC3
    /// @throws IllegalArgumentException when its height is another than before
    public void add(Mat bgr) {
        opencv_imgproc.cvtColor(bgr, grey, opencv_imgproc.COLOR_BGR2GRAY);
        opencv_core.reduce(grey, rows, 1, opencv_core.REDUCE_AVG, opencv_core.CV_64F);
        double[] profile = new double[rows.rows()];
        try (DoubleRawIndexer values = rows.createIndexer()) {
            for (int y = 0; y < profile.length; y++) {
                profile[y] = values.get(y, 0);
            }
        }
        if (!profiles.isEmpty() && profiles.getFirst().length != profile.length) {
            throw new IllegalArgumentException(
                    "a frame of %d rows after one of %d"
                            .formatted(profile.length, profiles.getFirst().length));
        }
        profiles.add(profile);
        addFields();
    }

    private void addFields() {
        try (Size few = new Size(ACROSS, DOWN)) {
            opencv_imgproc.resize(grey, fields, few, 0, 0, opencv_imgproc.INTER_AREA);
        }
        try (UByteRawIndexer values = fields.createIndexer()) {
            for (int i = 0; i < fieldSums.length; i++) {
                fieldSums[i] += values.get(i / ACROSS, i % ACROSS);
            }
        }
    }

    /// NaN where there is nothing to divide by: no frame, or none that is not black.
    public Measured measured() {
        double[] means = profiles.stream().mapToDouble(RoomLight::mean).toArray();
        double level = mean(means);
        double darkest = Double.POSITIVE_INFINITY;
        double brightest = 0;
        for (double sum : fieldSums) {
            darkest = Math.min(darkest, sum);
            brightest = Math.max(brightest, sum);
        }
        return new Measured(
                profiles.size(),
                level / 255,
                brightest > 0 ? darkest / brightest : Double.NaN,
                level > 0 ? deviation(means, level) / level : Double.NaN,
                banding(means));
    }

    private double banding(double[] means) {
        double[] usual = usual();
        double sum = 0;
        int count = 0;
        for (int frame = 0; frame < means.length; frame++) {
            double brighter = means[frame] / mean(usual);
            for (int y = 0; y < usual.length; y++) {
                if (usual[y] > 0 && brighter > 0) {
                    double odd = profiles.get(frame)[y] / (usual[y] * brighter) - 1;
                    sum += odd * odd;
                    count++;
                }
            }
        }
        return count > 0 ? Math.sqrt(sum / count) : Double.NaN;
    }

    /// The mean of each row over all frames.
    private double[] usual() {
        int height = profiles.isEmpty() ? 0 : profiles.getFirst().length;
        double[] usual = new double[height];
        for (double[] profile : profiles) {
            for (int y = 0; y < height; y++) {
                usual[y] += profile[y] / profiles.size();
            }
        }
        return usual;
    }

    /// NaN of nothing.
    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }

    @Override
    public void close() {
        grey.close();
        rows.close();
        fields.close();
    }
}
