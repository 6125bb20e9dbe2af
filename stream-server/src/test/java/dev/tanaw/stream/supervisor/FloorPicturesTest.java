package dev.tanaw.stream.supervisor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Draws a wall with many stations from a phone to a 4K screen, into `target/supervisor`.
class FloorPicturesTest {
    private static Browser browser;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fil, light, 390,  844,  30,  ?",
        "en,  dark,  1280, 900,  30,  ?group=site",
        "fil, dark,  1280, 900,  120, ?",
        "en,  light, 3840, 2160, 120, ?tv=1",
        "en,  dark,  3840, 2160, 120, ?"
    })
    void aFloorOfStationsFitsTheScreen(
            String tongue, String scheme, int width, int height, int stations, String view) {
        try (LiveServer server = LiveServer.start(0, Duration.ofSeconds(15))) {
            ManyStations floor =
                    new ManyStations(stations, Duration.ofSeconds(60), server::publish);
            Page page =
                    browser.page(
                            new NewContextOptions()
                                    .setLocale(tongue.equals("fil") ? "fil-PH" : "en-GB")
                                    .setColorScheme(
                                            ColorScheme.valueOf(scheme.toUpperCase(Locale.ROOT)))
                                    .setViewportSize(width, height));
            page.navigate("http://127.0.0.1:" + server.port() + "/" + view);
            assertThat(page.locator(".tile")).hasCount(stations);
            floor.goOn(0);

            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(
                                    Path.of(
                                            "target",
                                            "supervisor",
                                            "floor-%s-%s-%d-%d.png"
                                                    .formatted(tongue, scheme, width, stations))));
            assertThat(hangsOut(page, "Width")).as("to the side").isZero();
            if (view.contains("tv")) {
                assertThat(hangsOut(page, "Height")).as("below a screen for all").isZero();
            }
            assertThat(Axe.faults(page)).isEmpty();
            assertThat(browser.complaints()).isEmpty();
            page.context().close();
        }
    }

    private static int hangsOut(Page page, String side) {
        return ((Number)
                        page.evaluate(
                                "side => document.documentElement['scroll' + side] - document.documentElement['client' + side]",
                                side))
                .intValue();
    }
}
