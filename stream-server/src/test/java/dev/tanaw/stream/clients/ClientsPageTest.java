package dev.tanaw.stream.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The listings of `docs/clients.md` are the very files that are tried.
class ClientsPageTest {
    private static final Path READERS = Path.of("src/test/java/dev/tanaw/stream/clients");

    static Stream<Path> listed() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("clients"))) {
            Stream<Path> scripts =
                    files
                            .filter(file -> file.toString().matches(".*\\.(mjs|js|sh|html)"))
                            .filter(file -> !file.endsWith("asyncapi.mjs")) // no client
                            .toList()
                            .stream();
            Stream<Path> readers =
                    Stream.of("OkHttpReader.java", "JdkReader.java").map(READERS::resolve);
            return Stream.concat(scripts, readers);
        }
    }

    @ParameterizedTest
    @MethodSource("listed")
    void listsWhatIsTried(Path file) throws IOException {
        String text = Files.readString(file);
        String listing =
                file.toString().endsWith(".java") ? text.substring(text.indexOf("/// ")) : text;

        assertThat(Files.readString(Path.of("../docs/clients.md")))
                .contains("\n" + listing + "```");
    }
}
