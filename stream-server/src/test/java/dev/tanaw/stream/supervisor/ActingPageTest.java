package dev.tanaw.stream.supervisor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import dev.tanaw.stream.access.Role;
import dev.tanaw.stream.access.Tokens;
import dev.tanaw.stream.http.Acting;
import dev.tanaw.stream.http.StreamConfig;
import dev.tanaw.stream.http.StreamServer;
import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.Retention;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A supervisor does something about a session on its page, and sees what the station answered.
@Timeout(180)
class ActingPageTest {
    private static final String SESSION = "019a9f2c-7b1e-7cc3-98c4-dc0c0c073bbb";

    @TempDir private Path folder = Path.of("target");
    private final List<Acting.Command> heard = new CopyOnWriteArrayList<>();
    private Tokens tokens = Tokens.none();
    private StreamServer server;
    private Browser browser;
    private Tale tale;

    @BeforeEach
    void start() throws Exception {
        tokens = Tokens.in(folder.resolve("tokens.json"));
        server = StreamServer.start(StreamConfig.onPort(0).trusting(tokens));
        browser = Browser.open();
        tale = new Tale("kiosk-01", SESSION, Duration.ofSeconds(20), this::publish);
        tale.tell("session_started", "{'camera':'webcam','demonstration':false}");
        tale.tell("state_change", "{'from':'ready','to':'searching','side':'front'}");
    }

    @AfterEach
    void stop() {
        browser.close();
        server.close();
    }

    /// A station that takes retakes of the front only, and tells each in the session.
    private CompletionStage<Acting.Answer> act(Acting.Command command) {
        heard.add(command);
        boolean done = !command.action().equals("retake_back");
        tale.tell(
                "supervisor_action",
                "{'id':'c%d','action':'%s','name':'%s','role':'%s','text':'%s','outcome':'%s'}"
                        .formatted(
                                heard.size(),
                                command.action(),
                                command.name(),
                                command.role(),
                                command.text(),
                                done ? "done" : "not_now"));
        return CompletableFuture.completedFuture(
                done
                        ? Acting.Answer.of(Acting.Verdict.DONE)
                        : new Acting.Answer(Acting.Verdict.REFUSED, "not_now"));
    }

    private void publish(ObjectNode envelope) {
        String type = envelope.path("type").asText();
        server.publish(
                new Message(
                        "kiosk-01",
                        Optional.of(SESSION),
                        type,
                        Retention.LASTING,
                        type + envelope.path("data").path("action").asText(),
                        envelope.toString().getBytes(UTF_8)));
    }

    private Page logIn(Role role, String name, String language) throws Exception {
        String token = tokens.add(name, role, Instant.EPOCH).token();
        Page page =
                browser.page(
                        new NewContextOptions().setLocale(language).setViewportSize(1280, 900));
        page.navigate("http://127.0.0.1:%d/login".formatted(server.port()));
        page.getByLabel("Token").fill(token);
        page.keyboard().press("Enter");
        assertThat(page.locator("#link-word")).isVisible();
        page.navigate("http://127.0.0.1:%d/#/session/%s".formatted(server.port(), SESSION));
        assertThat(page.locator(".detail-step")).isVisible();
        return page;
    }

    @Test
    void aSupervisorClaimsWritesAndAsksForAPicture() throws Exception {
        server.act(this::act);
        Page page = logIn(Role.SUPERVISOR, "anna", "en");
        page.locator("#act-claim").click();
        assertThat(page.locator(".detail-head .claim")).containsText("anna since");
        assertThat(page.locator(".acting-answer")).hasText("Done.");
        assertThat(page.locator("#act-claim")).hasText("Release");
        assertThat(page.locator("#act-approve")).isDisabled();

        page.locator("#act-message").focus();
        page.keyboard().press("Enter");
        page.keyboard().type("abc");
        page.keyboard().press("Enter");
        assertThat(page.locator("#acting-dialog [role=alert]")).containsText("4 letters");
        assertThat(Axe.faults(page)).isEmpty();
        page.screenshot(picture("message-en"));
        page.locator("#acting-text").fill("Check the date.");
        page.keyboard().press("Enter");
        assertThat(page.locator("#acting-dialog")).isHidden();
        assertThat(page.locator(".timeline"))
                .containsText("anna (supervisor) writes to the operator: Check the date.");

        page.locator("#act-retake").click();
        page.locator("#acting-side").selectOption("back");
        page.locator("#acting-text").fill("It is blurred");
        page.locator("#acting-go").click();
        assertThat(page.locator("#acting-dialog [role=alert]")).containsText("no such picture");
        page.locator("#acting-side").selectOption("front");
        page.locator("#acting-go").click();
        assertThat(page.locator("#acting-dialog")).isHidden();
        page.screenshot(picture("acted-en"));
        assertThat(Axe.faults(page)).isEmpty();
        page.keyboard().press("Escape");
        assertThat(page.locator(".tile .claim")).containsText("anna since");

        assertThat(heard)
                .extracting(Acting.Command::action)
                .containsExactly("claim", "message", "retake_back", "retake_front");
    }

    @Test
    void somebodyElsesClaimIsReleasedForAReason() throws Exception {
        server.act(this::act);
        tale.tell(
                "supervisor_action",
                "{'id':'c0','action':'claim','name':'ben','role':'admin','outcome':'done'}");
        tale.tell("problem", "{'code':'HELP-02'}");
        Page page = logIn(Role.SUPERVISOR, "anna", "fil");
        assertThat(page.locator(".detail-head .claim")).containsText("ben mula");
        page.locator("#act-claim").click();
        page.locator("#acting-text").fill("Umuwi na si Ben");
        page.locator("#acting-go").click();
        assertThat(page.locator(".detail-head .claim")).isHidden();

        page.locator("#act-decline").click();
        page.locator("#acting-text").fill("Mali ang numero");
        page.locator("#acting-go").click();
        assertThat(page.locator("#act-decline")).isDisabled();
        page.screenshot(picture("acted-fil"));
        tale.tell("session_ended", "{'outcome':'complete'}");
        server.end(SESSION);
        assertThat(page.locator(".acting")).isHidden();
        assertThat(heard)
                .extracting(Acting.Command::text)
                .containsExactly("Umuwi na si Ben", "Mali ang numero");
    }

    @Test
    void whoMayNotAndWhoeverLooksAtAHubIsOfferedNothing() throws Exception {
        Page onHub = logIn(Role.SUPERVISOR, "anna", "en");
        assertThat(onHub.locator("#show-values")).isVisible();
        assertThat(onHub.locator(".acting")).isHidden();
        server.act(this::act);
        Page viewer = logIn(Role.VIEWER, "vic", "en");
        assertThat(viewer.locator(".acting")).isHidden();
        Object status =
                viewer.evaluate(
                        "id => fetch(`/face/sessions/${id}/actions`, {method: 'POST', body: '{\"action\":\"claim\"}'}).then(answer => answer.status)",
                        SESSION);
        assertThat(status).isEqualTo(403);
        assertThat(heard).isEmpty();
    }

    private static Page.ScreenshotOptions picture(String name) {
        return new Page.ScreenshotOptions()
                .setPath(Path.of("target", "supervisor", "acting-" + name + ".png"));
    }
}
