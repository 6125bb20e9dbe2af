package dev.tanaw.stream.http;

import java.time.Duration;

/// How many streams are open at a time: in all, from one address, with one token; and when a
/// session that its producer has forgotten is ended: after `idle` without an event, or `lifetime`.
public record Limits(
        int connections, int perAddress, int perToken, Duration idle, Duration lifetime) {
    public static final Limits USUAL =
            new Limits(20_000, 12_000, 1000, Duration.ofMinutes(30), Duration.ofHours(12));

    public Limits {
        if (connections < 1 || perAddress < 1 || perToken < 1) {
            throw new IllegalArgumentException("a limit of no connections");
        }
    }
}
