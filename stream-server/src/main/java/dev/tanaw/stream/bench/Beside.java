package dev.tanaw.stream.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Another `main` of this program in a process of its own, which complains where this one does.
final class Beside {
    private Beside() {}

    static Process start(Class<?> main, Object... arguments) throws IOException {
        List<String> command =
                Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Xmx256m",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        main.getName()),
                                Stream.of(arguments).map(Object::toString))
                        .toList();
        return new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    }
}
