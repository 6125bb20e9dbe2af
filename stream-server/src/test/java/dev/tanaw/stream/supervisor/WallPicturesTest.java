package dev.tanaw.stream.supervisor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Draws the wall with sessions in many states, in each language, scheme and width, into
/// `target/supervisor`. Look at the pictures; what can be judged without eyes is judged here.
class WallPicturesTest {
    private static final Path PICTURES = Path.of("target", "supervisor");
    private static final String IN_TROUBLE = "019a9f2c-7b1e-7cc3-98c4-dc0c0c073990";

    private static Browser browser;
    private LiveServer server;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @BeforeEach
    void open() {
        server = LiveServer.start(0, Duration.ofSeconds(15));
        Scenes scenes = new Scenes(server::publish);
        scenes.station("kiosk-01", false);
        scenes.station("kiosk-02", false);
        scenes.station("kiosk-03", true);
        scenes.station("kiosk-04", false);
        scenes.station("kiosk-05", false)
                .tell(
                        "camera_lost",
                        "{'fault':'disconnected','retry_in_ms':4000}",
                        Duration.ofMinutes(90).minusSeconds(20));
        scenes.station("kiosk-06", false);
    }

    /// What goes on at the kiosks now: told anew for each picture, so that it is fresh.
    private void happen(String prefix) {
        Scenes scenes = new Scenes(server::publish);
        Scenes.ended(
                Scenes.read(scenes.begun("kiosk-01", prefix + "3981", seconds(41), false)),
                "complete");
        Scenes.ended(scenes.begun("kiosk-06", prefix + "3982", seconds(95), false), "timed_out");
        Scenes.ended(
                Scenes.read(scenes.begun("kiosk-06", prefix + "3983", seconds(30), false)),
                "referred");
        scenes.begun("kiosk-01", prefix + "3984", seconds(6), false)
                .tell("quality_update", Scenes.glare("front"));
        Scenes.fields(Scenes.shot(scenes.begun("kiosk-02", prefix + "3985", seconds(9), false)));
        Scenes.read(scenes.begun("kiosk-03", prefix + "3986", seconds(14), true))
                .tell("state_change", Scenes.change("confirm", "flip_to_back", "back", "flip"))
                .tell(
                        "state_change",
                        Scenes.change("flip_to_back", "back_searching", "back", "show_back"))
                .tell("quality_update", Scenes.glare("back"))
                .tell("warning", "{'code':'DOC-02'}");
        scenes.begun("kiosk-04", prefix + "3990", seconds(52), false)
                .tell("state_change", Scenes.cancelled("front", "motion_detected", "hold_still"))
                .tell(
                        "quality_gate_failed",
                        "{'side':'front','gate':'focus','value':0.31,'limit':0.5,'unit':'ratio','pass':false}")
                .tell("quality_update", Scenes.blurred());
        scenes.begun("kiosk-05", prefix + "3988", seconds(20), false)
                .tell("state_change", Scenes.cancelled("front", "camera_lost", "wait_camera"));
        scenes.begun("kiosk-06", prefix + "3989", seconds(12), false)
                .tell(
                        "state_change",
                        Scenes.change("searching", "countdown", "front", "do_not_move"))
                .tell("capture_start", "{'side':'front','countdown_ms':600}")
                .tell("capture_progress", "{'side':'front','done':0.6}")
                .tell("quality_update", Scenes.still("front"));
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en,  light, 1280",
        "fil, dark,  1280",
        "en,  dark,  390",
        "fil, light, 390",
        "en, dark, 2560"
    })
    void theWallFitsItsWindowInEachLanguageSchemeAndWidth(String tongue, String scheme, int width) {
        String prefix =
                IN_TROUBLE.substring(0, 28) + tongue.charAt(0) + scheme.charAt(0) + width % 9 + "-";
        happen(prefix);
        Page page =
                browser.page(
                        new NewContextOptions()
                                .setLocale(tongue.equals("fil") ? "fil-PH" : "en-GB")
                                .setColorScheme(
                                        ColorScheme.valueOf(
                                                scheme.toUpperCase(java.util.Locale.ROOT)))
                                .setViewportSize(width, 900));
        page.navigate("http://127.0.0.1:" + server.port() + "/");
        assertThat(page.locator("html")).hasAttribute("lang", tongue);
        Locator trouble = page.locator("[data-session='" + prefix + "3990']");
        assertThat(trouble).hasAttribute("data-need", "struggling");
        picture(page, "wall", tongue, scheme, width);
        assertThat(overflow(page)).as("nothing hangs out of the window").isZero();
        assertThat(Axe.faults(page)).isEmpty();

        trouble.locator("a").click();
        assertThat(page.locator("#detail h1")).hasText("kiosk-04");
        picture(page, "session", tongue, scheme, width);
        assertThat(overflow(page)).isZero();
        page.navigate("http://127.0.0.1:" + server.port() + "/#/session/" + prefix + "3986");
        assertThat(page.locator("#detail h1")).hasText("kiosk-03");
        assertThat(page.locator(".timeline li")).not().hasCount(0);
        picture(page, "read", tongue, scheme, width);
        assertThat(Axe.faults(page)).isEmpty();
        page.locator(".back").click();
        server.close();
        assertThat(page.locator("#link")).hasAttribute("data-link", "reconnecting");
        assertThat(page.locator(".tile[data-live='true']:not([data-outcome])")).hasCount(0);
        picture(page, "away", tongue, scheme, width);
        assertThat(Axe.faults(page)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
        page.context().close();
    }

    private static void picture(Page page, String name, String tongue, String scheme, int width) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(
                                PICTURES.resolve(
                                        "%s-%s-%s-%d.png".formatted(name, tongue, scheme, width))));
    }

    private static int overflow(Page page) {
        return ((Number)
                        page.evaluate(
                                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }
}
