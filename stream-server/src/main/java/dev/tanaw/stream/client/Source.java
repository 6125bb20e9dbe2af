package dev.tanaw.stream.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;

/// A stream to follow, and as who: `/stations/stream` or `/face/stream/{session}` of a station or
/// hub, with its query.
///
/// @param position the last one heard in an earlier life; empty begins as the query says
/// @param maxFrame bytes of the longest line or frame that is held; a snapshot is one frame
/// @param connecting how long an answer may take
/// @param longestWait between two tries; the server's own `retry` counts up to that
public record Source(
        URI stream,
        Optional<String> token,
        Trust trust,
        Optional<String> position,
        int maxFrame,
        Duration connecting,
        Duration longestWait) {
    /// A snapshot of 1000 stations has some 5 MB.
    private static final int MAX_FRAME = 64 << 20;

    public Source {
        String scheme = Optional.ofNullable(stream.getScheme()).orElse("");
        if (stream.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException(
                    "not an address of a station or hub: " + stream + ". Like http://host:7070");
        }
        if (maxFrame < 1 || !connecting.isPositive() || !longestWait.isPositive()) {
            throw new IllegalArgumentException(
                    "frame of %d bytes, connecting %s, waiting %s"
                            .formatted(maxFrame, connecting, longestWait));
        }
    }

    public static Source of(URI stream) {
        return new Source(
                stream,
                Optional.empty(),
                new Trust.Usual(),
                Optional.empty(),
                MAX_FRAME,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30));
    }

    public Source as(String token) {
        return new Source(
                stream, Optional.of(token), trust, position, maxFrame, connecting, longestWait);
    }

    public Source trusting(Trust trust) {
        return new Source(stream, token, trust, position, maxFrame, connecting, longestWait);
    }

    public Source after(String position) {
        return new Source(
                stream, token, trust, Optional.of(position), maxFrame, connecting, longestWait);
    }

    public Source holding(int maxFrame) {
        return new Source(stream, token, trust, position, maxFrame, connecting, longestWait);
    }

    public Source waiting(Duration connecting, Duration longestWait) {
        return new Source(stream, token, trust, position, maxFrame, connecting, longestWait);
    }

    /// The same, from another address of the same server.
    public Source at(String path) {
        return new Source(
                stream.resolve(path), token, trust, position, maxFrame, connecting, longestWait);
    }

    /// A client for requests there. A stream needs no other on its line, hence HTTP/1.1.
    HttpClient open() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connecting)
                .sslContext(trust.context())
                .build();
    }

    /// `host:port`, without what may be secret in an address.
    public String host() {
        return stream.getHost() + (stream.getPort() < 0 ? "" : ":" + stream.getPort());
    }
}
