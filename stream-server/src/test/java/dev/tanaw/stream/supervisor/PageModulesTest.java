package dev.tanaw.stream.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Runs the tests that are written beside the page's modules, in node, where node is installed.
class PageModulesTest {
    @Test
    void thePagesReducerViewAndTextsPassTheirOwnTests() throws Exception {
        assumeTrue(isOnPath("node"), "no node on the PATH: apt-get install nodejs");
        Process node =
                new ProcessBuilder("node", "--test", "src/test/js/")
                        .redirectErrorStream(true)
                        .start();
        String report = read(node);

        assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(node.exitValue()).as(report).isZero();
        assertThat(report).contains("# fail 0").doesNotContain("# pass 0");
    }

    private static String read(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static boolean isOnPath(String program) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
