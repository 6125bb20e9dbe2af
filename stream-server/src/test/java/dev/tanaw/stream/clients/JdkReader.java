package dev.tanaw.stream.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Follows with nothing but the JDK, until its thread is interrupted.
final class JdkReader implements Runnable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI stream;
    private final Consumer<String> told;
    private String last = "";

    JdkReader(URI stream, Consumer<String> told) {
        this.stream = stream;
        this.told = told;
    }

    @Override
    public void run() {
        try {
            while (!Thread.interrupted()) {
                connect();
                Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextInt(500, 1000)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void connect() throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(stream);
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        try (Stream<String> lines = client.send(request.build(), BodyHandlers.ofLines()).body()) {
            read(lines.iterator());
        } catch (IOException | UncheckedIOException e) {
            System.getLogger("stream").log(System.Logger.Level.DEBUG, "not live", e);
        }
    }

    /// The last line of a connection that was cut may be half a line: only what a blank line ends
    /// counts.
    private void read(Iterator<String> lines) {
        String id = "";
        String data = "";
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            } else if (line.isEmpty() && !data.isEmpty()) {
                told.accept(data);
                last = id.isEmpty() ? last : id;
                id = "";
                data = "";
            }
        }
    }
}
