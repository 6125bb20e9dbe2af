package dev.tanaw.stream.clients;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import dev.tanaw.stream.http.StreamConfig;
import dev.tanaw.stream.http.StreamServer;
import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.Retention;
import dev.tanaw.stream.supervisor.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// `/client.js` in the windows of one browser.
@Timeout(90)
class SharedConnectionTest {
    private static final int TABS = 8;

    /// Notes the number of each event; a snapshot has the newest one.
    private static final String TAB =
            """
            <!doctype html>
            <title>a tab</title>
            <script type="module">
              import { connect } from "/client.js";
              window.told = [];
              window.role = "";
              const note = ({ n }) => told.push(n);
              window.stream = connect({
                onSnapshot: (events) => events.forEach(note),
                onEvent: note,
                onRole: (role) => (window.role = role),
              });
            </script>
            """;

    private final StreamServer server = StreamServer.start(StreamConfig.onPort(0));
    private final AtomicLong published = new AtomicLong();
    private final AtomicBoolean goesOn = new AtomicBoolean(true);
    private Browser browser;
    private BrowserContext windows;

    @BeforeEach
    void open() {
        publishNext();
        browser = Browser.open();
        windows = browser.page(new NewContextOptions()).context();
    }

    @AfterEach
    void stop() {
        goesOn.set(false);
        browser.close();
        server.close();
    }

    @Test
    void eightTabsShareOneConnectionAndLoseNothingWhenItsHolderGoes() throws Exception {
        Thread publisher = Thread.ofPlatform().name("publisher").daemon().start(this::publish);
        List<Page> tabs = new ArrayList<>();
        for (int i = 0; i < TABS; i++) {
            tabs.add(tab(TAB));
        }
        for (Page tab : tabs) {
            tab.waitForFunction("told.length > 50");
        }
        await().until(() -> server.stats().connectionsAll() == 1);

        for (int holders = 0; holders < 3; holders++) {
            Page holder = leaderOf(tabs);
            tabs.remove(holder);
            if (holders == 0) {
                holder.evaluate("stream.close()");
            } else {
                holder.close();
            }
            leaderOf(tabs);
        }
        goesOn.set(false);
        publisher.join();

        for (Page tab : tabs) {
            tab.waitForFunction("(n) => told.includes(n)", published.intValue());
            List<Long> told = told(tab);
            assertThat(told)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(told.getFirst(), published.get())
                                    .boxed()
                                    .toList());
        }
        await().until(() -> server.stats().connectionsAll() == 1);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void withoutItABrowserOpensSixConnectionsAndTheOthersWait() {
        Page page = tab("<!doctype html><title>plain</title>");
        page.evaluate(
                """
                () => {
                  window.sources = Array.from({ length: 8 }, () => new EventSource("/stations/stream"));
                  window.open_ = () => sources.filter(({ readyState }) => readyState === 1).length;
                }
                """);

        page.waitForFunction("open_() === 6");
        await().during(Duration.ofMillis(300)).until(() -> server.stats().connectionsAll() == 6);
    }

    @Test
    void thePageOfTheDocumentsShowsWhatHappensAndWhenItIsNotLive() throws IOException {
        Page page = tab(Files.readString(Path.of("clients/page.html")));

        assertThat(page.locator("#link")).hasText("live");
        assertThat(page.locator("li")).containsText("kiosk-07: state_change");
        server.close();
        assertThat(page.locator("#link")).hasText("not live");
    }

    private Page tab(String html) {
        String address = "http://127.0.0.1:" + server.port() + "/trial.html";
        Page tab = windows.newPage();
        tab.route(
                address,
                route ->
                        route.fulfill(
                                new FulfillOptions().setContentType("text/html").setBody(html)));
        tab.navigate(address);
        return tab;
    }

    private static Page leaderOf(List<Page> tabs) {
        return await().until(
                        () ->
                                tabs.stream()
                                        .filter(tab -> tab.evaluate("role").equals("leads"))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static List<Long> told(Page tab) {
        return ((List<?>) tab.evaluate("told"))
                .stream().map(n -> ((Number) n).longValue()).toList();
    }

    private void publish() {
        while (goesOn.get()) {
            publishNext();
            LockSupport.parkNanos(3_000_000);
        }
    }

    private void publishNext() {
        String json =
                "{\"v\":1,\"station\":\"kiosk-07\",\"session\":\"a\",\"type\":\"state_change\",\"time\":\"2026-11-22T10:15:30Z\",\"n\":%d}"
                        .formatted(published.incrementAndGet());
        server.publish(
                new Message(
                        "kiosk-07",
                        Optional.of("a"),
                        "state_change",
                        Retention.LASTING,
                        "state",
                        json.getBytes(UTF_8)));
    }
}
