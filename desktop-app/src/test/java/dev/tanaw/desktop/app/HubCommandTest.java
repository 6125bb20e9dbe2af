package dev.tanaw.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/// The hub as it is started from the command line.
@Timeout(60)
class HubCommandTest {
    private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+/");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void anOpenHubTakesEventsAndHandsThemOut() throws Exception {
        String published = publish("--open");

        assertThat(published).contains("\"positions\":[");
        assertThat(out.toString()).contains("It is open");
    }

    @Test
    void aHubThatIsNotOpenTakesNothingWithoutAToken() throws Exception {
        assertThat(publish()).contains("\"status\":401");
    }

    @ParameterizedTest
    @CsvSource({
        "'--open,--host,0.0.0.0', --open is for loopback only",
        "'--open,--host,192.168.1.7', --open is for loopback only",
        "'--host,0.0.0.0', needs TLS",
        "'--port,70000', port 70000"
    })
    void whatWouldLetStrangersInIsRefusedWithTheReason(String options, String reason) {
        int code = commandLine().execute(("hub," + options).split(",", -1));

        assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains(reason);
    }

    private String publish(String... options) throws Exception {
        String[] all = new String[options.length + 3];
        System.arraycopy(new String[] {"hub", "--port", "0"}, 0, all, 0, 3);
        System.arraycopy(options, 0, all, 3, options.length);
        Thread hub = Thread.ofPlatform().start(() -> commandLine().execute(all));
        try (HttpClient client = HttpClient.newHttpClient()) {
            await().until(() -> URL.matcher(out.toString()).find());
            Matcher url = URL.matcher(out.toString());
            assertThat(url.find()).isTrue();
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url.group() + "face/sessions/s/events"))
                            .POST(BodyPublishers.ofString("{\"type\":\"x\",\"data\":{}}"))
                            .build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return answer.body();
        } finally {
            hub.interrupt();
            hub.join();
        }
    }

    private CommandLine commandLine() {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }
}
