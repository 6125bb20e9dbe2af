package dev.tanaw.stream.http;

import java.util.Optional;

/// One block of an SSE stream as a client sees it. A comment has the event `:`.
record SseEvent(Optional<String> id, String event, String data, Optional<Long> retry) {
    /// The number that the tests put into their envelopes.
    long n() {
        int at = data.lastIndexOf("\"n\":") + 4;
        return Long.parseLong(data.substring(at, data.indexOf('}', at)));
    }

    boolean is(String name) {
        return event.equals(name);
    }
}
