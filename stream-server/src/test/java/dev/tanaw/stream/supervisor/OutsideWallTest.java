package dev.tanaw.stream.supervisor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import dev.tanaw.stream.access.Role;
import dev.tanaw.stream.access.Tokens;
import dev.tanaw.stream.http.Identity;
import dev.tanaw.stream.http.Outside;
import dev.tanaw.stream.http.StreamConfig;
import dev.tanaw.stream.http.StreamServer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The page as a supervisor on another machine has it: over TLS, after the login.
@Timeout(120)
class OutsideWallTest {
    private static final Set<String> NAMES = Set.of("localhost");

    @TempDir private Path folder = Path.of("target");

    @Test
    void aSupervisorLogsInAndMayOpenMoreThanSixStreams() throws Exception {
        Tokens tokens = Tokens.in(folder.resolve("tokens.json"));
        String token = tokens.add("desk", Role.SUPERVISOR, Instant.EPOCH).token();
        Identity identity = Identity.in(folder, NAMES, InstantSource.system());
        StreamConfig config =
                StreamConfig.onPort(0)
                        .trusting(tokens)
                        .and(new Outside("127.0.0.1", 0, identity, NAMES));
        try (StreamServer server = StreamServer.start(config);
                Browser browser = Browser.open()) {
            Page page = browser.page(new NewContextOptions().setIgnoreHTTPSErrors(true));
            page.navigate("https://localhost:" + server.outside().orElseThrow().port() + "/");
            page.getByLabel("Token").fill(token);
            page.keyboard().press("Enter");
            assertThat(page.locator("#link-word")).hasText("Live");

            page.evaluate(
                    "() => { window.all = Array.from({length: 20}, () => new EventSource('/stations/stream')) }");
            await().until(() -> server.stats().connectionsAll() == 21);
            Object protocol =
                    page.evaluate(
                            "() => performance.getEntriesByType('navigation')[0].nextHopProtocol");
            assertThat(protocol).isEqualTo("h2");
            page.evaluate("() => window.all.forEach(each => each.close())");
            await().until(() -> server.stats().connectionsAll() == 1);
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
