package dev.tanaw.stream.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tanaw.stream.access.Role;
import dev.tanaw.stream.access.Tokens;
import dev.tanaw.stream.hub.Pulse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Those who take too long over shaking hands, or over their first request on a shared connection.
@Timeout(60)
class OutsideFloodTest {
    private static final Limits LIMITS =
            new Limits(
                    9, 9, 9, Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofMillis(500));

    @TempDir private static Path folder = Path.of("target");
    private Identity identity;
    private StreamServer server;

    @BeforeEach
    void start() throws IOException {
        Tokens tokens = Tokens.in(folder.resolve("tokens.json"));
        tokens.add("desk", Role.VIEWER, Instant.EPOCH);
        identity = Identity.in(folder.resolve("tls"), Set.of("localhost"), InstantSource.system());
        server =
                StreamServer.start(
                        StreamConfig.onPort(0)
                                .trusting(tokens)
                                .pulsing(
                                        new Pulse(
                                                Duration.ofMillis(400),
                                                Duration.ofSeconds(5),
                                                Duration.ofHours(1)))
                                .limited(LIMITS)
                                .and(new Outside("127.0.0.1", 0, identity, Set.of("localhost"))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private int port() {
        return server.outside().orElseThrow().port();
    }

    /// The record says that 4 KiB of greeting will come.
    @Test
    void whoeverTricklesTheHandshakeIsHungUpOn() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            String greeting =
                    "\u0016\u0003\u0001\u0010\u0000\u0001\u0000\u000f\u00fc" + "x".repeat(4000);
            assertThatThrownBy(() -> Trickle.into(socket, greeting))
                    .isInstanceOf(IOException.class);
        }
    }

    /// PING after PING, and never a request.
    @Test
    void whoeverOnlyPingsIsHungUpOn() throws IOException {
        try (SSLSocket socket =
                (SSLSocket)
                        Pinned.trusting(identity.fingerprint())
                                .getSocketFactory()
                                .createSocket(InetAddress.getLoopbackAddress(), port())) {
            SSLParameters shared = socket.getSSLParameters();
            shared.setApplicationProtocols(new String[] {"h2"});
            socket.setSSLParameters(shared);
            socket.startHandshake();
            assertThat(socket.getApplicationProtocol()).isEqualTo("h2");
            socket.getOutputStream()
                    .write(
                            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0"
                                    .getBytes(ISO_8859_1));
            String ping = "\0\0\b\6\0\0\0\0\0" + "tanaw\0\0\0";
            assertThatThrownBy(() -> Trickle.into(socket, ping.repeat(250)))
                    .isInstanceOf(IOException.class);
        }
    }
}
