package dev.tanaw.stream.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tanaw.stream.access.Role;
import dev.tanaw.stream.access.Tokens;
import dev.tanaw.stream.hub.Pulse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Certificates in files, and what becomes of them while a server runs.
@Timeout(60)
class CertificatesTest {
    private static final Set<String> NAMES = Set.of("localhost");
    @TempDir private Path folder = Path.of("target");

    @Test
    void aRenewedCertificateIsShownWithoutARestart() throws Exception {
        Path certificate = folder.resolve("cert.pem");
        Path key = folder.resolve("key.pem");
        Identity first = made("first");
        Identity second = made("second");
        write("first", certificate, key);

        try (StreamServer server = server(Identity.of(certificate, key))) {
            try (SSLSocket early = greeted(server, first)) {
                Files.writeString(certificate, "half a cert");
                Files.delete(key);
                assertThatThrownBy(() -> Identity.of(certificate, key))
                        .isInstanceOf(IOException.class);
                aWhile(server);
                greeted(server, first).close();

                write("second", certificate, key);
                await().untilAsserted(() -> greeted(server, second).close());
                assertThatThrownBy(() -> greeted(server, first)).isInstanceOf(SSLException.class);
                assertThat(early.getSession().isValid()).isTrue();
                early.getOutputStream()
                        .write(
                                "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                        .getBytes(US_ASCII));
                assertThat(early.getInputStream().read()).isEqualTo('H');
            }
        }
    }

    /// So long that the server has looked at its files.
    private static void aWhile(StreamServer server) throws IOException {
        try (SseSocket reader = SseSocket.open(server.port(), "/stations/stream")) {
            for (int beats = 0; beats < 3; beats++) {
                reader.next(each -> each.is("stream_beat"));
            }
        }
    }

    private StreamServer server(Identity identity) throws IOException {
        Tokens tokens = Tokens.in(folder.resolve("tokens.json"));
        tokens.add("desk", Role.VIEWER, Instant.EPOCH);
        return StreamServer.start(
                StreamConfig.onPort(0)
                        .trusting(tokens)
                        .pulsing(
                                new Pulse(
                                        Duration.ofMillis(200),
                                        Duration.ofSeconds(1),
                                        Duration.ofMinutes(1)))
                        .and(new Outside("127.0.0.1", 0, identity, NAMES)));
    }

    private static SSLSocket greeted(StreamServer server, Identity expected) throws IOException {
        SSLSocket socket =
                (SSLSocket)
                        Pinned.trusting(expected.fingerprint())
                                .getSocketFactory()
                                .createSocket(
                                        InetAddress.getLoopbackAddress(),
                                        server.outside().orElseThrow().port());
        socket.startHandshake();
        return socket;
    }

    private Identity made(String name) throws IOException {
        return Identity.in(folder.resolve(name), NAMES, InstantSource.system());
    }

    /// As a certificate's issuer delivers it.
    private void write(String name, Path certificate, Path key)
            throws IOException, GeneralSecurityException {
        char[] password = "not-secret".toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name).resolve("identity.p12"))) {
            keys.load(in, password);
        }
        Files.writeString(
                certificate, pem("CERTIFICATE", keys.getCertificate("tanaw").getEncoded()));
        Files.writeString(key, pem("PRIVATE KEY", keys.getKey("tanaw", password).getEncoded()));
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
                .formatted(what, Base64.getMimeEncoder().encodeToString(bytes));
    }
}
