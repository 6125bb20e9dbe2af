package dev.tanaw.stream.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tanaw.stream.access.Role;
import dev.tanaw.stream.access.Tokens;
import dev.tanaw.stream.hub.Pulse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The listener for other machines: TLS 1.3, HTTP/2 and HTTP/1.1, nothing without a credential.
@Timeout(60)
class OutsideTest {
    @TempDir private static Path folder = Path.of("target");
    private static final Set<String> NAMES = Set.of("localhost", "kiosk.example");

    private Tokens tokens = Tokens.none();
    private String token = "";
    private Identity identity;
    private StreamServer server;
    private HttpClient client;

    @BeforeEach
    void start() throws Exception {
        tokens = Tokens.in(folder.resolve("tokens.json"));
        token = tokens.add("desk", Role.SUPERVISOR, Instant.EPOCH).token();
        identity = Identity.in(folder.resolve("tls"), NAMES, InstantSource.system());
        server = StreamServer.start(config());
        client =
                HttpClient.newBuilder().sslContext(Pinned.trusting(identity.fingerprint())).build();
    }

    private StreamConfig config() {
        return StreamConfig.onPort(0)
                .trusting(tokens)
                .pulsing(
                        new Pulse(
                                Duration.ofMillis(200),
                                Duration.ofSeconds(1),
                                Duration.ofMinutes(1)))
                .and(new Outside("127.0.0.1", 0, identity, NAMES));
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void aStreamComesOverEitherHttp(Version version) throws Exception {
        server.publish(Events.lasting("s", 1));
        try (Follower follower = follow("/face/stream/s?from=start", version)) {
            assertThat(follower.answer().version()).isEqualTo(version);
            assertThat(follower.answer().headers().firstValue("content-type"))
                    .hasValue("text/event-stream");
            follower.until("\"n\":1}");
            server.publish(Events.lasting("s", 2));
            follower.until("\"n\":2}");
        }
        await().until(() -> server.stats().connections() == 0);
    }

    /// A browser opens six connections to a server, and as many streams as it likes on one of
    /// HTTP/2.
    @Test
    void aHundredStreamsShareOneConnection() throws Exception {
        List<Follower> followers = new ArrayList<>();
        server.publish(Events.lasting("s", 1));
        for (int i = 0; i < 100; i++) {
            followers.add(follow("/face/stream/s", Version.HTTP_2));
        }
        server.publish(Events.lasting("s", 2));
        for (Follower each : followers) {
            each.until("\"n\":2}");
        }

        assertThat(server.stats().connections()).isEqualTo(100);
        followers.removeLast().close(); // one stream of the shared connection
        await().until(() -> server.stats().connections() == 99);
        client.shutdownNow();
        await().until(() -> server.stats().connections() == 0);
    }

    /// It costs its own stream, not those beside it.
    @Test
    void aStalledStreamIsEndedAndItsNeighboursGoOn() throws Exception {
        server.publish(Events.lasting("s", 1));
        try (Follower stalled = follow("/face/stream/s", Version.HTTP_2);
                Follower well = follow("/face/stream/s", Version.HTTP_2)) {
            well.until("\"n\":1}");
            long stop = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            for (int n = 2; server.stats().stalled() == 0 && System.nanoTime() < stop; n++) {
                server.publish(Events.sized("s", n, 100_000));
                well.until("\"n\":" + n + "}");
            }

            assertThat(server.stats().stalled()).isEqualTo(1);
            assertThat(server.stats().connections()).isEqualTo(1);
            server.publish(Events.lasting("s", 100_000));
            well.until("\"n\":100000}");
            assertThat(stalled.answer().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void goodbyeIsSaidOverHttp2() throws Exception {
        try (Follower follower = follow("/stations/stream", Version.HTTP_2)) {
            follower.until("stream_open");
            Thread closing = Thread.ofPlatform().start(server::close);
            follower.until("\"drain\""); // this client drops what it has not read when a link ends
            closing.join();
        }
    }

    @Test
    void nothingIsDoneWithoutACredentialNotEvenFromThisMachine() throws Exception {
        for (String path : List.of("/face/sessions", "/stations/stream", "/metrics")) {
            HttpRequest request = HttpRequest.newBuilder(uri(path)).build();
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(401);
        }
        assertThat(SseSocket.open(server.port(), "/stations/stream").status()).isEqualTo(200);
    }

    @Test
    void onlyItsOwnNamesAreAnswered() throws Exception {
        assertThat(status("kiosk.example")).isEqualTo(200);
        assertThat(status("KIOSK.example")).isEqualTo(200);
        assertThat(status("evil.example")).isEqualTo(421);
    }

    private int status(String host) throws IOException {
        try (SSLSocket socket = socket("TLSv1.3")) {
            String request =
                    "GET /health/live HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(host);
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            String line = lines(socket.getInputStream()).readLine();
            return Integer.parseInt(line.split(" ", -1)[1]);
        }
    }

    @Test
    void olderTlsAndPlainTextAreRefused() throws Exception {
        assertThatThrownBy(
                        () -> {
                            try (SSLSocket socket = socket("TLSv1.2")) {
                                socket.startHandshake();
                            }
                        })
                .isInstanceOf(IOException.class);
        HttpRequest plain =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/health/live"))
                        .build();
        assertThatThrownBy(() -> client.send(plain, BodyHandlers.discarding()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void withoutAnyCredentialThereIsNoListener() {
        StreamConfig inside = StreamConfig.onPort(0);
        Outside outside = new Outside("0.0.0.0", 0, identity, NAMES);

        assertThatThrownBy(() -> inside.and(outside))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("token add");
    }

    @Test
    void aCredentialThatCannotReadOpensNoListener() throws Exception {
        Tokens stations = Tokens.in(folder.resolve("stations.json"));
        stations.add("till", Role.STATION, Instant.EPOCH);
        StreamConfig inside = StreamConfig.onPort(0).trusting(stations);
        Outside outside = new Outside("0.0.0.0", 0, identity, NAMES);

        assertThatThrownBy(() -> inside.and(outside))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("token add");
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StreamConfig config =
                    config().and(new Outside("127.0.0.1", taken.getLocalPort(), identity, NAMES));
            assertThatThrownBy(() -> StreamServer.start(config))
                    .isInstanceOfSatisfying(
                            PortInUse.class,
                            e -> {
                                assertThat(e.port()).isEqualTo(taken.getLocalPort());
                                assertThat(e.isOutside()).isTrue();
                            });
        }
    }

    @Test
    void theCertificateIsKeptForItsOwnerAndRenewedInTime() throws Exception {
        Path file = folder.resolve("tls/identity.p12");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Identity again = Identity.in(folder.resolve("tls"), NAMES, InstantSource.system());
        assertThat(again.fingerprint()).isEqualTo(identity.fingerprint());

        InstantSource late = InstantSource.fixed(identity.ends().minus(Duration.ofDays(29)));
        assertThat(Identity.in(folder.resolve("tls"), NAMES, late).fingerprint())
                .isNotEqualTo(identity.fingerprint());
    }

    @Test
    void filesThatAreNoCertificateOrNoKeyAreNamed() throws Exception {
        Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "hello");

        assertThatThrownBy(() -> Identity.of(nonsense, nonsense))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nonsense.pem");
        Files.createDirectories(folder.resolve("broken"));
        Files.writeString(folder.resolve("broken/identity.p12"), "hello");
        assertThatThrownBy(
                        () -> Identity.in(folder.resolve("broken"), NAMES, InstantSource.system()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Move it away");
    }

    private int port() {
        return server.outside().orElseThrow().port();
    }

    private URI uri(String path) {
        return URI.create("https://127.0.0.1:" + port() + path);
    }

    private SSLSocket socket(String protocol) throws IOException {
        SSLSocket socket =
                (SSLSocket)
                        Pinned.trusting(identity.fingerprint())
                                .getSocketFactory()
                                .createSocket(InetAddress.getLoopbackAddress(), port());
        SSLParameters only = socket.getSSLParameters();
        only.setProtocols(new String[] {protocol});
        socket.setSSLParameters(only);
        return socket;
    }

    private Follower follow(String path, Version version) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(uri(path))
                        .version(version)
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "text/event-stream")
                        .build();
        HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Follower(answer, lines(answer.body()));
    }

    private static BufferedReader lines(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, UTF_8));
    }

    private record Follower(HttpResponse<InputStream> answer, BufferedReader lines)
            implements AutoCloseable {
        void until(String text) throws IOException {
            String line = lines.readLine();
            while (!line.contains(text)) {
                line = lines.readLine();
            }
        }

        @Override
        public void close() throws IOException {
            answer.body().close();
        }
    }
}
