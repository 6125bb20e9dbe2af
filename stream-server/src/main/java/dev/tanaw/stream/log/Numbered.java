package dev.tanaw.stream.log;

/// The place of an event in its session, as its station gave it: `seq` counts all events from 1,
/// `prev` is the `seq` of the lasting one before.
public record Numbered(long seq, long prev, long elapsedMillis) {
    public Numbered {
        if (seq < 1 || prev < 0 || prev >= seq || elapsedMillis < 0) {
            throw new IllegalArgumentException(
                    "event %d after %d at %d ms".formatted(seq, prev, elapsedMillis));
        }
    }
}
