package dev.tanaw.stream.hub;

import java.util.concurrent.ThreadLocalRandom;

/// Why a stream ends that its reader did not end: the word of `stream_bye` and the number with
/// which a WebSocket is closed.
public enum Farewell {
    /// The server stops or restarts.
    DRAIN("drain", 1001),
    /// The session is no longer held.
    SESSION_GONE("session_gone", 4404),
    /// No free place.
    LIMIT("limit", 1013),
    /// The credential is no longer valid.
    REVOKED("revoked", 4401),
    /// A WebSocket client broke the protocol.
    PROTOCOL("protocol", 1002),
    /// A message that is not text.
    NOT_TEXT("not_text", 1003),
    /// Text that is not UTF-8.
    BAD_TEXT("bad_text", 1007),
    /// Faster commands than can be answered.
    TOO_FAST("too_fast", 1008),
    /// A message longer than any command.
    TOO_LARGE("too_large", 1009),
    /// The client closed; it gets its close frame back.
    CLIENT("client", 1000);

    private final String code;
    private final int closeCode;

    Farewell(String code, int closeCode) {
        this.code = code;
        this.closeCode = closeCode;
    }

    public String code() {
        return code;
    }

    public int closeCode() {
        return closeCode;
    }

    /// Whether the reader gets all that it has not taken yet before it is sent away.
    boolean waits() {
        return switch (this) {
            case DRAIN, SESSION_GONE -> true;
            case LIMIT, REVOKED, PROTOCOL, NOT_TEXT, BAD_TEXT, TOO_FAST, TOO_LARGE, CLIENT -> false;
        };
    }

    /// Spreads those who were sent away together; where there was no place it asks for patience.
    public int retryMillis() {
        return this == LIMIT ? 30_000 : ThreadLocalRandom.current().nextInt(1000, 4000);
    }
}
