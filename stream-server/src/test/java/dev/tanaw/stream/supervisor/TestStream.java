package dev.tanaw.stream.supervisor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/// A server that keeps to the protocol, and can break it on command: falls silent, says goodbye,
/// tells of gaps. Serves the page with the headers that the product sends.
final class TestStream implements AutoCloseable {
    private static final Map<String, String> KINDS =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "svg", "image/svg+xml");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String epoch;
    private final Duration heartbeat;
    private final List<ObjectNode> log = new ArrayList<>();
    private final List<String> asides = new ArrayList<>();
    private boolean closed;
    private boolean mute;
    private int connections;

    private TestStream(HttpServer server, String epoch, Duration heartbeat) {
        this.server = server;
        this.epoch = epoch;
        this.heartbeat = heartbeat;
    }

    static TestStream start(int port, String epoch, Duration heartbeat) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            TestStream stream = new TestStream(server, epoch, heartbeat);
            server.setExecutor(stream.threads);
            server.createContext("/", stream::page);
            server.createContext("/stations/stream", stream::follow);
            server.createContext("/face/sessions/", stream::history);
            server.start();
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    synchronized int connections() {
        return connections;
    }

    synchronized void publish(ObjectNode envelope) {
        log.add(envelope);
        notifyAll();
    }

    /// A control frame to everybody who is connected.
    synchronized void aside(String event, String data) {
        asides.add("event: %s\ndata: %s\n\n".formatted(event, Tale.read(data)));
        notifyAll();
    }

    void beat() {
        aside("stream_beat", "{'head':'%s'}".formatted(id(head())));
    }

    /// New connections are accepted, and hear nothing.
    synchronized void mute(boolean silent) {
        mute = silent;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        server.stop(0);
        threads.shutdownNow();
    }

    private synchronized int head() {
        return log.size();
    }

    private String id(int offset) {
        return epoch + "-" + offset;
    }

    private void follow(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            int told = open(out, exchange);
            int aside = count();
            while (true) {
                String next;
                synchronized (this) {
                    connections = Math.max(connections, 1);
                    while (!closed && (mute || (told == log.size() && aside == asides.size()))) {
                        wait();
                    }
                    if (closed) {
                        return;
                    }
                    next = told < log.size() ? frame(told++) : asides.get(aside++);
                }
                out.write(next.getBytes(UTF_8));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized int count() {
        return asides.size();
    }

    /// The opening frames; returns how many events they cover.
    private synchronized int open(OutputStream out, HttpExchange exchange) throws IOException {
        connections++;
        Optional<String> position =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Last-Event-ID"))
                        .or(() ->
                                Optional.ofNullable(exchange.getRequestURI().getQuery())
                                        .filter(query -> query.startsWith("last_event_id="))
                                        .map(query -> query.substring("last_event_id=".length())));
        Optional<Integer> after =
                position.filter(id -> id.startsWith(epoch + "-"))
                        .map(id -> Integer.parseInt(id.substring(epoch.length() + 1)))
                        .filter(offset -> offset > 0);
        String mode =
                after.map(offset -> offset == log.size() ? "live" : "replay")
                        .orElse(position.isPresent() ? "reset" : "snapshot");
        StringBuilder opening = new StringBuilder();
        opening.append(
                "retry: 200\nid: %s\nevent: stream_open\ndata: ".formatted(id(after.orElse(0))));
        opening.append(
                "{\"epoch\":\"%s\",\"mode\":\"%s\",\"heartbeat_ms\":%d,\"server_time\":\"%s\"}\n\n"
                        .formatted(epoch, mode, heartbeat.toMillis(), Instant.now()));
        if (mode.equals("reset")) {
            opening.append("event: stream_reset\ndata: {\"epoch\":\"%s\"}\n\n".formatted(epoch));
        }
        int covered = after.orElse(log.size());
        if (after.isEmpty()) {
            opening.append(snapshot(covered));
        }
        if (mute) {
            return covered;
        }
        out.write(opening.toString().getBytes(UTF_8));
        out.flush();
        return covered;
    }

    private String snapshot(int covered) {
        Map<String, ObjectNode> newest = new LinkedHashMap<>();
        for (ObjectNode envelope : log) {
            String key = key(envelope);
            newest.remove(key);
            newest.put(key, envelope);
        }
        return "id: %s\nevent: snapshot\ndata: {\"offset\":\"%s\",\"session\":null,\"events\":%s}\n\n"
                .formatted(id(covered), id(covered), newest.values());
    }

    private static String key(ObjectNode envelope) {
        String type = envelope.path("type").asText();
        var data = envelope.path("data");
        String part =
                switch (type) {
                    case "extraction_field" -> data.path("side") + ":" + data.path("field");
                    case "quality_gate_passed", "quality_gate_failed" ->
                            data.path("side") + ":" + data.path("gate");
                    case "problem", "warning" -> data.path("code").toString();
                    case "quality_update", "state_change" -> "";
                    default -> data.path("side").toString();
                };
        String kind =
                type.startsWith("quality_gate")
                        ? "gate"
                        : type.startsWith("camera") ? "camera" : type;
        return envelope.path("station") + "/" + envelope.path("session") + "/" + kind + "/" + part;
    }

    private String frame(int place) {
        ObjectNode envelope = log.get(place);
        return "id: %s\nevent: %s\ndata: %s\n\n"
                .formatted(id(place + 1), envelope.path("type").asText(), envelope);
    }

    private void history(HttpExchange exchange) throws IOException {
        String session = exchange.getRequestURI().getPath().split("/", -1)[3];
        Predicate<ObjectNode> own = envelope -> envelope.path("session").asText().equals(session);
        StringBuilder lines = new StringBuilder();
        synchronized (this) {
            log.stream().filter(own).forEach(envelope -> lines.append(envelope).append('\n'));
        }
        answer(exchange, 200, "application/x-ndjson", lines.toString().getBytes(UTF_8));
    }

    private void page(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String file = path.equals("/") ? "/index.html" : path;
        try (InputStream resource = TestStream.class.getResourceAsStream("/supervisor" + file)) {
            if (resource == null) {
                answer(exchange, 404, "text/plain", "not here".getBytes(UTF_8));
                return;
            }
            String kind = file.substring(file.lastIndexOf('.') + 1);
            answer(exchange, 200, KINDS.getOrDefault(kind, "text/plain"), resource.readAllBytes());
        }
    }

    private static void answer(HttpExchange exchange, int status, String kind, byte[] bytes)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", kind);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders()
                .set("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
