package dev.tanaw.stream.http;

import java.time.Duration;

/// How many streams are open at a time: in all, from one address, with one token; when a session
/// that its producer has forgotten is ended: after `idle` without an event, or `lifetime`; and how
/// long a request may take to arrive.
public record Limits(
        int connections,
        int perAddress,
        int perToken,
        Duration idle,
        Duration lifetime,
        Duration arrival) {
    public static final Limits USUAL =
            new Limits(
                    20_000,
                    12_000,
                    1000,
                    Duration.ofMinutes(30),
                    Duration.ofHours(12),
                    Duration.ofSeconds(20));

    public Limits {
        if (connections < 1 || perAddress < 1 || perToken < 1) {
            throw new IllegalArgumentException("a limit of no connections");
        }
    }

    /// Connections that are no streams have their place beside them.
    int sockets() {
        return connections + 1000;
    }
}
