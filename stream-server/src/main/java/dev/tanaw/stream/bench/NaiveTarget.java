package dev.tanaw.stream.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.Javalin;
import io.javalin.http.sse.SseClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// What one would write first: Javalin's own `sse()` and a list of clients, the publisher sends to
/// each. No positions, no replay.
final class NaiveTarget implements Target {
    private static final String ALL = "*";

    private final Map<String, List<SseClient>> clients = new ConcurrentHashMap<>();
    private final Javalin javalin =
            Javalin.create(
                            settings -> {
                                settings.startup.showJavalinBanner = false;
                                settings.jetty.host = "127.0.0.1";
                                settings.jetty.port = 0;
                                settings.routes.sse(
                                        "/face/stream/{id}",
                                        client -> keep(client.ctx().pathParam("id"), client));
                                settings.routes.sse(
                                        "/stations/stream", client -> keep(ALL, client));
                            })
                    .start();
    private long offset;

    private void keep(String topic, SseClient client) {
        client.keepAlive();
        client.sendEvent("stream_open", "{}", "0");
        clients.computeIfAbsent(topic, _ -> new CopyOnWriteArrayList<>()).add(client);
    }

    @Override
    public int port() {
        return javalin.port();
    }

    @Override
    public void publish(String session, byte[] json) {
        String id = Long.toString(++offset);
        String data = new String(json, UTF_8);
        clients.getOrDefault(session, List.of())
                .forEach(client -> client.sendEvent("state_change", data, id));
        clients.getOrDefault(ALL, List.of())
                .forEach(client -> client.sendEvent("state_change", data, id));
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
