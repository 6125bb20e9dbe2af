package dev.tanaw.stream.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.stream.access.Role;
import dev.tanaw.stream.access.Tokens;
import dev.tanaw.stream.http.LivePicture.Look;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The picture of a station, for those who may see it and while it is of this moment.
@Timeout(60)
class PicturesTest {
    private static final byte[] PNG = "not looked into".getBytes(UTF_8);

    @TempDir private Path folder = Path.of("target");
    private final HttpClient client = HttpClient.newHttpClient();
    private Tokens tokens = Tokens.none();
    private StreamServer server;

    @BeforeEach
    void start() throws Exception {
        tokens = Tokens.in(folder.resolve("tokens.json"));
        server = StreamServer.start(StreamConfig.onPort(0).trusting(tokens));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static Look look(String station) {
        return switch (station) {
            case "kiosk-01" -> new Look.Shown(ByteBuffer.wrap(PNG), Duration.ofMillis(120));
            case "kiosk-02" -> new Look.Blind();
            default -> new Look.Elsewhere();
        };
    }

    private HttpResponse<byte[]> get(String path, String token) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    @Test
    void aViewerGetsItWithItsAgeAndNobodyKeepsIt() throws Exception {
        server.show(PicturesTest::look);
        String viewer = tokens.add("anna", Role.VIEWER, Instant.EPOCH).token();
        HttpResponse<byte[]> answer = get("/stations/kiosk-01/picture", viewer);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(PNG);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Tanaw-Age-Ms")).contains("120");
        assertThat(new String(get("/me", viewer).body(), UTF_8)).contains("\"pictures\":true");
    }

    @Test
    void whatIsNotOfThisMomentIsNotShown() throws Exception {
        server.show(PicturesTest::look);

        HttpResponse<byte[]> answer = get("/stations/kiosk-02/picture", "");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void anotherProcessHasNone() throws Exception {
        server.show(PicturesTest::look);
        assertThat(get("/stations/kiosk-03/picture", "").statusCode()).isEqualTo(409);
    }

    @Test
    void withoutTheOptionThereIsNone() throws Exception {
        HttpResponse<byte[]> answer = get("/stations/kiosk-01/picture", "");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(new String(answer.body(), UTF_8)).contains("\"code\":\"no_pictures\"");
        assertThat(new String(get("/me", "").body(), UTF_8)).contains("\"pictures\":false");
    }

    @Test
    void aWrongTokenSeesNone() throws Exception {
        server.show(PicturesTest::look);
        assertThat(get("/stations/kiosk-01/picture", "nonsense").statusCode()).isEqualTo(401);
    }
}
