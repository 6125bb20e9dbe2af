package dev.tanaw.stream.http;

import dev.tanaw.stream.hub.Cursor;
import dev.tanaw.stream.hub.Hub;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.IdleTimeout;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// One stream, on a socket that it takes over from HTTP/1.1 once the headers are sent: the shared
/// bytes of the events go straight to the socket. That halves the work of a write outside the
/// kernel, and a reader that hangs up is noticed at once instead of at the next failing write.
abstract class StreamConnection extends AbstractConnection
        implements Connection.UpgradeTo, StreamWriter.Carrier {
    private final StreamWriter writer;

    StreamConnection(
            Hub hub, Cursor cursor, Seats.Seat seat, EndPoint endPoint, Executor executor) {
        super(endPoint, executor);
        this.writer = new StreamWriter(hub, cursor, seat, this);
    }

    StreamWriter writer() {
        return writer;
    }

    @Override
    public void onOpen() {
        super.onOpen();
        fillInterested();
        writer.open();
    }

    @Override
    public void onClose(@Nullable Throwable cause) {
        writer.leave();
        super.onClose(cause);
    }

    /// The ticker watches silence and progress.
    @Override
    public boolean onIdleExpired(TimeoutException timeout) {
        return false;
    }

    @Override
    public void write(ByteBuffer bytes, Callback done) {
        getEndPoint().write(done, bytes);
    }

    @Override
    public void end() {
        writer.leave();
        getEndPoint().close();
    }

    @Override
    public void abort(Throwable cause) {
        getEndPoint().close(cause);
    }

    @Override
    public long idleMillis(long sinceLastWrite) {
        return getEndPoint() instanceof IdleTimeout known ? known.getIdleFor() : sinceLastWrite;
    }
}
