package dev.tanaw.capture.camera;

import dev.tanaw.capture.event.CameraRole;
import java.util.ArrayDeque;
import org.bytedeco.opencv.opencv_core.Mat;

/// Native picture buffers that are used again, so that a camera at 30 frames a second allocates
/// nothing. Safe for any number of threads. Holds at most [#KEPT] idle buffers; what comes back
/// beyond that is released at once.
public final class FramePool implements AutoCloseable {
    static final int KEPT = 16;

    private final CameraRole role;
    private final ArrayDeque<Mat> idle = new ArrayDeque<>();
    private boolean closed;

    /// For the one camera of a station.
    public FramePool() {
        this(CameraRole.BOTH);
    }

    /// @param role of the camera that fills it
    public FramePool(CameraRole role) {
        this.role = role;
    }

    /// A buffer to write a picture into; its former size and content are whatever they were, OpenCV
    /// functions with an output argument reshape it. Hand it on with [#frame] or back with
    /// [#giveBack].
    public Mat take() {
        synchronized (idle) {
            Mat mat = idle.pollFirst();
            return mat == null ? new Mat() : mat;
        }
    }

    /// Wraps a filled buffer of [#take] as a frame with one share.
    public Frame frame(Mat filled, long number, long takenNanos) {
        return new Frame(this, role, filled, number, takenNanos);
    }

    public void giveBack(Mat mat) {
        synchronized (idle) {
            if (!closed && idle.size() < KEPT) {
                idle.addFirst(mat);
                return;
            }
        }
        mat.close();
    }

    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(Mat::close);
            idle.clear();
        }
    }
}
