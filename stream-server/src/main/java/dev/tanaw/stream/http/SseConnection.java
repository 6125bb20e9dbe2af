package dev.tanaw.stream.http;

import dev.tanaw.stream.hub.Cursor;
import dev.tanaw.stream.hub.Hub;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.EndPoint;

/// A stream of server-sent events. Its body ends with the connection.
final class SseConnection extends StreamConnection {
    SseConnection(Hub hub, Cursor cursor, Seats.Seat seat, EndPoint endPoint, Executor executor) {
        super(hub, cursor, seat, endPoint, executor);
    }

    /// A reader has nothing to say: what it sent ahead is its end, like whatever else it sends.
    @Override
    public void onUpgradeTo(ByteBuffer early) {
        writer().close();
    }

    @Override
    public void onFillable() {
        try {
            // One byte is enough to tell silence, the end, and a reader that talks apart.
            if (getEndPoint().fill(ByteBuffer.allocate(1).limit(0)) == 0) {
                fillInterested();
            } else {
                getEndPoint().close();
            }
        } catch (IOException e) {
            getEndPoint().close(e);
        }
    }
}
