package dev.tanaw.rivals;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.HashSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Vert.x on one event loop: each event is made once and written to every response that follows.
/// `POST /pub/{session}`, `GET /sub/{session}`, `GET /sub/*` for all. Prints its port.
public final class VertxSse {
    private static final String ALL = "*";

    private final Map<String, Set<HttpServerResponse>> readers = new HashMap<>();
    private final Map<String, Buffer> last = new HashMap<>();
    private long offset;

    private VertxSse() {}

    public static void main(String[] args) {
        VertxSse server = new VertxSse();
        Vertx.vertx()
                .createHttpServer()
                .requestHandler(server::handle)
                .listen(0, "127.0.0.1")
                .onSuccess(listening -> System.out.println(listening.actualPort()));
    }

    private void handle(HttpServerRequest request) {
        String session = request.path().substring("/pub/".length());
        if (request.path().startsWith("/pub/")) {
            request.body().onSuccess(json -> {
                publish(session, json);
                request.response().end();
            });
        } else {
            follow(session, request.response());
        }
    }

    private void publish(String session, Buffer json) {
        Buffer event =
                Buffer.buffer("id: " + ++offset + "\nevent: state_change\ndata: ")
                        .appendBuffer(json)
                        .appendString("\n\n");
        last.put(session, event);
        last.put(ALL, event);
        readers.getOrDefault(session, Set.of()).forEach(each -> each.write(event));
        readers.getOrDefault(ALL, Set.of()).forEach(each -> each.write(event));
    }

    private void follow(String session, HttpServerResponse response) {
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store");
        response.write(last.getOrDefault(session, Buffer.buffer(": hello\n\n")));
        Set<HttpServerResponse> all = readers.computeIfAbsent(session, _ -> new HashSet<>());
        all.add(response);
        response.closeHandler(_ -> all.remove(response));
    }
}
