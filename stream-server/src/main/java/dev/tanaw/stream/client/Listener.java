package dev.tanaw.stream.client;

/// Hears a stream on the client's one thread. While it works nothing more is read, and the server
/// treats the client as a slow reader. What it throws at is told again.
@FunctionalInterface
public interface Listener {
    void hear(Heard heard);
}
