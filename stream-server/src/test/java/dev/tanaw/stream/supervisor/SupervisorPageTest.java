package dev.tanaw.stream.supervisor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SupervisorPageTest {
    private static final String SESSION = "019a9f2c-7b1e-7cc3-98c4-dc0c0c07398f";

    private static Browser browser;
    private TestStream stream;
    private Scenes scenes;
    private Page page;

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
        stream = TestStream.start(0, "a1", Duration.ofSeconds(15));
        scenes = new Scenes(envelope -> stream.publish(envelope));
        page = browser.page(new NewContextOptions().setLocale("en-GB"));
    }

    @AfterEach
    void closeAll() {
        page.context().close();
        stream.close();
        assertThat(browser.complaints()).isEmpty();
    }

    private void visit() {
        page.navigate("http://127.0.0.1:" + stream.port() + "/");
        assertThat(page.locator("#link-word")).hasText("Live");
    }

    @Test
    void fieldsAppearMaskedAsTheyAreRead() {
        visit();
        assertThat(page.locator("#empty")).isVisible();

        Tale tale = scenes.begun("kiosk-07", SESSION, Duration.ofSeconds(3), true);
        Scenes.fields(Scenes.shot(tale));

        assertThat(page.locator(".tile")).hasCount(1);
        assertThat(page.locator(".tile tbody tr")).hasCount(5);
        assertThat(page.locator(".tile tbody tr").first()).hasText("Last nameE•••••••MRZ97 %sure");
        assertThat(page.locator(".tile .demonstration")).isVisible();
    }
}
