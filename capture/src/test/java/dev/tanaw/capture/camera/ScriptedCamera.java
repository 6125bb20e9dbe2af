package dev.tanaw.capture.camera;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/// A camera that gives so many pictures and is then pulled out.
final class ScriptedCamera implements Camera {
    private final int pictures;
    private long number;
    private boolean closed;

    ScriptedCamera(int pictures) {
        this.pictures = pictures;
    }

    @Override
    public Frame read(FramePool pool) throws CameraException {
        if (number == pictures) {
            throw new CameraException(CameraException.Fault.DISCONNECTED, "pulled out");
        }
        Mat pixels = pool.take();
        pixels.create(720, 1280, opencv_core.CV_8UC3);
        return pool.frame(pixels, ++number, System.nanoTime());
    }

    boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
