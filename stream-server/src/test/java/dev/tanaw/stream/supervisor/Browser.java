package dev.tanaw.stream.supervisor;

import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A real Chromium: the one of the operating system, found by `PATH`. Tests are skipped where there
/// is none.
public final class Browser implements AutoCloseable {
    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    public static Browser open() {
        // A server that says goodbye asks its readers to come back within ten seconds.
        PlaywrightAssertions.setDefaultAssertionTimeout(25_000);
        Optional<Path> executable = executable();
        if (executable.isEmpty()) {
            abort("no Chromium on the PATH: apt-get install chromium");
        }
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable.orElseThrow())
                                        .setArgs(FLAGS)));
    }

    private static Optional<Path> executable() {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .flatMap(folder ->
                        Stream.of("chromium", "chromium-browser", "google-chrome")
                                .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// A page with its own storage that notes every complaint of the browser.
    public Page page(com.microsoft.playwright.Browser.NewContextOptions options) {
        Page page = chromium.newContext(options).newPage();
        page.setDefaultTimeout(10_000);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    /// What the browser wrote to its console, without the failed connections that a test caused.
    public List<String> complaints() {
        return complaints.stream()
                .filter(line -> !line.contains("net::ERR_") && !line.contains("EventSource"))
                .toList();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
