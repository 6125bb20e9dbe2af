package dev.tanaw.stream.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.Scanner;

/// The readers of [DropReaders], in a process of their own. The sessions must exist when it starts.
final class CutReaders implements AutoCloseable {
    private final Process process;
    private final BufferedReader says;
    private final Writer tell;

    /// What went wrong, and how long readers were away, in milliseconds.
    record Sums(
            long missing,
            long doubled,
            long cuts,
            double backP50,
            double backP99,
            double backMax) {}

    /// Returns when all of them read.
    CutReaders(int port, int readers, int sessions) throws IOException {
        process = Beside.start(DropReaders.class, port, readers, sessions);
        says = process.inputReader(US_ASCII);
        tell = process.outputWriter(US_ASCII);
        String line = says.readLine();
        if (!"READY".equals(line)) {
            process.destroy();
            throw new IOException("the readers said: " + line);
        }
    }

    /// From now on so many connections a second are cut, at random.
    void cut(int perSecond) throws IOException {
        tell("drops " + perSecond);
    }

    /// Everybody at once; [#allBackMillis] tells how long that took.
    void cutAll() throws IOException {
        tell("all");
    }

    double allBackMillis() throws IOException {
        return Long.parseLong(answer().substring("BACK ".length())) / 1e6;
    }

    /// When everybody has seen the event `last` of their session, or has had time enough to.
    Sums end(long last) throws IOException {
        tell("end " + last);
        try (Scanner numbers = new Scanner(answer())) {
            return new Sums(
                    numbers.nextLong(),
                    numbers.nextLong(),
                    numbers.nextLong(),
                    numbers.nextLong() / 1e6,
                    numbers.nextLong() / 1e6,
                    numbers.nextLong() / 1e6);
        }
    }

    private String answer() throws IOException {
        String line = says.readLine();
        if (line == null) {
            throw new IOException("the readers are gone");
        }
        return line;
    }

    private void tell(String command) throws IOException {
        tell.write(command + "\n");
        tell.flush();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
