package dev.tanaw.stream.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A station that signed its own certificate, for a name that nobody can look up.
@Timeout(60)
class PinnedTrustTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String STREAM =
            """
            id: a-0
            event: stream_open
            data: {"epoch":"a","mode":"live","heartbeat_ms":15000}

            id: a-1
            event: state_change
            data: {"seq":1,"prev":0}

            """;

    @TempDir private Path folder;
    private final Ear ear = new Ear();
    private HttpsServer server;
    private String fingerprint;

    @BeforeEach
    void start() throws Exception {
        KeyStore store = ownCertificate(folder.resolve("station.p12"));
        fingerprint =
                HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(store.getCertificate("station").getEncoded()));
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/stations/stream", PinnedTrustTest::tell);
        server.start();
    }

    private static KeyStore ownCertificate(Path file) throws Exception {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process made =
                new ProcessBuilder(
                                (keytool
                                                + " -genkeypair -alias station -keyalg EC -dname CN=kiosk-07"
                                                + " -validity 1 -storetype PKCS12 -storepass changeit -keystore "
                                                + file)
                                        .split(" ", -1))
                        .redirectErrorStream(true)
                        .start();
        assertThat(made.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    /// The answer ends behind the event: the client comes back for more.
    private static void tell(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(STREAM.getBytes(UTF_8));
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Source source() {
        return Source.of(
                        URI.create(
                                "https://127.0.0.1:%d/stations/stream"
                                        .formatted(server.getAddress().getPort())))
                .waiting(Duration.ofSeconds(5), Duration.ofMillis(10));
    }

    private void expectUntrusted(Trust trust) {
        try (StreamClient _ = StreamClient.follow(source().trusting(trust), ear)) {
            await().until(() -> ear.has(new Heard.Lost(Heard.Why.UNTRUSTED)));
        }
        assertThat(ear.numbers()).isEmpty();
    }

    @Test
    void theCertificateThatIsPinnedIsTrusted() {
        Trust pinned = new Trust.Pinned(Set.of(fingerprint));
        try (StreamClient _ = StreamClient.follow(source().trusting(pinned), ear)) {
            await().until(() -> !ear.numbers().isEmpty());
        }
    }

    @Test
    void anotherIsNot() {
        expectUntrusted(new Trust.Pinned(Set.of("ab".repeat(32))));
    }

    @Test
    void withoutAPinOneThatSignedItselfIsNot() {
        expectUntrusted(new Trust.Usual());
    }
}
