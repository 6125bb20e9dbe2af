package dev.tanaw.stream.http;

import io.javalin.config.JettyConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;

/// Where requests come in: from this machine in plain HTTP/1.1, from others over TLS in whichever
/// HTTP they choose.
final class Doors {
    /// What the kernel may hold for a reader that lags: more would only be older news.
    private static final int SEND_BUFFER = 256 * 1024;

    /// Everybody may come back at once. Whom the kernel cannot queue tries again after one second,
    /// then three.
    private static final int BACKLOG = 4096;

    /// Streams on one connection: a browser with many windows needs more than Jetty's 128.
    private static final int STREAMS = 512;

    private final StreamConfig config;
    private final List<ServerConnector> open = new ArrayList<>();
    private final Dawdlers dawdlers;
    private final Optional<Certificates> certificates;

    Doors(StreamConfig config) {
        this.config = config;
        this.dawdlers = new Dawdlers(config.limits().arrival());
        this.certificates = config.outside().map(each -> new Certificates(each.identity()));
    }

    /// Both are bound at once, so that it is known which port is not free: throws [PortInUse].
    void addTo(JettyConfig jetty) {
        jetty.addConnector(
                (server, http) -> at(inside(server, http), config.host(), config.port()));
        certificates.ifPresent(shown -> {
            Outside outside = config.outside().orElseThrow();
            jetty.addConnector((server, http) ->
                    at(outside(server, http, shown), outside.host(), outside.port()));
        });
    }

    void tick() {
        dawdlers.tick();
        certificates.ifPresent(Certificates::tick);
    }

    int inside() {
        return open.getFirst().getLocalPort();
    }

    Optional<Outside> outside() {
        return config.outside().map(each -> each.on(open.getLast().getLocalPort()));
    }

    void close() {
        open.forEach(ServerConnector::close);
    }

    /// Takes nobody in any more and lets readers on shared connections have the last bytes: a
    /// socket that is closed while its reader talks loses what is under way.
    void finish(Duration patience) {
        if (config.outside().isEmpty()) {
            return;
        }
        try {
            open.getLast().shutdown().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // Who has not left by now is cut off.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ServerConnector inside(Server server, HttpConfiguration http) {
        http.setUriCompliance(UriCompliance.DEFAULT);
        return new ServerConnector(server, new HttpConnectionFactory(http));
    }

    private static ServerConnector outside(
            Server server, HttpConfiguration usual, Certificates certificates) {
        HttpConfiguration http = new HttpConfiguration(usual);
        http.setUriCompliance(UriCompliance.DEFAULT);
        // FrontDoor checks the names, also those that a certificate from a file does not have.
        http.addCustomizer(new SecureRequestCustomizer(false));
        HTTP2ServerConnectionFactory shared = new HTTP2ServerConnectionFactory(http);
        shared.setMaxConcurrentStreams(STREAMS);
        ALPNServerConnectionFactory choice = new ALPNServerConnectionFactory();
        choice.setDefaultProtocol(HttpVersion.HTTP_1_1.asString());
        ServerConnector connector =
                new ServerConnector(
                        server,
                        new SslConnectionFactory(certificates.tls(), choice.getProtocol()),
                        choice,
                        shared,
                        new HttpConnectionFactory(http));
        connector.setName(FrontDoor.OUTSIDE);
        return connector;
    }

    private ServerConnector at(ServerConnector connector, String host, int port) {
        connector.setHost(host);
        connector.setPort(port);
        connector.setAcceptedSendBufferSize(SEND_BUFFER);
        connector.setAcceptQueueSize(BACKLOG);
        connector.addBean(dawdlers);
        connector.addBean(new NetworkConnectionLimit(config.limits().sockets(), connector));
        try {
            connector.open();
        } catch (IOException e) {
            throw new PortInUse(host, port, !open.isEmpty(), e);
        }
        open.add(connector);
        return connector;
    }
}
