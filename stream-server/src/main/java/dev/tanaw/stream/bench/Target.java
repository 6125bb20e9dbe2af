package dev.tanaw.stream.bench;

import java.io.IOException;
import java.util.stream.Stream;

/// A server under load: in this process, or in one of its own.
interface Target extends AutoCloseable {
    int port();

    /// Called by the one publisher thread.
    void publish(String session, byte[] json);

    /// Waits until so many sessions can be followed, where they have to be there first.
    default void awaitSessions(int count) throws IOException, InterruptedException {}

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
