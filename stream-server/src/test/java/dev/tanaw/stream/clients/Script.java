package dev.tanaw.stream.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A program that prints a line for each event it is told of.
final class Script implements AutoCloseable {
    private final Process process;

    private Script(Process process) {
        this.process = process;
    }

    static Script start(Path folder, List<String> command, Told told) throws IOException {
        String name = command.get(command.size() - 2);
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectError(folder.resolve(name + ".log").toFile())
                        .start();
        Thread.ofVirtual().name(name).start(() -> read(process, told));
        return new Script(process);
    }

    private static void read(Process process, Told told) {
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            lines.lines().forEach(told::tell);
        } catch (IOException e) {
            // The process was ended.
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
