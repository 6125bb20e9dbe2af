package dev.tanaw.stream.client;

import java.util.Optional;

/// One block of a stream. Without `data` it is no event, but its `id` and `retry` count.
@SuppressWarnings("ArrayRecordComponent") // handed over, not compared
record SseFrame(Optional<String> id, String event, byte[] data, Optional<Long> retryMillis) {}
