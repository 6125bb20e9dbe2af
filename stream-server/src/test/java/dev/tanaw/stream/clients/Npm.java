package dev.tanaw.stream.clients;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The packages of others that the tests try, installed as `clients/package-lock.json` pins them.
/// Where npm or the network is missing, the tests that need them are skipped.
final class Npm {
    private static final Path SOURCE = Path.of("clients");
    private static final Path TARGET = Path.of("target", "clients");
    private static final String LOCK = "package-lock.json";

    private Npm() {}

    /// The folder with the scripts and their packages.
    static Path installed() throws IOException, InterruptedException {
        if (!isOnPath("node") || !isOnPath("npm")) {
            abort("no node and npm on the PATH: apt-get install nodejs npm");
        }
        copied();
        if (!isComplete()) {
            install();
        }
        return TARGET;
    }

    /// The folder with the scripts alone.
    static Path copied() throws IOException {
        Files.createDirectories(TARGET);
        try (Stream<Path> files = Files.list(SOURCE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copy(file, TARGET.resolve(file.getFileName()));
            }
        }
        return TARGET;
    }

    /// A file that is as it should be stays untouched, because a program may be reading it.
    private static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(to) || Files.mismatch(from, to) != -1) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static boolean isOnPath(String program) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /// A folder that was installed to the end has a mark, which is the lock that it was made by.
    private static Path mark() {
        return TARGET.resolve("node_modules").resolve(".installed");
    }

    private static boolean isComplete() throws IOException {
        return Files.exists(mark()) && Files.mismatch(mark(), SOURCE.resolve(LOCK)) == -1;
    }

    private static void install() throws IOException, InterruptedException {
        Path report = TARGET.resolve("npm.log");
        Process npm =
                new ProcessBuilder(
                                "npm",
                                "ci",
                                "--ignore-scripts",
                                "--no-audit",
                                "--no-fund",
                                "--fetch-retries=1",
                                "--fetch-timeout=20000")
                        .directory(TARGET.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(report.toFile())
                        .start();
        boolean ended = npm.waitFor(3, TimeUnit.MINUTES);
        if (!ended) {
            npm.destroyForcibly();
        }
        if (!ended || npm.exitValue() != 0) {
            abort("npm could not fetch the clients; its report is in " + report.toAbsolutePath());
        }
        Files.copy(SOURCE.resolve(LOCK), mark());
    }
}
