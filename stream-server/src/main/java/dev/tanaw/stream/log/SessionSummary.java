package dev.tanaw.stream.log;

import java.time.Instant;
import java.util.Optional;

/// One line about a session: `events` were published, the last `held` of them can be replayed.
public record SessionSummary(
        String session,
        String station,
        Instant started,
        Optional<Instant> ended,
        long head,
        long events,
        int held) {}
