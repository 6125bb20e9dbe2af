package dev.tanaw.capture.camera.replay;

import dev.tanaw.capture.camera.Camera;
import dev.tanaw.capture.camera.CameraDriver.Format;
import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.camera.FramePool;
import dev.tanaw.capture.locate.Quad;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/// A camera that looks at a [ReplayStage]: a desk on which documents are brought, held and taken
/// away, at a steady rate. What it shows is drawn, and it says so: its kind is
/// [dev.tanaw.capture.camera.CameraDriver.Kind#REPLAY].
public final class ReplayCamera implements Camera {
    private final ReplayStage stage;
    private final Scenery scenery;
    private final Pace pace;
    private long number;
    private List<Quad> documents = List.of();

    public ReplayCamera(ReplayStage stage, Format format) {
        this(stage, format, Tempo.real());
    }

    public ReplayCamera(ReplayStage stage, Format format, Tempo tempo) {
        this(stage, format, tempo, Room.USUAL);
    }

    public ReplayCamera(ReplayStage stage, Format format, Tempo tempo, Room room) {
        this(
                stage,
                new Scenery(format.width(), format.height(), room),
                Pace.of(format.framesPerSecond(), tempo));
    }

    ReplayCamera(ReplayStage stage, Scenery scenery, Pace pace) {
        this.stage = stage;
        this.scenery = scenery;
        this.pace = pace;
    }

    /// Where whole documents are in the frame that was read last.
    public List<Quad> documents() {
        return documents;
    }

    @Override
    public Frame read(FramePool pool) throws InterruptedException {
        long now = pace.next();
        Mat pixels = pool.take();
        documents = scenery.draw(stage.at(now), ++number, pixels);
        return pool.frame(pixels, number, now);
    }

    @Override
    public void close() {
        scenery.close();
    }
}
