package dev.tanaw.stream.client;

import java.util.List;

/// What a client tells its listener, in the order of the stream. Each event comes exactly once,
/// over any number of connections.
@SuppressWarnings("ArrayRecordComponent") // handed over, not compared
public sealed interface Heard {
    /// A connection stands. After `snapshot` and `reset` a [Snapshot] follows; after `replay` and
    /// `live` nothing was missed.
    record Opened(String epoch, String mode) implements Heard {}

    /// One event: its position in the log that is followed, its type and its envelope, byte for
    /// byte.
    record Event(String position, String type, byte[] json) implements Heard {}

    /// The events after `from` up to and including `to` are not told one by one: a [Snapshot]
    /// follows instead.
    record Gap(String from, String to) implements Heard {}

    /// The log that was followed is gone; a [Snapshot] of the new one follows.
    record Reset(String epoch) implements Heard {}

    /// How everything stands at `position`, as envelopes in order. It replaces what was known.
    record Snapshot(String position, List<byte[]> envelopes) implements Heard {
        public Snapshot {
            envelopes = List.copyOf(envelopes);
        }
    }

    /// Nothing is heard for now. Told once for each new reason; the client goes on trying.
    record Lost(Why why) implements Heard {}

    /// It is heard again. [Opened] follows.
    record Back() implements Heard {}

    /// Why nothing is heard.
    enum Why {
        /// Nobody answers there.
        UNREACHABLE,
        /// Who answers has another certificate than the one to trust.
        UNTRUSTED,
        /// The answer is an error: no valid token, no such session, or no stream at all.
        REFUSED,
        /// The connection broke off.
        CUT,
        /// Not even a sign of life.
        SILENT,
        /// The server stops or restarts.
        DRAIN,
        /// The server has no free place.
        LIMIT,
        /// The token is no longer valid.
        REVOKED,
        /// The session is no longer held.
        SESSION_GONE,
        /// A single frame is longer than this client holds.
        TOO_LARGE,
        /// What comes is not the stream of a station.
        MALFORMED,
        /// The listener threw; it hears the same again.
        NOT_TAKEN
    }
}
