package dev.tanaw.stream.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Another library's server as a process of its own, published to over HTTP like [HubTarget]. They
/// are built by `./tanaw` when they are asked for, and are not part of the product.
final class RivalTarget implements Target {
    static final Path BUILT = Path.of("stream-server", "rivals", "target");

    private final Process process;
    private final int port;
    private final HttpPublisher publisher;

    /// `server` is the class that prints its port.
    RivalTarget(String server) {
        if (!Files.isDirectory(BUILT.resolve("lib"))) {
            throw new IllegalArgumentException(
                    "the other servers are built by ./tanaw bench, from the source");
        }
        try {
            process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:+UseSerialGC",
                                    "-Xmx512m",
                                    "-cp",
                                    classPath(),
                                    "dev.tanaw.rivals." + server)
                            .redirectError(Redirect.DISCARD)
                            .start();
            port = port(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        publisher = new HttpPublisher(port, session -> "/pub/" + session);
    }

    static String classPath() {
        return BUILT.resolve("classes") + ":" + BUILT.resolve("lib") + "/*";
    }

    private static int port(Process process) throws IOException {
        String line = process.inputReader(US_ASCII).readLine();
        while (line != null && !line.matches("[0-9]+")) {
            line = process.inputReader(US_ASCII).readLine(); // its greeting
        }
        if (line == null) {
            throw new IOException("the server did not start");
        }
        return Integer.parseInt(line);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String path(Scenario scenario, int reader) {
        return switch (scenario.kind()) {
            case OWN_SESSION -> "/sub/" + scenario.session(reader);
            case EVERYTHING -> "/sub/*";
        };
    }

    @Override
    public void publish(String session, byte[] json) {
        publisher.publish(session, json);
    }

    @Override
    public Stream<ProcessHandle> processes() {
        return Stream.of(process.toHandle());
    }

    @Override
    public void close() {
        publisher.close();
        process.destroy();
    }
}
