package dev.tanaw.stream.hub;

import java.time.Duration;

/// When a silent or stuck connection is dealt with: a heartbeat after `heartbeat` of silence, the
/// end after `stall` without write progress; a session that has ended is held for `retention`.
public record Pulse(Duration heartbeat, Duration stall, Duration retention) {
    public Pulse {
        if (!heartbeat.isPositive() || !stall.isPositive() || retention.isNegative()) {
            throw new IllegalArgumentException(
                    "heartbeat %s, stall %s, retention %s".formatted(heartbeat, stall, retention));
        }
    }

    /// How often to look: a quarter of the shortest time, between 10 ms and a second.
    Duration period() {
        long shortest = Math.min(heartbeat.toMillis(), stall.toMillis());
        return Duration.ofMillis(Math.clamp(shortest / 4, 10, 1000));
    }
}
