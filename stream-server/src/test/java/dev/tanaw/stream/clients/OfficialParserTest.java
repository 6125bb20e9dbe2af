package dev.tanaw.stream.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The written contract before the parser of those who define AsyncAPI.
class OfficialParserTest {
    @Test
    void theContractIsValid() throws Exception {
        Path contract = Path.of(System.getProperty("tanaw.contract"), "asyncapi.yaml");
        Process node =
                new ProcessBuilder("node", "asyncapi.mjs", contract.toString())
                        .directory(Npm.installed().toFile())
                        .redirectErrorStream(true)
                        .start();
        String report = new String(node.getInputStream().readAllBytes(), UTF_8);

        assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(node.exitValue()).as(report).isZero();
        assertThat(report).contains("messages ").doesNotContain("messages 0");
    }
}
