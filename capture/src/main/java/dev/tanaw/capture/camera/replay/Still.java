package dev.tanaw.capture.camera.replay;

import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import dev.tanaw.capture.camera.replay.ReplayStage.Scene;
import java.time.Duration;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;

/// Single pictures of documents held before the replay camera. One thread.
public final class Still implements AutoCloseable {
    private static final Segment HELD = new Segment.Hold(Duration.ofDays(1));

    private final Scenery scenery;

    public Still(int width, int height) {
        this.scenery = new Scenery(width, height);
    }

    /// @param number another one, another moment: the hand trembles and the sensor is noisy
    /// @return 8UC3; the caller closes it
    public Mat draw(Prop prop, long number) {
        Mat frame = new Mat();
        Scene scene = new Scene(HELD, Optional.of(prop), Optional.empty(), 1, number * 0.37);
        scenery.draw(scene, number, frame);
        return frame;
    }

    @Override
    public void close() {
        scenery.close();
    }
}
