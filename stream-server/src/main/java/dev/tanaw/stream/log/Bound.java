package dev.tanaw.stream.log;

/// How much history is held: whichever limit is met first counts.
public record Bound(int events, long bytes) {
    public Bound {
        if (events < 1 || bytes < 1) {
            throw new IllegalArgumentException(
                    "replay bound: %d events, %d bytes".formatted(events, bytes));
        }
    }
}
