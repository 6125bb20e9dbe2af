package dev.tanaw.stream.http;

import dev.tanaw.stream.hub.Cursor;
import dev.tanaw.stream.hub.Hub;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/// A stream of server-sent events that shares its socket with others, as HTTP/2 lets them. It
/// writes through Jetty, which divides the socket among them and waits for readers that lag.
final class SharedSse implements StreamWriter.Carrier {
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final StreamWriter writer;
    private final AtomicBoolean completed = new AtomicBoolean();

    SharedSse(
            Hub hub,
            Cursor cursor,
            Seats.Seat seat,
            Request request,
            Response response,
            Callback callback) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.writer = new StreamWriter(hub, cursor, seat, this);
    }

    void begin() {
        writer.join();
        request.addIdleTimeoutListener(_ -> false); // the ticker watches silence and progress
        request.addFailureListener(this::abort); // the reader has hung up
        response.write(false, BufferUtil.EMPTY_BUFFER, Callback.from(writer::open, this::abort));
    }

    @Override
    public void write(ByteBuffer bytes, Callback done) {
        response.write(false, bytes, done);
    }

    @Override
    public void end() {
        if (completed.compareAndSet(false, true)) {
            response.write(true, BufferUtil.EMPTY_BUFFER, Callback.from(callback, writer::leave));
        }
    }

    /// Ends this stream alone; the others on its socket go on.
    @Override
    public void abort(Throwable cause) {
        if (completed.compareAndSet(false, true)) {
            writer.leave();
            request.fail(cause); // also what is being written
            callback.failed(cause);
        }
    }

    /// Not known to anybody: a write is done when the reader has made room for the last of it.
    @Override
    public long idleMillis(long sinceLastWrite) {
        return sinceLastWrite;
    }
}
