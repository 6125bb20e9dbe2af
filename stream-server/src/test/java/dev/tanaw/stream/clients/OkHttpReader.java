package dev.tanaw.stream.clients;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import org.jspecify.annotations.Nullable;

/// Follows with okhttp-sse, which leaves it to its user to come back.
final class OkHttpReader extends EventSourceListener implements AutoCloseable {
    private final OkHttpClient client =
            new OkHttpClient.Builder().readTimeout(Duration.ofMinutes(2)).build(); // > two beats
    private final String stream;
    private final Consumer<String> told;
    private volatile String last = "";
    private volatile boolean closed;

    OkHttpReader(String stream, Consumer<String> told) {
        this.stream = stream;
        this.told = told;
    }

    void connect() {
        if (closed) {
            return;
        }
        Request.Builder request = new Request.Builder().url(stream);
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        EventSources.createFactory(client).newEventSource(request.build(), this);
    }

    @Override
    public void onEvent(
            EventSource source, @Nullable String id, @Nullable String type, String data) {
        told.accept(data);
        last = id == null ? last : id;
    }

    @Override
    public void onClosed(EventSource source) {
        again();
    }

    @Override
    public void onFailure(
            EventSource source, @Nullable Throwable cause, @Nullable Response response) {
        again();
    }

    private void again() {
        int millis = ThreadLocalRandom.current().nextInt(500, 1000);
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(this::connect);
    }

    @Override
    public void close() {
        closed = true;
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
    }
}
