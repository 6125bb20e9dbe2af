package dev.tanaw.stream.clients;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import dev.tanaw.stream.supervisor.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The browser's own EventSource, in a page of the same origin.
final class Chromium implements AutoCloseable {
    private final Browser browser = Browser.open();
    private final Page page = browser.page(new NewContextOptions());

    void follow(String host, String path) throws IOException {
        String listing = Files.readString(Path.of("clients/browser.js"));
        page.navigate(host + "/health/live");
        page.evaluate(
                """
                (path) => {
                  window.told = [];
                  %s
                  follow(path, ["state_change"], (type, data) => told.push(JSON.parse(data).n));
                }
                """
                        .formatted(listing),
                path);
    }

    List<Long> toldUpTo(long last, long patienceMillis) {
        page.waitForFunction(
                "(last) => told.includes(last)",
                Math.toIntExact(last),
                new Page.WaitForFunctionOptions().setTimeout((double) patienceMillis));
        return ((List<?>) page.evaluate("told"))
                .stream().map(n -> ((Number) n).longValue()).toList();
    }

    @Override
    public void close() {
        browser.close();
    }
}
