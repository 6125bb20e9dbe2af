package dev.tanaw.stream.supervisor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is usual at a station, from the sessions that it completed, to one who came after them.
class UsualDurationsTest {
    private static final Path PICTURES = Path.of("target", "supervisor");
    private static final String PREFIX = "019a9f2c-7b1e-7cc3-98c4-dc0c0c07";

    private static Browser browser;
    private LiveServer server;
    private Scenes scenes;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void serve() {
        server = LiveServer.start(0, Duration.ofSeconds(15));
        scenes = new Scenes(server::publish);
        scenes.beats("kiosk-07", Duration.ofSeconds(60));
        scenes.beats("kiosk-08", Duration.ofSeconds(60));
        // Five that looked for the document for 20 to 24 s, and one that was given up.
        for (int n = 0; n < 5; n++) {
            complete("kiosk-07", "100" + n, 20 + n);
        }
        Scenes.ended(
                scenes.begun("kiosk-07", PREFIX + "1009", Duration.ofSeconds(90), false),
                "cancelled");
        for (int n = 0; n < 4; n++) {
            complete("kiosk-08", "200" + n, 20 + n);
        }
        begin("kiosk-07", "3001", 50);
        begin("kiosk-08", "3002", 50);
    }

    private void complete(String station, String id, int seconds) {
        Scenes.ended(
                Scenes.read(scenes.begun(station, PREFIX + id, Duration.ofSeconds(seconds), false)),
                "complete");
    }

    private void begin(String station, String id, int seconds) {
        scenes.begun(station, PREFIX + id, Duration.ofSeconds(seconds), false)
                .tell("quality_update", Scenes.glare("front"));
    }

    @AfterEach
    void stop() {
        server.close();
        assertThat(browser.complaints()).isEmpty();
    }

    private Page visit(NewContextOptions options) {
        Page page = browser.page(options);
        page.navigate("http://127.0.0.1:" + server.port() + "/");
        assertThat(page.locator("#link")).hasAttribute("data-link", "live");
        return page;
    }

    @Test
    void aStepThatTakesLongerThanUsualHereIsMarked() {
        Page page = visit(new NewContextOptions().setLocale("en-GB"));

        assertThat(page.locator(".tile[data-station='kiosk-07'] .pace"))
                .hasText(Pattern.compile("0:5\\d in this step, usually 22\\.\\d s"));
        assertThat(page.locator(".tile[data-station='kiosk-07'] .pace"))
                .hasAttribute("data-slow", "true");
        assertThat(page.locator(".tile[data-station='kiosk-07'] .tile-usual"))
                .hasText("of usually 0:22");
        page.locator(".tile[data-station='kiosk-07'] a").click();
        assertThat(page.locator(".detail-head .tile-usual"))
                .hasText("usually 0:22 · p95 0:24 (5 sessions)");
        assertThat(page.locator("#pace"))
                .hasText(
                        Pattern.compile(
                                "0:5\\d in this step, usually 22\\.\\d s · p95 24\\.\\d s \\(5 times here\\) · longer than usual"));
        page.context().close();
    }

    @Test
    void tooFewAreNoData() {
        Page page = visit(new NewContextOptions().setLocale("en-GB"));

        assertThat(page.locator(".tile[data-station='kiosk-08'] .tile-usual")).hasText("");
        assertThat(page.locator(".tile[data-station='kiosk-08'] .pace")).isHidden();
        page.locator(".tile[data-station='kiosk-08'] a").click();
        assertThat(page.locator(".detail-head .tile-usual")).hasText("usual time: no data");
        assertThat(page.locator("#pace"))
                .hasText(Pattern.compile("0:5\\d in this step; usual time: no data"));

        complete("kiosk-08", "2004", 24);
        assertThat(page.locator(".detail-head .tile-usual"))
                .hasText("usually 0:22 · p95 0:24 (5 sessions)");
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"en, light, 1280", "fil, dark, 1280", "fil, light, 390", "en, dark, 390"})
    void itFitsInEachLanguageSchemeAndWidth(String tongue, String scheme, int width) {
        Page page =
                visit(
                        new NewContextOptions()
                                .setLocale(tongue.equals("fil") ? "fil-PH" : "en-GB")
                                .setColorScheme(
                                        ColorScheme.valueOf(scheme.toUpperCase(Locale.ROOT)))
                                .setViewportSize(width, 900));
        assertThat(page.locator(".tile[data-station='kiosk-07'] .pace")).isVisible();
        judge(page, "usual-wall", tongue, scheme, width);
        page.locator(".tile[data-station='kiosk-07'] a").click();
        assertThat(page.locator("#pace")).hasAttribute("data-slow", "true");
        judge(page, "usual-session", tongue, scheme, width);
        page.context().close();
    }

    private static void judge(Page page, String name, String tongue, String scheme, int width) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(
                                PICTURES.resolve(
                                        "%s-%s-%s-%d.png".formatted(name, tongue, scheme, width))));
        assertThat(Axe.faults(page)).isEmpty();
        assertThat(
                        ((Number)
                                        page.evaluate(
                                                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                                .intValue())
                .as("nothing hangs out of the window")
                .isZero();
    }
}
