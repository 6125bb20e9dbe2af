package dev.tanaw.stream.supervisor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.tanaw.stream.access.Role;
import dev.tanaw.stream.access.Tokens;
import dev.tanaw.stream.http.StreamConfig;
import dev.tanaw.stream.http.StreamServer;
import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.Retention;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A supervisor asks on the page to see the values of a session.
@Timeout(180)
class ShownValuesTest {
    private static final String SESSION = "019a9f2c-7b1e-7cc3-98c4-dc0c0c073aaa";
    private static final String SECRET = "DELA CRUZ";

    @TempDir private Path folder = Path.of("target");
    private final List<String> announced = new CopyOnWriteArrayList<>();
    private Tokens tokens = Tokens.none();
    private StreamServer server;
    private Browser browser;
    private Tale tale;

    @BeforeEach
    void start() throws Exception {
        tokens = Tokens.in(folder.resolve("tokens.json"));
        server = StreamServer.start(StreamConfig.onPort(0).trusting(tokens));
        server.disclose((session, who, reason) -> announced.add(who + ": " + reason));
        browser = Browser.open();
        tale = new Tale("kiosk-01", SESSION, Duration.ofSeconds(20), this::publish);
        tale.tell("session_started", "{'camera':'webcam','demonstration':false}");
        tale.tell("state_change", "{'from':'ready','to':'searching','side':'front'}");
        tale.tell("extraction_field", field("last_name"));
    }

    @AfterEach
    void stop() {
        browser.close();
        server.close();
    }

    private static String field(String name) {
        return "{'side':'front','field':'%s','value':'D••• C•••','source':'mrz','confidence':0.97,'band':'green','checks':[],'repaired':false,'box':[],'since_shot_ms':200}"
                .formatted(name);
    }

    private void publish(ObjectNode envelope) {
        byte[] masked = envelope.toString().getBytes(UTF_8);
        byte[] full = envelope.toString().replace("D••• C•••", SECRET).getBytes(UTF_8);
        String type = envelope.path("type").asText();
        server.publish(
                new Message(
                        "kiosk-01",
                        Optional.of(SESSION),
                        type,
                        Retention.LASTING,
                        type + envelope.path("data").path("field").asText().hashCode(),
                        masked,
                        Optional.of(full)));
    }

    private Page logIn(Role role, String language) throws Exception {
        String token = tokens.add("desk-" + language, role, Instant.EPOCH).token();
        Page page =
                browser.page(
                        new NewContextOptions()
                                .setLocale(language)
                                .setColorScheme(
                                        language.equals("fil")
                                                ? ColorScheme.DARK
                                                : ColorScheme.LIGHT)
                                .setViewportSize(1280, 900));
        page.navigate("http://127.0.0.1:%d/login".formatted(server.port()));
        page.getByLabel("Token").fill(token);
        page.keyboard().press("Enter");
        assertThat(page.locator("#link-word")).isVisible();
        page.navigate("http://127.0.0.1:%d/#/session/%s".formatted(server.port(), SESSION));
        assertThat(page.locator("td.value").first()).hasText("D••• C•••");
        return page;
    }

    @Test
    void withAReasonTheyAreSeenForAWhileAndNowhereElse() throws Exception {
        Page page = logIn(Role.SUPERVISOR, "en");
        assertThat(page.locator(".facts")).containsText("desk-en (supervisor)");
        page.locator("#show-values").click();
        page.locator("#values-reason").fill("so");
        page.locator("#values-dialog").evaluate("it => it.querySelector('form').noValidate = true");
        page.keyboard().press("Enter");
        assertThat(page.locator(".values-wrong")).containsText("4 letters");
        page.screenshot(picture("asked-en"));
        assertThat(Axe.faults(page)).isEmpty();
        page.locator("#values-reason").fill("the name cannot be read");
        page.keyboard().press("Enter");

        assertThat(page.locator("td.value").first()).hasText(SECRET);
        assertThat(announced).containsExactly("desk-en: the name cannot be read");
        assertThat(page.locator("#values-open [role=timer]"))
                .hasText(Pattern.compile("9:5\\d|10:00"));
        assertThat(page.locator("#values-dialog")).isHidden();
        tale.tell("extraction_field", field("first_name"));
        assertThat(page.locator("td.value").nth(1)).hasText(SECRET);
        page.screenshot(picture("shown-en"));
        assertThat(Axe.faults(page)).isEmpty();

        Download export = page.waitForDownload(() -> page.locator("#export").click());
        assertThat(Files.readString(export.path())).contains(SESSION).doesNotContain(SECRET);
        assertThat(page.title() + page.url() + page.evaluate("() => JSON.stringify(localStorage)"))
                .doesNotContain(SECRET);
        page.locator("#hide-values").click();
        assertThat(page.locator("td.value").first()).hasText("D••• C•••");
        assertThat(page.locator("#show-values")).isFocused();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theyAreHiddenOnPaperElsewhereAndAtTheEnd() throws Exception {
        Page page = logIn(Role.ADMIN, "fil");
        show(page);
        page.screenshot(picture("shown-fil"));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.evaluate("() => dispatchEvent(new Event('beforeprint'))");
        assertThat(page.locator("td.value").first()).hasText("D••• C•••");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

        show(page);
        page.keyboard().press("Escape");
        assertThat(page.locator(".tile").first()).isVisible();
        assertThat(page.locator("body")).not().containsText(SECRET);
        page.goBack();
        assertThat(page.locator("td.value").first()).hasText("D••• C•••");

        show(page);
        tale.tell("session_ended", "{'outcome':'complete'}");
        server.end(SESSION);
        assertThat(page.locator("td.value").first()).hasText("D••• C•••");
        assertThat(page.locator(".values-lost")).isVisible();
        assertThat(page.locator("#show-values")).isHidden();
        assertThat(announced).hasSize(3);
    }

    @Test
    void whoMayNotIsNotOfferedThem() throws Exception {
        Page page = logIn(Role.VIEWER, "en");

        assertThat(page.locator("#detail")).isVisible();
        assertThat(page.locator("#show-values")).isHidden();
        Object status =
                page.evaluate(
                        "id => fetch(`/face/sessions/${id}/unmask`, {method: 'POST', body: '{\"reason\":\"curious\"}'}).then(answer => answer.status)",
                        SESSION);
        assertThat(status).isEqualTo(403);
        assertThat(announced).isEmpty();
    }

    private static void show(Page page) {
        page.locator("#show-values").click();
        page.locator("#values-reason").fill("the name cannot be read");
        page.locator("#values-go").click();
        assertThat(page.locator("td.value").first()).hasText(SECRET);
    }

    private static Page.ScreenshotOptions picture(String name) {
        return new Page.ScreenshotOptions()
                .setPath(Path.of("target", "supervisor", "values-" + name + ".png"));
    }
}
