package dev.tanaw.stream.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;

/// The readers of [LoadReaders], in a process of their own.
final class LoadProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader says;

    /// Returns when every stream has begun.
    LoadProcess(Scenario scenario, Target target) throws IOException {
        process = Beside.start(LoadReaders.class, target.port());
        says = process.inputReader(US_ASCII);
        StringBuilder paths = new StringBuilder();
        for (int reader = 0; reader < scenario.readers(); reader++) {
            paths.append(target.path(scenario, reader)).append('\n');
        }
        for (int reader = 0; reader < scenario.deaf(); reader++) {
            paths.append(LoadReaders.DEAF).append(target.path(scenario, reader)).append('\n');
        }
        process.outputWriter(US_ASCII).append(paths).append("\n").flush();
        String line = says.readLine();
        if (!"READY".equals(line)) {
            process.destroy();
            throw new IOException("the readers said: " + line);
        }
    }

    /// What they measured, in a line.
    String stop() throws IOException {
        process.outputWriter(US_ASCII).append("stop\n").flush();
        String line = says.readLine();
        if (line == null) {
            throw new IOException("the readers are gone");
        }
        return line;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
