package dev.tanaw.stream.bench;

/// A server under load, in this process.
interface Target extends AutoCloseable {
    int port();

    /// Called by the one publisher thread.
    void publish(String session, byte[] json);

    @Override
    void close();
}
