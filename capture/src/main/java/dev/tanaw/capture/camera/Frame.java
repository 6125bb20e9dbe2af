package dev.tanaw.capture.camera;

import dev.tanaw.capture.event.CameraRole;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.opencv.opencv_core.Mat;

/// One picture from a camera, 8-bit BGR, with the monotonic time at which it was taken.
///
/// The pixels live in a native buffer that belongs to a [FramePool]. Whoever receives a frame owns
/// one share of it and closes it once; the buffer goes back to the pool with the last share.
/// Reading the pixels is safe from any thread that holds a share; nobody writes to them after
/// publication.
public final class Frame implements AutoCloseable {
    private final FramePool pool;
    private final CameraRole role;
    private final Mat pixels;
    private final long number;
    private final long takenNanos;
    private final AtomicInteger shares = new AtomicInteger(1);

    Frame(FramePool pool, CameraRole role, Mat pixels, long number, long takenNanos) {
        this.pool = pool;
        this.role = role;
        this.pixels = pixels;
        this.number = number;
        this.takenNanos = takenNanos;
    }

    /// 8UC3, blue-green-red, rows top to bottom. Valid while a share is held.
    public Mat pixels() {
        return pixels;
    }

    /// What the camera that took it is there for.
    public CameraRole role() {
        return role;
    }

    /// Counts up from 1 for each opened camera; a hole means a frame that nobody took.
    public long number() {
        return number;
    }

    /// [System#nanoTime] when the driver delivered the picture.
    public long takenNanos() {
        return takenNanos;
    }

    public int width() {
        return pixels.cols();
    }

    public int height() {
        return pixels.rows();
    }

    public Duration age(long nowNanos) {
        return Duration.ofNanos(nowNanos - takenNanos);
    }

    /// One more share for one more owner, who must close it.
    public Frame share() {
        if (shares.getAndUpdate(n -> n == 0 ? 0 : n + 1) == 0) {
            throw new IllegalStateException("frame " + number + " was already given back");
        }
        return this;
    }

    @Override
    public void close() {
        int left = shares.decrementAndGet();
        if (left < 0) {
            throw new IllegalStateException("frame " + number + " closed more often than shared");
        }
        if (left == 0) {
            pool.giveBack(pixels);
        }
    }
}
