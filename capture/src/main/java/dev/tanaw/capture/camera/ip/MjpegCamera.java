package dev.tanaw.capture.camera.ip;

import dev.tanaw.capture.camera.Camera;
import dev.tanaw.capture.camera.CameraException;
import dev.tanaw.capture.camera.CameraException.Fault;
import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.camera.FramePool;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.time.Duration;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/// A camera that serves MJPEG over HTTP. A virtual thread waits on the socket, so that a camera
/// that falls silent is noticed in time; whoever reads decodes only the newest picture.
final class MjpegCamera implements Camera {
    static final Duration PATIENCE = Duration.ofSeconds(2);

    /// Bad pictures in a row before the camera counts as broken.
    private static final int TOLERATED = 5;

    private static final long MOST_PIXELS = 40_000_000;

    private final String name;
    private final HttpClient client;
    private final InputStream body;
    private final Incoming incoming = new Incoming();

    /// @param name for messages: the address without what is secret in it
    MjpegCamera(String name, HttpClient client, InputStream body, String boundary) {
        this.name = name;
        this.client = client;
        this.body = body;
        Multipart parts = new Multipart(body, boundary);
        Thread.ofVirtual().name("mjpeg").start(() -> receive(parts));
    }

    private void receive(Multipart parts) {
        try {
            while (true) {
                incoming.put(parts.next());
            }
        } catch (IOException e) {
            incoming.end(e);
        }
    }

    @Override
    public Frame read(FramePool pool) throws CameraException, InterruptedException {
        for (int bad = 0; bad < TOLERATED; bad++) {
            byte[] picture = newest();
            long now = System.nanoTime();
            Mat pixels = pool.take();
            if (decode(picture, pixels)) {
                return pool.frame(pixels, incoming.number(), now);
            }
            pool.giveBack(pixels);
        }
        throw new CameraException(
                Fault.BAD_PICTURE, name + " sent " + TOLERATED + " damaged pictures in a row");
    }

    private byte[] newest() throws CameraException, InterruptedException {
        try {
            return incoming.take(PATIENCE)
                    .orElseThrow(() ->
                            new CameraException(
                                    Fault.STALLED, name + " sent no picture for " + PATIENCE));
        } catch (IOException e) {
            throw new CameraException(Fault.DISCONNECTED, name + ": " + e.getMessage(), e);
        }
    }

    private static boolean decode(byte[] picture, Mat pixels) {
        if (!Jpeg.whole(picture, MOST_PIXELS)) {
            return false;
        }
        try (BytePointer bytes = new BytePointer(picture);
                Mat encoded = new Mat(1, picture.length, opencv_core.CV_8U, bytes)) {
            // Decodes into the same buffer as long as the size stays; a share of it comes back.
            try (Mat same =
                    opencv_imgcodecs.imdecode(encoded, opencv_imgcodecs.IMREAD_COLOR, pixels)) {
                return !same.empty() && pixels.channels() == 3;
            }
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException _) {
            // It is gone either way.
        }
        client.shutdownNow();
    }
}
