package dev.tanaw.capture.camera.ip;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// A network camera in a process of its own: the nearest thing to hardware that a test can pull
/// out.
final class CameraProcess implements AutoCloseable {
    private final Process process;
    private final int port;

    private CameraProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// @param port to listen on, 0 for any
    static CameraProcess start(int port) {
        try {
            Process process =
                    new ProcessBuilder(
                                    List.of(
                                            Path.of(System.getProperty("java.home"), "bin", "java")
                                                    .toString(),
                                            "-XX:TieredStopAtLevel=1",
                                            "-cp",
                                            System.getProperty("java.class.path"),
                                            CameraServer.class.getName(),
                                            String.valueOf(port)))
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            try (BufferedReader out =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.US_ASCII))) {
                return new CameraProcess(process, Integer.parseInt(out.readLine()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /// @param path `/ok`, or one of the faults that [CameraServer] knows
    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        pullOut();
    }

    /// As when its cable is pulled.
    void pullOut() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
