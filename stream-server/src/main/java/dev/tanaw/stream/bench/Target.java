package dev.tanaw.stream.bench;

import java.util.stream.Stream;

/// A server under load: in this process, or in one of its own.
interface Target extends AutoCloseable {
    int port();

    /// Called by the one publisher thread.
    void publish(String session, byte[] json);

    default String path(Scenario scenario, int reader) {
        return scenario.path(reader);
    }

    /// Whose processor time and memory the server costs.
    default Stream<ProcessHandle> processes() {
        return Stream.of(ProcessHandle.current());
    }

    @Override
    void close();
}
