package dev.tanaw.stream.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows a stream until it is closed, over as many connections as that takes. It remembers the
/// position of the last event that its listener has taken and goes on behind it, so that the
/// listener hears each event once and in order, whenever and wherever a connection breaks. A link
/// on which not even the sign of life arrives that the server promised is given up.
///
/// One thread of its own, `follow-<host>`, which the listener may hold up: nothing gathers here.
public final class StreamClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamClient.class);

    /// A silence of so many heartbeats means that the link is dead.
    private static final int HEARTBEATS = 2;

    private static final Duration SHORTEST_PATIENCE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PATIENCE = Duration.ofMinutes(5);

    private static final int OK = 200;
    private static final String EVENT_STREAM = "text/event-stream";
    private static final String OPEN = "stream_open";

    private final Source source;
    private final Listener listener;
    private final HttpClient http;
    private final Runnable closing;
    private final Waits waits;
    private final Thread thread;
    private volatile Optional<String> position;
    private final CountDownLatch over = new CountDownLatch(1);

    /// What [Heard.Lost] said last; empty while something is heard.
    private Optional<Heard.Why> lost = Optional.empty();

    private StreamClient(Source source, HttpClient http, Runnable closing, Listener listener) {
        this.source = source;
        this.listener = listener;
        this.position = source.position();
        this.waits = new Waits(source.longestWait(), ThreadLocalRandom.current());
        this.http = http;
        this.closing = closing;
        this.thread = Thread.ofVirtual().name("follow-" + source.host()).unstarted(this::loop);
    }

    public static StreamClient follow(Source source, Listener listener) {
        HttpClient http = source.open();
        return started(new StreamClient(source, http, http::shutdownNow, listener));
    }

    /// The same over a client that is another's.
    static StreamClient follow(Source source, HttpClient http, Listener listener) {
        return started(new StreamClient(source, http, () -> {}, listener));
    }

    private static StreamClient started(StreamClient client) {
        client.thread.start();
        return client;
    }

    /// The last one that the listener has taken, to begin with in another life.
    public Optional<String> position() {
        return position;
    }

    private void loop() {
        try {
            do {
                Heard.Why why = connection();
                if (isClosed()) {
                    return;
                }
                lose(why);
            } while (!over.await(waits.next().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private void lose(Heard.Why why) {
        if (lost.equals(Optional.of(why))) {
            return;
        }
        lost = Optional.of(why);
        try {
            listener.hear(new Heard.Lost(why));
        } catch (RuntimeException e) {
            LOG.error("the listener of {} failed", source.host(), e);
        }
    }

    /// From the first byte to the last; returns why it ended.
    private Heard.Why connection() throws InterruptedException {
        CompletableFuture<HttpResponse<Chunks>> asked =
                http.sendAsync(request(), _ -> new Chunks());
        try {
            HttpResponse<Chunks> answer =
                    asked.get(source.connecting().toNanos(), TimeUnit.NANOSECONDS);
            Chunks body = answer.body();
            try {
                return isStream(answer) ? read(body) : refused(answer);
            } finally {
                body.cancel();
            }
        } catch (ExecutionException e) {
            return isUntrusted(e) ? Heard.Why.UNTRUSTED : Heard.Why.UNREACHABLE;
        } catch (TimeoutException e) {
            return Heard.Why.UNREACHABLE;
        } finally {
            asked.cancel(true);
        }
    }

    /// Whatever stands in between may answer, too.
    private static boolean isStream(HttpResponse<?> answer) {
        return answer.statusCode() == OK
                && answer.headers()
                        .firstValue("Content-Type")
                        .filter(type -> type.startsWith(EVENT_STREAM))
                        .isPresent();
    }

    private HttpRequest request() {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(source.stream()).header("Accept", EVENT_STREAM);
        source.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        position.ifPresent(id -> request.header("Last-Event-ID", id));
        return request.build();
    }

    private Heard.Why refused(HttpResponse<?> answer) {
        answer.headers()
                .firstValueAsLong("Retry-After")
                .ifPresent(seconds -> waits.asked(TimeUnit.SECONDS.toMillis(seconds)));
        return Heard.Why.REFUSED;
    }

    private static boolean isUntrusted(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SSLException || each instanceof GeneralSecurityException) {
                return true;
            }
        }
        return false;
    }

    private Heard.Why read(Chunks body) throws InterruptedException {
        SseParser parser = new SseParser(source.maxFrame());
        Reading reading = new Reading(source.connecting());
        try {
            while (!isClosed()) {
                Optional<Chunks.Part> part = body.next(reading.patience);
                if (part.isEmpty()) {
                    return Heard.Why.SILENT;
                }
                switch (part.get()) {
                    case Chunks.End _ -> {
                        return reading.goodbye.orElse(Heard.Why.CUT);
                    }
                    case Chunks.Piece(var buffers) -> {
                        for (ByteBuffer each : buffers) {
                            take(parser, each, reading);
                        }
                    }
                }
            }
            return Heard.Why.CUT;
        } catch (SseParser.TooLarge e) {
            return Heard.Why.TOO_LARGE;
        } catch (IOException e) {
            return Heard.Why.MALFORMED;
        } catch (UncheckedIOException e) {
            LOG.warn("what {} told could not be taken: {}", source.host(), e.getMessage());
            return Heard.Why.NOT_TAKEN;
        } catch (RuntimeException e) {
            if (!isClosed()) {
                LOG.error("the listener of {} failed", source.host(), e);
            }
            return Heard.Why.NOT_TAKEN;
        }
    }

    /// What one connection is about to end with, and how long it may be silent.
    private static final class Reading {
        private Duration patience;
        private Optional<Heard.Why> goodbye = Optional.empty();

        Reading(Duration patience) {
            this.patience = patience;
        }
    }

    private void take(SseParser parser, ByteBuffer bytes, Reading reading)
            throws SseParser.TooLarge, IOException {
        for (SseFrame frame : parser.feed(bytes)) {
            if (isClosed()) {
                return;
            }
            frame.retryMillis().ifPresent(waits::asked);
            take(frame, reading);
            if (frame.id().isPresent()) {
                position = frame.id(); // only now: what was not taken comes again
            }
            if (!frame.event().equals(OPEN)) {
                waits.succeeded();
            }
        }
    }

    private void take(SseFrame frame, Reading reading) throws IOException {
        byte[] data = frame.data();
        switch (frame.event()) {
            case OPEN -> open(Control.read(data), reading);
            case "stream_gap" -> {
                JsonNode gap = Control.read(data);
                listener.hear(new Heard.Gap(gap.path("from").asText(), gap.path("to").asText()));
            }
            case "stream_reset" ->
                    listener.hear(new Heard.Reset(Control.read(data).path("epoch").asText()));
            case "snapshot" ->
                    listener.hear(
                            new Heard.Snapshot(frame.id().orElse(""), Control.envelopes(data)));
            case "stream_bye" -> reading.goodbye = Optional.of(Control.why(data));
            case String type when type.startsWith("stream_") -> {} // of the stream's own, or new
            case String type when data.length > 0 ->
                    listener.hear(new Heard.Event(frame.id().orElse(""), type, data));
            case String _ -> {} // not an event
        }
    }

    private void open(JsonNode open, Reading reading) {
        reading.patience =
                clamped(Duration.ofMillis(HEARTBEATS * open.path("heartbeat_ms").asLong()));
        if (lost.isPresent()) {
            lost = Optional.empty();
            listener.hear(new Heard.Back());
        }
        listener.hear(new Heard.Opened(open.path("epoch").asText(), open.path("mode").asText()));
    }

    private static Duration clamped(Duration patience) {
        if (patience.compareTo(SHORTEST_PATIENCE) < 0) {
            return SHORTEST_PATIENCE;
        }
        return patience.compareTo(LONGEST_PATIENCE) > 0 ? LONGEST_PATIENCE : patience;
    }

    /// Nothing more is heard when this returns, unless the listener itself calls it.
    @Override
    public void close() {
        over.countDown();
        thread.interrupt();
        if (Thread.currentThread() != thread) {
            join();
        }
        closing.run();
    }

    private boolean isClosed() {
        return over.getCount() == 0;
    }

    private void join() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
