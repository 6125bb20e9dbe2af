package dev.tanaw.stream.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// What a server still holds of a session, to fetch instead of following it.
public final class Archive implements AutoCloseable {
    private static final int OK = 200;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Source source;
    private final HttpClient http;

    public Archive(Source source) {
        this.source = source;
        this.http = source.open();
    }

    /// The envelopes of a session in their order, byte for byte; none when it is not held. Over a
    /// line that does not last for all of them in one piece they come by the session's stream, as
    /// far as the one that is known to be the `last`.
    public List<byte[]> events(String session, Predicate<byte[]> last)
            throws IOException, InterruptedException {
        try {
            return whole(session);
        } catch (IOException e) {
            return pieces(session, last);
        }
    }

    private List<byte[]> pieces(String session, Predicate<byte[]> last)
            throws IOException, InterruptedException {
        List<byte[]> events = new ArrayList<>();
        CountDownLatch complete = new CountDownLatch(1);
        Listener listener =
                heard -> {
                    if (heard instanceof Heard.Event event && complete.getCount() > 0) {
                        events.add(event.json());
                        if (last.test(event.json())) {
                            complete.countDown();
                        }
                    }
                };
        Source stream = source.at("/face/stream/" + session + "?from=start");
        try (StreamClient _ = StreamClient.follow(stream, http, listener)) {
            if (!complete.await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("the events of a session did not come in " + LONGEST);
            }
        }
        return events;
    }

    private List<byte[]> whole(String session) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(source.at("/face/sessions/" + session + "/events").stream())
                        .timeout(source.connecting());
        source.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        HttpResponse<byte[]> answer =
                http.send(
                        request.build(),
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), source.maxFrame()));
        return answer.statusCode() == OK ? lines(answer.body()) : List.of();
    }

    private static List<byte[]> lines(byte[] body) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < body.length; at++) {
            if (body[at] == '\n') {
                lines.add(Arrays.copyOfRange(body, from, at));
                from = at + 1;
            }
        }
        return lines;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
