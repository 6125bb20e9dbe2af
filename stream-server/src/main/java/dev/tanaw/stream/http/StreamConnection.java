package dev.tanaw.stream.http;

import dev.tanaw.stream.hub.Cursor;
import dev.tanaw.stream.hub.Farewell;
import dev.tanaw.stream.hub.Hub;
import dev.tanaw.stream.hub.Reader;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.IdleTimeout;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/// One stream, on a socket that it takes over from HTTP/1.1 once the headers are sent: the shared
/// bytes of the events go straight to the socket. That halves the work of a write outside the
/// kernel, and a reader that hangs up is noticed at once instead of at the next failing write. No
/// thread, no queue.
abstract class StreamConnection extends AbstractConnection implements Connection.UpgradeTo, Reader {
    private final Hub hub;
    private final Cursor cursor;
    private final Seats.Seat seat;
    private final Writer writer = new Writer();
    private volatile boolean opened;
    private volatile boolean writing;
    private volatile long lastWrite = System.nanoTime();

    StreamConnection(
            Hub hub, Cursor cursor, Seats.Seat seat, EndPoint endPoint, Executor executor) {
        super(endPoint, executor);
        this.hub = hub;
        this.cursor = cursor;
        this.seat = seat;
    }

    /// At most one write is under way; when it completes, on whatever thread, the cursor is asked
    /// for what has come since.
    private final class Writer extends IteratingCallback {
        private boolean over;

        @Override
        protected Action process() {
            if (over) {
                return Action.SUCCEEDED;
            }
            Optional<ByteBuffer> next = cursor.next();
            if (next.isEmpty()) {
                return Action.IDLE;
            }
            over = cursor.isOver();
            lastWrite = System.nanoTime();
            writing = true;
            hub.counters().wrote(next.get().remaining());
            getEndPoint().write(this, next.get());
            return Action.SCHEDULED;
        }

        @Override
        protected void onSuccess() {
            writing = false;
        }

        @Override
        protected void onCompleteSuccess() {
            leave();
            getEndPoint().close();
        }

        @Override
        protected void onCompleteFailure(Throwable cause) {
            leave();
            getEndPoint().close(cause);
        }

        /// Completion of a write neither blocks nor waits, so the selector may run it itself.
        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    }

    /// Before the headers are sent: whoever has seen them is counted, and is told when the server
    /// stops.
    void join() {
        hub.attach(this);
    }

    /// May come more than once.
    void leave() {
        hub.detach(this);
        seat.giveBack();
    }

    /// Ends the stream without a word.
    void abandon() {
        writer.close();
    }

    @Override
    public Cursor cursor() {
        return cursor;
    }

    @Override
    public void onOpen() {
        super.onOpen();
        opened = true;
        fillInterested();
        writer.iterate();
    }

    @Override
    public void onClose(@Nullable Throwable cause) {
        leave();
        super.onClose(cause);
    }

    /// The ticker watches silence and progress.
    @Override
    public boolean onIdleExpired(TimeoutException timeout) {
        return false;
    }

    @Override
    public void wake() {
        if (opened) {
            writer.iterate();
        }
    }

    @Override
    public void tick(long nanos) {
        if (!opened) {
            return; // Jetty still has the socket, and its own limits
        }
        if (!seat.isValid()) {
            close(Farewell.REVOKED);
        }
        if (writing) {
            if (idleMillis(nanos) > hub.pulse().stall().toMillis()) {
                hub.counters().stalled();
                getEndPoint().close(new TimeoutException("no write progress"));
            }
        } else if (nanos - lastWrite > hub.pulse().heartbeat().toNanos()) {
            cursor.beat();
            writer.iterate();
        }
    }

    /// Since the last byte moved, where Jetty knows it; a large write that trickles is not stuck.
    private long idleMillis(long nanos) {
        return getEndPoint() instanceof IdleTimeout known
                ? known.getIdleFor()
                : TimeUnit.NANOSECONDS.toMillis(nanos - lastWrite);
    }

    @Override
    public void close(Farewell why) {
        cursor.sayGoodbye(why);
        wake();
    }
}
