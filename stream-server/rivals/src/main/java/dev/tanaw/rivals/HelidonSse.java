package dev.tanaw.rivals;

import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/// Helidon with its own server-sent events, a virtual thread per reader: whoever publishes sends to
/// each. `POST /pub/{session}`, `GET /sub/{session}`, `GET /sub/*` for all. Prints its port.
public final class HelidonSse {
    private static final String ALL = "*";

    private final Map<String, List<Reader>> readers = new ConcurrentHashMap<>();
    private final Map<String, String> last = new ConcurrentHashMap<>();
    private final AtomicLong offset = new AtomicLong();

    private record Reader(SseSink sink, CountDownLatch gone) {
        /// A sink is not for two threads at a time.
        synchronized void send(SseEvent event) {
            try {
                sink.emit(event);
            } catch (RuntimeException e) {
                gone.countDown();
            }
        }
    }

    private HelidonSse() {}

    public static void main(String[] args) {
        HelidonSse server = new HelidonSse();
        WebServer web =
                WebServer.builder()
                        .host("127.0.0.1")
                        .port(0)
                        .backlog(4096)
                        .routing(routes ->
                                routes.post("/pub/{session}", server::publish)
                                        .get("/sub/{session}", server::follow))
                        .build()
                        .start();
        System.out.println(web.port());
    }

    private void publish(ServerRequest request, ServerResponse response) {
        String session = request.path().pathParameters().get("session");
        String json = request.content().as(String.class);
        last.put(session, json);
        last.put(ALL, json);
        SseEvent event = event(json);
        for (String topic : Set.of(session, ALL)) {
            readers.getOrDefault(topic, List.of()).forEach(each -> each.send(event));
        }
        response.send();
    }

    private SseEvent event(String json) {
        return SseEvent.builder()
                .id(Long.toString(offset.incrementAndGet()))
                .name("state_change")
                .data(json)
                .build();
    }

    private void follow(ServerRequest request, ServerResponse response) {
        String session = request.path().pathParameters().get("session");
        Reader reader = new Reader(response.sink(SseSink.TYPE), new CountDownLatch(1));
        reader.send(event(last.getOrDefault(session, "{}")));
        List<Reader> all = readers.computeIfAbsent(session, _ -> new CopyOnWriteArrayList<>());
        all.add(reader);
        try {
            reader.gone().await(); // the stream is open as long as its thread stays here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            all.remove(reader);
        }
    }
}
