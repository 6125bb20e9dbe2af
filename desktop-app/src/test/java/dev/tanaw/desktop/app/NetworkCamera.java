package dev.tanaw.desktop.app;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/// An MJPEG camera on loopback that shows what a test gives it, 30 pictures a second.
final class NetworkCamera implements AutoCloseable {
    private static final long PERIOD_NANOS = 33_000_000;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private NetworkCamera(HttpServer server) {
        this.server = server;
    }

    /// @param pictures the JPEG of each number from 0; the line breaks off at the first empty one
    static NetworkCamera showing(IntFunction<byte[]> pictures) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        NetworkCamera camera = new NetworkCamera(server);
        server.setExecutor(camera.threads);
        server.createContext(
                "/",
                exchange -> {
                    exchange.getResponseHeaders()
                            .set("Content-Type", "multipart/x-mixed-replace; boundary=cut");
                    exchange.sendResponseHeaders(200, 0);
                    try (OutputStream out = exchange.getResponseBody()) {
                        stream(pictures, out);
                    }
                });
        server.start();
        return camera;
    }

    /// A picture of one grey.
    static byte[] plain(int grey) {
        try (Mat picture = new Mat(720, 1280, opencv_core.CV_8UC3, Scalar.all(grey));
                BytePointer jpeg = new BytePointer()) {
            opencv_imgcodecs.imencode(".jpg", picture, jpeg);
            byte[] bytes = new byte[(int) jpeg.limit()];
            jpeg.get(bytes);
            return bytes;
        }
    }

    private static void stream(IntFunction<byte[]> pictures, OutputStream out) throws IOException {
        long due = System.nanoTime();
        for (int number = 0; ; number++) {
            byte[] picture = pictures.apply(number);
            if (picture.length == 0) {
                return;
            }
            String head =
                    "--cut\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n"
                            .formatted(picture.length);
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(picture);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            due += PERIOD_NANOS;
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    String address() {
        return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
