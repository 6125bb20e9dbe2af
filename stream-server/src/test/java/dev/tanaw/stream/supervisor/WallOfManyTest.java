package dev.tanaw.stream.supervisor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A wall with 120 stations, and what a supervisor does with it.
class WallOfManyTest extends PageCase {
    private static final int MANY = 120;
    private static final Duration BEAT = Duration.ofSeconds(5);

    private ManyStations floor() {
        return new ManyStations(MANY, BEAT, envelope -> server.publish(envelope));
    }

    private Locator station(int number) {
        return page.locator(".tile[data-station='" + ManyStations.name(number) + "']");
    }

    @Test
    void everyStationHasItsTileAndEachIsCountedOnce() {
        floor();
        visit();

        assertThat(page.locator(".tile")).hasCount(MANY);
        assertThat(page.locator("#count-running")).hasText("120");
        assertThat(page.locator(".notice[data-notice='simulated']"))
                .containsText("120 of 120 stations are simulated");
        assertThat(Axe.faults(page)).isEmpty();
    }

    @Test
    void aStationThatIsKilledIsStaleThenOfflineAndComesBack() {
        ManyStations floor = floor();
        visit();
        assertThat(station(7)).hasAttribute("data-condition", "running");

        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    floor.goOn(7);
                    return "stale".equals(station(7).getAttribute("data-condition"));
                });

        assertThat(station(7)).hasAttribute("data-live", "false");
        assertThat(station(7).locator(".small-says")).hasText("No sign");
        assertThat(station(7).locator(".small-gates .pass")).hasAttribute("d", "");
        assertThat(page.locator("#count-stale")).hasText("1");
        assertThat(station(8)).hasAttribute("data-condition", "running");

        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    floor.goOn(7);
                    return "offline".equals(station(7).getAttribute("data-condition"));
                });
        assertThat(page.locator("#count-offline")).hasText("1");

        floor.goOn(0);

        assertThat(station(7)).hasAttribute("data-live", "true");
        assertThat(page.locator("#count-offline")).hasText("0");
    }

    @Test
    void whatIsChosenStandsInTheAddressAndComesBackWithIt() {
        floor();
        visit();

        page.locator("#site").selectOption("Cebu");
        page.locator("#group").selectOption("site");
        page.locator("#search").fill("kiosk-1");

        assertThat(page.locator(".found")).hasText("7 of 120");
        assertThat(page.locator(".group h2")).hasText("Cebu");
        assertThat(page.url()).contains("site=Cebu").contains("group=site").contains("q=kiosk-1");
        page.reload();
        isLive();
        assertThat(page.locator(".tile")).hasCount(7);
        page.locator("#reset").click();
        assertThat(page.locator(".tile")).hasCount(MANY);
    }

    @Test
    void aScreenOnTheWallShowsNoValueAndNothingToPress() {
        ManyStations floor = floor();
        Scenes.fields(Scenes.shot(begin(SESSION)));
        page.setViewportSize(1920, 1080);
        page.navigate("http://127.0.0.1:" + server.port() + "/?tv=1&density=full");
        isLive();
        assertThat(page.locator(".tile")).hasCount(MANY + 1);
        floor.goOn(0);

        assertThat(page.locator("main .value")).hasCount(0);
        assertThat(page.locator(".toolbar")).isHidden();
        assertThat(page.locator(".tongues")).isHidden();
        assertThat(page.locator("main").innerText()).doesNotContain("•");
        page.keyboard().press("Escape");
        assertThat(page.locator(".toolbar")).isVisible();
    }

    @Test
    void twoWindowsShareOneConnectionAndTheSecondTakesOverWithoutAHole() {
        Tale tale = begin(SESSION);
        visit();
        assertThat(page.locator("html")).hasAttribute("data-stream", "leads");
        Page second = page.context().newPage();
        second.navigate("http://127.0.0.1:" + server.port() + "/#/session/" + SESSION);
        assertThat(second.locator("html")).hasAttribute("data-stream", "follows");
        assertThat(second.locator("#link-word")).hasText("Live");
        await().until(() -> server.readers() == 1);

        tale.tell("quality_gate_failed", gate(1));

        assertThat(second.locator(".timeline li")).hasCount(3);
        page.close();
        tale.tell("quality_gate_passed", gate(2));
        tale.tell("quality_gate_failed", gate(3));

        assertThat(second.locator("html")).hasAttribute("data-stream", "leads");
        assertThat(second.locator(".timeline li")).hasCount(5);
        assertThat(second.locator(".timeline li[data-type='missed']")).hasCount(0);
        await().until(() -> server.readers() == 1);
        page = second;
    }

    @Test
    void theWallIsUsedByKeyboardAlone() {
        ManyStations floor = floor();
        trouble(begin(SESSION, Duration.ofSeconds(30)));
        visit();
        floor.goOn(0);
        assertThat(tile(SESSION)).hasAttribute("data-condition", "need");

        page.keyboard().press("n");
        assertThat(tile(SESSION).locator("a")).isFocused();
        page.keyboard().press("/");
        assertThat(page.locator("#search")).isFocused();
        page.keyboard().type("kiosk-007");
        assertThat(page.locator(".tile")).hasCount(1);
        page.keyboard().press("Escape");
        assertThat(page.locator(".tile")).hasCount(MANY + 1);
        station(1).locator("a").press("?");
        assertThat(page.locator("#help-dialog")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#help-dialog")).isHidden();
    }

    @Test
    void aFinishedSessionIsScrubbedBackAndSaysThatItIsNotNow() {
        Scenes.ended(Scenes.read(begin(SESSION)), "complete");
        page.navigate("http://127.0.0.1:" + server.port() + "/#/session/" + SESSION);
        assertThat(page.locator(".detail-step")).hasText("Complete");

        page.locator(".scrub input")
                .evaluate("each => { each.value = 0; each.dispatchEvent(new Event('input')); }");

        assertThat(page.locator(".past")).containsText("not now");
        assertThat(page.locator(".detail-step")).not().hasText("Complete");
        assertThat(page.locator(".fields tbody tr")).hasCount(0);
        page.locator(".scrub").getByText("To the end").click();
        assertThat(page.locator(".detail-step")).hasText("Complete");
        assertThat(Axe.faults(page)).isEmpty();
    }

    /// Gate values pass and are in no log: of an earlier moment there is what the page heard
    /// itself.
    @Test
    void scrubbedBackTheGatesStandAsThePageHeardThemOrSayThatThereIsNoData() {
        Tale tale = begin(SESSION, Duration.ofSeconds(60));
        tale.tell(
                "quality_gate_failed",
                Scenes.gate("glare", "0.030", 0.008, "share", false)
                        .replace("{", "{'side':'front',"),
                Duration.ofSeconds(1));
        page.navigate("http://127.0.0.1:" + server.port() + "/#/session/" + SESSION);
        assertThat(page.locator(".timeline li[data-type='quality_gate_failed']")).isVisible();
        tale.tell("quality_update", Scenes.glare("front"), Duration.ofSeconds(20));
        assertThat(page.locator(".gates-panel .gate")).hasCount(10);
        assertThat(page.locator(".gates-panel .gate[data-pass='false']")).hasCount(1);
        tale.tell("quality_update", Scenes.still("front"), Duration.ofSeconds(22));
        assertThat(page.locator(".gates-panel .gate[data-pass='false']")).hasCount(0);

        scrubTo(21_000);
        assertThat(page.locator(".past")).isVisible();
        assertThat(page.locator(".gates-panel .gate[data-pass='false']")).hasCount(1);
        assertThat(page.locator(".gates-panel .trace[hidden]")).hasCount(0);
        assertThat(page.locator(".gates-panel")).not().containsText("No data");

        scrubTo(10_000);
        assertThat(page.locator(".gates-panel")).containsText("No data for a line");
        assertThat(page.locator(".gates-panel .gate")).hasCount(1);
        assertThat(page.locator(".gates-panel .trace:not([hidden])")).hasCount(0);
        assertThat(Axe.faults(page)).isEmpty();

        page.locator(".scrub").getByText("Back to now").click();
        tale.tell("quality_update", Scenes.still("front"), Duration.ofSeconds(40));
        assertThat(page.locator(".gates-panel .gate")).hasCount(10);
        assertThat(page.locator(".gates-panel")).not().containsText("No data");
    }

    private void scrubTo(int ms) {
        page.locator(".scrub input")
                .evaluate(
                        "(each, ms) => { each.value = ms; each.dispatchEvent(new Event('input')); }",
                        ms);
    }

    @Test
    void anExportedSessionHoldsNoValue() throws Exception {
        Scenes.ended(Scenes.read(begin(SESSION)), "complete");
        page.navigate("http://127.0.0.1:" + server.port() + "/#/session/" + SESSION);
        assertThat(page.locator(".detail-step")).hasText("Complete");

        byte[] file =
                page.waitForDownload(() -> page.locator("#export").click())
                        .createReadStream()
                        .readAllBytes();

        assertThat(new String(file, UTF_8))
                .contains("\"extraction_field\"", "\"last_name\"", "\"redacted\"")
                .doesNotContain("•");
    }

    @Test
    void figuresAreOfTheSessionsThatAreHeldAndSayWhereThereAreNone() {
        Scenes.ended(Scenes.read(begin(SESSION)), "complete");
        page.navigate("http://127.0.0.1:" + server.port() + "/#/analytics");

        assertThat(page.locator("#figures")).containsText("1 sessions that the server holds");
        assertThat(page.locator("#figures")).containsText("100 % (1)");
        assertThat(page.locator("#figures")).containsText("no data");
        assertThat(Axe.faults(page)).isEmpty();
    }

    private static String gate(int round) {
        return "{'side':'front','gate':'focus','value':0.%d,'limit':0.5,'unit':'ratio','pass':false}"
                .formatted(round);
    }
}
