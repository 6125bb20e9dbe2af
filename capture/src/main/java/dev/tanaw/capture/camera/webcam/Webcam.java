package dev.tanaw.capture.camera.webcam;

import com.github.sarxos.webcam.WebcamDevice;
import dev.tanaw.capture.camera.Camera;
import dev.tanaw.capture.camera.CameraException;
import dev.tanaw.capture.camera.CameraException.Fault;
import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.camera.FramePool;
import java.awt.Dimension;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;
import org.bytedeco.opencv.opencv_core.Mat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An opened webcam. The library hands out the last picture again for as long as no newer one has
/// come, also after the camera was pulled out; a sensor never delivers the same bytes twice, so a
/// checksum tells a new picture from an old one.
final class Webcam implements Camera {
    private static final Logger LOG = LoggerFactory.getLogger(Webcam.class);

    /// Without a new picture for so long it counts as stalled.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration CALL = PATIENCE.plusSeconds(1);
    private static final long POLL_NANOS = 4_000_000;

    private final String name;
    private final WebcamDevice device;
    private final WebcamDevice.BufferAccess buffers;
    private final Bounded thread;
    private final long restNanos;
    private final CRC32C checksum = new CRC32C();
    private long last;
    private long number;

    /// @param buffers the same device, as the source of raw pictures
    /// @param thread on which the device was opened; closed with the camera
    /// @param restNanos after a picture during which no other is to be expected
    Webcam(
            String name,
            WebcamDevice device,
            WebcamDevice.BufferAccess buffers,
            Bounded thread,
            long restNanos) {
        this.name = name;
        this.device = device;
        this.buffers = buffers;
        this.thread = thread;
        this.restNanos = restNanos;
    }

    @Override
    public Frame read(FramePool pool) throws CameraException, InterruptedException {
        Mat pixels = pool.take();
        // When the call never returns, it keeps this buffer: it may still write into it.
        boolean fresh = thread.call(name, CALL, () -> grab(pixels));
        if (fresh) {
            return pool.frame(pixels, ++number, System.nanoTime());
        }
        pool.giveBack(pixels);
        throw new CameraException(
                Fault.STALLED,
                name + " gave no new picture for " + PATIENCE + "; is its shutter closed?");
    }

    /// Waits for a new picture.
    private boolean grab(Mat pixels) throws InterruptedException {
        long began = System.nanoTime();
        if (number > 0) {
            TimeUnit.NANOSECONDS.sleep(restNanos);
        }
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            ByteBuffer rgb = buffers.getImageBytes();
            if (rgb != null && isNew(rgb)) {
                Dimension size = device.getResolution();
                RgbPicture.convert(rgb, size.width, size.height, pixels);
                return true;
            }
            TimeUnit.NANOSECONDS.sleep(POLL_NANOS);
        }
        return false;
    }

    private boolean isNew(ByteBuffer rgb) {
        checksum.reset();
        checksum.update(rgb.duplicate().clear());
        boolean fresh = number == 0 || checksum.getValue() != last;
        last = checksum.getValue();
        return fresh;
    }

    @Override
    public void close() {
        try (thread) {
            thread.call(
                    "closing " + name,
                    PATIENCE,
                    () -> {
                        device.close();
                        return true;
                    });
        } catch (CameraException e) {
            LOG.warn("{}; it is left behind", e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
