package dev.tanaw.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tanaw.stream.http.StreamConfig;
import dev.tanaw.stream.http.StreamServer;
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
        "'--host,0.0.0.0', over TLS",
        "'--port,70000', port 70000",
        "'--follow,kiosk-07', not an address",
        "'--follow,http://kiosk-07:7070,--token,x', clear text",
        "'--follow,https://kiosk-07:7070,--pin,ab', 64 hexadecimal digits",
        "'--follow,http://127.0.0.1:7071,--name,a b', a hub's name"
    })
    void whatWouldLetStrangersInIsRefusedWithTheReason(String options, String reason) {
        int code = commandLine().execute(("hub," + options).split(",", -1));

        assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains(reason);
    }

    @Test
    void aHubTellsWhatTheOtherThatItFollowsIsTold() throws Exception {
        try (StreamServer station = StreamServer.start(StreamConfig.onPort(0).opened())) {
            String url = "http://127.0.0.1:" + station.port();
            String[] line = {"hub", "--port", "0", "--name", "site", "--follow", url};
            Thread hub = Thread.ofPlatform().start(() -> commandLine().execute(line));
            try (HttpClient client = HttpClient.newHttpClient()) {
                await().until(() -> URL.matcher(out.toString()).find());
                Matcher listening = URL.matcher(out.toString());
                assertThat(listening.find()).isTrue();
                URI here = URI.create(listening.group());
                client.send(
                        post(URI.create(url + "/face/sessions/s/events")), BodyHandlers.ofString());
                HttpRequest asked =
                        HttpRequest.newBuilder(here.resolve("face/sessions/s/events")).build();
                await().until(() ->
                        client.send(asked, BodyHandlers.ofString())
                                .body()
                                .contains("\"session\":\"s\""));
            } finally {
                hub.interrupt();
                hub.join();
            }
            assertThat(out.toString())
                    .contains("It follows 127.0.0.1:" + station.port(), "calls itself site");
        }
    }

    private static HttpRequest post(URI address) {
        return HttpRequest.newBuilder(address)
                .POST(BodyPublishers.ofString("{\"type\":\"x\",\"data\":{}}"))
                .build();
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
            HttpRequest request = post(URI.create(url.group() + "face/sessions/s/events"));
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
