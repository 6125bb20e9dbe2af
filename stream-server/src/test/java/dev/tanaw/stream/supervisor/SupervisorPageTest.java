package dev.tanaw.stream.supervisor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the page shows, and how it is used.
class SupervisorPageTest extends PageCase {
    @Test
    void anEmptyWallSaysWhatToDo() {
        visit();

        assertThat(page.locator("#empty")).containsText("Show a document to a station’s camera");
        assertThat(page.locator("#count-running")).hasText("0");
    }

    @Test
    void fieldsAppearMaskedAsTheyAreRead() {
        visit();

        Scenes.fields(Scenes.shot(begin(SESSION)));

        assertThat(page.locator("#empty")).isHidden();
        assertThat(tile(SESSION).locator("tbody tr")).hasCount(5);
        assertThat(tile(SESSION).locator("tbody tr").first())
                .hasText("Last nameE•••••••MRZ97 %sure");
        assertThat(tile(SESSION).locator(".fields-of")).containsText("5 of 9");
        assertThat(tile(SESSION).locator(".demonstration")).hasText("Demonstration");
    }

    @Test
    void aTileTellsTheInstructionAndEachGateWithValueLimitAndUnit() {
        visit();

        begin(SESSION).tell("quality_update", Scenes.glare("front"));

        assertThat(tile(SESSION).locator("q")).hasText("Less glare");
        assertThat(tile(SESSION).locator(".gate[data-pass='false']"))
                .hasText("Glare1.2 ≤ 0.8 %fails");
        assertThat(tile(SESSION).locator(".gate")).hasCount(10);
    }

    @Test
    void whoNeedsHelpComesFirstAndIsCounted() {
        begin(SESSION);
        trouble(begin(OTHER, Duration.ofSeconds(30)));
        visit();

        assertThat(page.locator(".tile").first()).hasAttribute("data-session", OTHER);
        assertThat(tile(OTHER).locator(".need")).containsText("Problem CAM-01 · camera");
        assertThat(page.locator("#count-need")).hasText("1");
        assertThat(page.locator("#said")).containsText("kiosk-08 needs help: Problem");
    }

    @Test
    void nothingMovesWhileThePointerIsOnTheWall() {
        begin(SESSION);
        Tale later = begin(OTHER, Duration.ofSeconds(30));
        later.tell("quality_update", Scenes.glare("front"));
        visit();
        assertThat(page.locator(".tile")).hasCount(2);
        tile(SESSION).hover();

        trouble(later);

        assertThat(tile(OTHER).locator(".need")).isVisible();
        assertThat(page.locator(".tile").first()).hasAttribute("data-session", SESSION);
        assertThat(page.locator(".tile").first()).hasAttribute("data-session", OTHER);
    }

    @Test
    void aStepThatNeverArrivedIsNamedInTheTimeline() {
        visit();
        begin(SESSION)
                .lose("quality_gate_failed", "{}")
                .tell("capture_start", "{'side':'front','countdown_ms':600}");

        assertThat(tile(SESSION).locator(".notes")).containsText("Steps are missing");
        tile(SESSION).locator("a").click();
        assertThat(page.locator(".timeline li[data-type='missed']"))
                .containsText("between 2 and 3 did not arrive");
    }

    @Test
    void aLinkToASessionShowsAllOfItToOneWhoCameLate() {
        Scenes.ended(Scenes.read(begin(SESSION)), "complete");

        page.navigate("http://127.0.0.1:" + server.port() + "/#/session/" + SESSION);

        assertThat(page.locator("#detail h1")).hasText("kiosk-07");
        assertThat(page.locator(".timeline li[data-type='state_change']")).hasCount(6);
        assertThat(page.locator(".timeline-note")).isHidden();
        assertThat(page.locator(".detail-step")).hasText("Complete");
    }

    @Test
    void aLinkToASessionThatIsGoneSaysSo() {
        page.navigate("http://127.0.0.1:" + server.port() + "/#/session/nobody");

        assertThat(page.locator("#gone")).containsText("not in the stream");
    }

    @Test
    void hostileValuesAreInert() {
        String evil = "<img src=x onerror=document.title='owned'>";
        visit();
        new Tale(evil, SESSION, Duration.ofSeconds(1), server::publish)
                .tell("session_started", "{'camera':\"%s\",'demonstration':true}".formatted(evil))
                .tell(
                        "state_change",
                        "{'from':'ready','to':\"%s\",'side':\"%s\",'instruction':\"%s\"}"
                                .formatted(evil, evil, evil))
                .tell("extraction_field", field(evil))
                .tell("problem", "{'code':\"%s\"}".formatted(evil));

        assertThat(tile(SESSION).locator(".tile-station")).hasText(evil);
        assertThat(tile(SESSION).locator(".value")).hasText(evil);
        tile(SESSION).locator("a").click();
        assertThat(page.locator("#detail h1")).hasText(evil);
        assertThat(page.locator(".bar img")).hasCount(1);
        assertThat(page.locator("main img")).hasCount(0);
        assertThat(page.title()).doesNotStartWith("owned");
    }

    private static String field(String evil) {
        return "{'side':'front','field':\"%s\",'value':\"%s\",'masked':true,'confidence':0.5,'band':\"%s\",'source':\"%s\",'checks':[\"%s\"],'repaired':false,'box':[]}"
                .formatted(evil, evil, evil, evil, evil);
    }

    @Test
    void theLanguageIsSwitchedAtOnceAndRemembered() {
        begin(SESSION).tell("quality_update", Scenes.glare("front"));
        visit();
        assertThat(tile(SESSION).locator("q")).hasText("Less glare");

        page.locator("[data-tongue='fil']").click();

        assertThat(page.locator("html")).hasAttribute("lang", "fil");
        assertThat(tile(SESSION).locator("q")).hasText("Bawas glare");
        assertThat(page.locator(".group h2").first()).hasText("Tumatakbo");
        page.reload();
        assertThat(tile(SESSION).locator("q")).hasText("Bawas glare");
    }

    @Test
    void everythingIsReachedByKeyboard() {
        begin(SESSION);
        begin(OTHER);
        visit();
        assertThat(page.locator(".tile")).hasCount(2);

        page.keyboard().press("Tab");
        assertThat(page.locator("#skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(tile(SESSION).locator("a")).isFocused();
        page.keyboard().press("ArrowRight");
        assertThat(tile(OTHER).locator("a")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#detail h1")).isFocused();
        page.keyboard().press("Escape");
        assertThat(tile(OTHER).locator("a")).isFocused();
    }

    @Test
    void thePageAsksNobodyElseAndNothingMovesForThoseWhoWishSo() {
        List<String> hosts = new ArrayList<>();
        page.onRequest(request -> hosts.add(URI.create(request.url()).getAuthority()));
        page.emulateMedia(
                new Page.EmulateMediaOptions()
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        begin(SESSION);
        visit();

        assertThat(tile(SESSION)).isVisible();
        assertThat(hosts).isNotEmpty().containsOnly("127.0.0.1:" + server.port());
        assertThat(
                        page.evaluate(
                                "getComputedStyle(document.querySelector('.countdown span')).transitionDuration"))
                .isEqualTo("0s");
    }
}
