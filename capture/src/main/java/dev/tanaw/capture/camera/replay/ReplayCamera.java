package dev.tanaw.capture.camera.replay;

import dev.tanaw.capture.camera.Camera;
import dev.tanaw.capture.camera.CameraDriver.Format;
import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.camera.FramePool;
import org.bytedeco.opencv.opencv_core.Mat;

/// A camera that looks at a [ReplayStage]: a desk on which documents are brought, held and taken
/// away, at a steady rate. What it shows is drawn, and it says so: its kind is
/// [dev.tanaw.capture.camera.CameraDriver.Kind#REPLAY].
public final class ReplayCamera implements Camera {
    private final ReplayStage stage;
    private final Scenery scenery;
    private final Pace pace;
    private long number;

    public ReplayCamera(ReplayStage stage, Format format) {
        this(stage, format, Pace.of(format.framesPerSecond()));
    }

    ReplayCamera(ReplayStage stage, Format format, Pace pace) {
        this.stage = stage;
        this.scenery = new Scenery(format.width(), format.height());
        this.pace = pace;
    }

    @Override
    public Frame read(FramePool pool) throws InterruptedException {
        long now = pace.next();
        Mat pixels = pool.take();
        scenery.draw(stage.at(now), ++number, pixels);
        return pool.frame(pixels, number, now);
    }

    @Override
    public void close() {
        scenery.close();
    }
}
