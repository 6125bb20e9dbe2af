package dev.tanaw.stream.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// The stream server as a process of its own, published to over HTTP.
final class HubTarget implements Target {
    private static final byte[] BEFORE = "{\"type\":\"state_change\",\"data\":".getBytes(US_ASCII);

    private final Process process;
    private final BufferedReader says;
    private final int port;
    private final HttpPublisher publisher;

    HubTarget() {
        try {
            process =
                    new ProcessBuilder(
                                    List.of(
                                            Path.of(System.getProperty("java.home"), "bin", "java")
                                                    .toString(),
                                            "-XX:+UseSerialGC",
                                            "-Xmx512m",
                                            "-XX:TrimNativeHeapInterval=5000",
                                            "-cp",
                                            System.getProperty("java.class.path"),
                                            HubProcess.class.getName()))
                            .redirectError(Redirect.INHERIT)
                            .start();
            says = process.inputReader(US_ASCII);
            port = Integer.parseInt(says.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        publisher = new HttpPublisher(port, session -> "/face/sessions/" + session + "/events");
    }

    /// In bytes.
    long heapAfterCollection() throws IOException {
        process.outputWriter(US_ASCII).append("gc\n").flush();
        return Long.parseLong(says.readLine());
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void publish(String session, byte[] json) {
        byte[] body = new byte[BEFORE.length + json.length + 1];
        System.arraycopy(BEFORE, 0, body, 0, BEFORE.length);
        System.arraycopy(json, 0, body, BEFORE.length, json.length);
        body[body.length - 1] = '}';
        publisher.publish(session, body);
    }

    /// Publishing does not wait for the answers.
    @Override
    public void awaitSessions(int count) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest stats =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:%d/face/stream/stats"
                                                    .formatted(port)))
                            .build();
            String there = "\"sessions\":" + count + ",";
            while (!client.send(stats, BodyHandlers.ofString()).body().contains(there)) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        }
    }

    @Override
    public Stream<ProcessHandle> processes() {
        return Stream.of(process.toHandle());
    }

    @Override
    public void close() {
        publisher.close();
        process.destroy();
    }
}
