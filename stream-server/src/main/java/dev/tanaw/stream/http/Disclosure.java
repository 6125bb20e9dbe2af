package dev.tanaw.stream.http;

/// Asked before the values of a session are shown to somebody who gave a reason; tells the person
/// at the station. Called by a thread of the server; must not block for long.
@FunctionalInterface
public interface Disclosure {
    /// False when this session is not in progress here: then nothing is shown.
    boolean announce(String session, String who, String reason);
}
