package dev.tanaw.stream.supervisor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Cables that are cut, lines that freeze, servers that are started again.
class LostLinkTest extends PageCase {
    @Test
    void whileTheServerIsAwayNothingLooksLiveAndAfterwardsThePageIsWholeAgain() {
        begin(SESSION).tell("quality_update", Scenes.glare("front"));
        visit();
        assertThat(tile(SESSION).locator(".gate")).hasCount(10);
        int port = server.port();

        server.close();

        assertThat(page.locator("#link-word")).hasText("Reconnecting");
        assertThat(page.locator("#link-detail")).containsText("since");
        assertThat(tile(SESSION)).hasAttribute("data-live", "false");
        assertThat(tile(SESSION).locator(".gates")).isHidden();
        assertThat(tile(SESSION).locator(".says")).isHidden();
        assertThat(page.locator("#count-running")).hasText("–");

        server = LiveServer.start(port, Duration.ofSeconds(15));
        Scenes.fields(Scenes.shot(begin(OTHER)));

        isLive();
        assertThat(tile(OTHER).locator("tbody tr")).hasCount(5);
        assertThat(tile(SESSION)).hasCount(0);
        assertThat(page.locator(".notice")).containsText("The server started a new log");
    }

    @Test
    void aLineThatFreezesIsStaleAfterTwoBeatsAndLiveAgainWhenItThaws() {
        server.close();
        server = LiveServer.start(0, Duration.ofMillis(500));
        begin(SESSION).tell("quality_update", Scenes.glare("front"));
        try (Line line = Line.to(server.port())) {
            page.navigate("http://127.0.0.1:" + line.port() + "/");
            isLive();
            assertThat(tile(SESSION)).hasAttribute("data-live", "true");

            line.freeze();

            assertThat(page.locator("#link-word")).hasText("Stale");
            assertThat(tile(SESSION)).hasAttribute("data-live", "false");
            assertThat(tile(SESSION).locator(".gates")).isHidden();
            assertThat(page.locator("#link-word")).hasText("Reconnecting");

            line.thaw();
            line.cut();

            isLive();
            page.context().close();
        }
    }

    @Test
    void whatHappensWhileTheLineIsCutArrivesAfterwardsWithoutAHole() {
        try (Line line = Line.to(server.port())) {
            Tale tale = begin(SESSION);
            page.navigate("http://127.0.0.1:" + line.port() + "/#/session/" + SESSION);
            isLive();
            assertThat(page.locator(".timeline li")).hasCount(2);

            for (int round = 0; round < 5; round++) {
                line.cut();
                tale.tell("quality_gate_failed", gate(round));
                tale.tell("quality_gate_passed", gate(round));
            }

            assertThat(page.locator(".timeline li")).hasCount(12);
            assertThat(page.locator(".timeline li[data-type='missed']")).hasCount(0);
            page.context().close();
        }
    }

    private static String gate(int round) {
        return "{'side':'front','gate':'focus','value':0.%d,'limit':0.5,'unit':'ratio','pass':false}"
                .formatted(round + 1);
    }
}
