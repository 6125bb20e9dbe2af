package dev.tanaw.stream.hub;

import dev.tanaw.stream.log.Filter;
import java.nio.ByteBuffer;
import java.util.Optional;

/// What a reader asks of its running stream.
public sealed interface Order {
    /// From now on only what this filter wants; nothing at all when it is empty.
    record Follow(Optional<Filter> filter) implements Order {}

    /// Take out these words from what is followed.
    record Leave(Filter filter) implements Order {}

    /// Go on from this position, as a new connection would.
    record Resume(String lastEventId) implements Order {}

    record Ping() implements Order {}

    /// An order that was not understood.
    record Unknown(String code) implements Order {}

    /// Bytes that the connection's own protocol owes, such as a pong.
    record Owed(ByteBuffer bytes) implements Order {}
}
