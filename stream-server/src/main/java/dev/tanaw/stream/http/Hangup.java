package dev.tanaw.stream.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;

/// Notices at once that a reader has hung up, instead of at the next failing write. A reader of an
/// HTTP/1.1 stream has nothing more to say, so whatever arrives is its end.
final class Hangup implements Callback {
    private final EndPoint endPoint;
    private final SseConnection connection;

    private Hangup(EndPoint endPoint, SseConnection connection) {
        this.endPoint = endPoint;
        this.connection = connection;
    }

    static void watch(EndPoint endPoint, SseConnection connection) {
        endPoint.tryFillInterested(new Hangup(endPoint, connection));
    }

    @Override
    public void succeeded() {
        try {
            if (endPoint.fill(ByteBuffer.allocate(1).limit(0).position(0)) == 0) {
                endPoint.tryFillInterested(this);
                return;
            }
            connection.cut(new EOFException("reader hung up"));
        } catch (IOException e) {
            connection.cut(e);
        }
    }

    @Override
    public void failed(Throwable cause) {
        connection.cut(cause);
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }
}
