package dev.tanaw.capture.camera.ip;

import dev.tanaw.capture.camera.Camera;
import dev.tanaw.capture.camera.CameraException;
import dev.tanaw.capture.camera.CameraException.Fault;
import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.camera.FramePool;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/// A camera that serves JPEG pictures one after the other over HTTP (`multipart/x-mixed-replace`).
/// A thread of its own waits for the network and keeps the newest picture only; a camera that sends
/// nothing for two seconds is stalled, whatever its connection says.
public final class MjpegCamera implements Camera {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration STALLED = Duration.ofSeconds(2);

    /// A network may damage a picture; a camera that sends several in a row is of no use.
    private static final int BAD_IN_A_ROW = 10;

    private final InputStream stream;
    private final Thread network;

    /// One place: the newest picture wins, what is not decoded in time is skipped. An empty picture
    /// says that the stream ended.
    private final BlockingQueue<Part> newest = new ArrayBlockingQueue<>(1);

    private long number;

    private record Part(Optional<byte[]> jpeg, long takenNanos) {}

    private MjpegCamera(InputStream stream) {
        this.stream = stream;
        this.network = Thread.ofVirtual().name("mjpeg").start(this::receive);
    }

    /// Connects and waits for the answer's head.
    public static MjpegCamera open(URI url) throws CameraException, InterruptedException {
        // One client per connection: closing it is the only sure way to end a read that hangs.
        HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        try {
            HttpResponse<InputStream> response =
                    client.send(
                            HttpRequest.newBuilder(url).timeout(CONNECT).build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                response.body().close();
                throw new CameraException(
                        response.statusCode() == 401 || response.statusCode() == 403
                                ? Fault.DENIED
                                : Fault.NOT_FOUND,
                        "the camera answers " + response.statusCode());
            }
            return new MjpegCamera(response.body());
        } catch (ConnectException e) {
            throw new CameraException(Fault.NOT_FOUND, "nobody answers at the address", e);
        } catch (IOException e) {
            throw new CameraException(Fault.DISCONNECTED, "no connection: " + e.getMessage(), e);
        }
    }

    private void receive() {
        try (MjpegStream parts = new MjpegStream(stream)) {
            for (Optional<byte[]> part = parts.next(); part.isPresent(); part = parts.next()) {
                put(new Part(part, System.nanoTime()));
            }
        } catch (IOException ended) {
            // Told below: the reader learns that nothing more comes.
        }
        put(new Part(Optional.empty(), System.nanoTime()));
    }

    private void put(Part part) {
        newest.poll();
        newest.offer(part);
    }

    @Override
    public Frame read(FramePool pool) throws CameraException, InterruptedException {
        for (int bad = 0; bad < BAD_IN_A_ROW; bad++) {
            Part part = newest.poll(STALLED.toMillis(), TimeUnit.MILLISECONDS);
            if (part == null) {
                throw new CameraException(Fault.STALLED, "no picture for " + STALLED);
            }
            if (part.jpeg().isEmpty()) {
                throw new CameraException(Fault.DISCONNECTED, "the camera ended the connection");
            }
            Mat pixels = pool.take();
            if (decode(part.jpeg().get(), pixels)) {
                return pool.frame(pixels, ++number, part.takenNanos());
            }
            pool.giveBack(pixels);
        }
        throw new CameraException(Fault.BAD_PICTURE, BAD_IN_A_ROW + " damaged pictures in a row");
    }

    private static boolean decode(byte[] jpeg, Mat into) {
        try (BytePointer bytes = new BytePointer(jpeg);
                Mat encoded = new Mat(1, jpeg.length, opencv_core.CV_8U, bytes)) {
            opencv_imgcodecs.imdecode(encoded, opencv_imgcodecs.IMREAD_COLOR, into);
            return !into.empty();
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException alreadyGone) {
            network.interrupt();
        }
    }
}
