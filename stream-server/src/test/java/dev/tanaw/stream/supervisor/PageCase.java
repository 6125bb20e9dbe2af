package dev.tanaw.stream.supervisor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// A page on the real server, in a real browser.
abstract class PageCase {
    static final String SESSION = "019a9f2c-7b1e-7cc3-98c4-dc0c0c07398f";
    static final String OTHER = "019a9f2c-7b1e-7cc3-98c4-dc0c0c073990";

    private static Browser browser;
    LiveServer server;
    Scenes scenes;
    Page page;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void openPage() {
        server = LiveServer.start(0, Duration.ofSeconds(15));
        scenes = new Scenes(envelope -> server.publish(envelope));
        page = browser.page(new NewContextOptions().setLocale("en-GB"));
    }

    @AfterEach
    void closeAll() {
        page.context().close();
        server.close();
        assertThat(browser.complaints()).isEmpty();
    }

    void visit() {
        page.navigate("http://127.0.0.1:" + server.port() + "/");
        isLive();
    }

    void isLive() {
        assertThat(page.locator("#link-word")).hasText("Live");
    }

    Locator tile(String session) {
        return page.locator(".tile[data-session='" + session + "']");
    }

    /// [#SESSION] goes on at kiosk-07, any other at kiosk-08.
    Tale begin(String session) {
        return begin(session, Duration.ofSeconds(3));
    }

    Tale begin(String session, Duration age) {
        String station = session.equals(SESSION) ? "kiosk-07" : "kiosk-08";
        scenes.beats(station, Duration.ofSeconds(60));
        return scenes.begun(station, session, age, true);
    }

    /// Has had a problem for so long that it is an alarm.
    void trouble(Tale tale) {
        tale.tell("problem", "{'code':'CAM-01'}", Duration.ofSeconds(4))
                .tell("quality_update", Scenes.glare("front"));
    }
}
