package dev.tanaw.stream.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http2.server.internal.HTTP2ServerConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.NegotiatingServerConnection;
import org.eclipse.jetty.server.internal.HttpConnection;

/// Hangs up on whoever takes too long to shake hands or to say what he wants, byte by byte: that
/// keeps no socket idle, so no idle time ever ends it. Knows connections only until a stream takes
/// them over.
final class Dawdlers implements Connection.Listener {
    private final long patience;
    private final Map<Connection, Arrival> arrivals = new ConcurrentHashMap<>();

    /// Since when what comes after so many requests has been on its way, by [System#nanoTime].
    private record Arrival(long since, long requests) {}

    Dawdlers(Duration patience) {
        this.patience = patience.toNanos();
    }

    @Override
    public void onOpened(Connection connection) {
        boolean speaks =
                connection instanceof HttpConnection
                        || connection instanceof NegotiatingServerConnection
                        || connection instanceof HTTP2ServerConnection;
        if (speaks) {
            arrivals.put(connection, new Arrival(System.nanoTime(), 0));
        }
    }

    @Override
    public void onClosed(Connection connection) {
        arrivals.remove(connection);
    }

    void tick() {
        long now = System.nanoTime();
        arrivals.forEach((connection, arrival) -> {
            if (!isArriving(connection) || connection.getMessagesIn() != arrival.requests()) {
                arrivals.replace(connection, arrival, new Arrival(now, connection.getMessagesIn()));
            } else if (now - arrival.since() > patience) {
                connection.getEndPoint().close();
            }
        });
    }

    private static boolean isArriving(Connection connection) {
        return switch (connection) {
            case HttpConnection http -> isArriving(http.getParser());
            case HTTP2ServerConnection shared -> shared.getMessagesIn() == 0;
            default -> true;
        };
    }

    private static boolean isArriving(HttpParser parser) {
        return !parser.isStart() && !parser.isComplete() && !parser.isTerminated();
    }
}
