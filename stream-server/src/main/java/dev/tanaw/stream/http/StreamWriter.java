package dev.tanaw.stream.http;

import dev.tanaw.stream.hub.Cursor;
import dev.tanaw.stream.hub.Farewell;
import dev.tanaw.stream.hub.Hub;
import dev.tanaw.stream.hub.Reader;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

/// One open stream: takes from its cursor what its reader has not had, and hands it to what carries
/// it. At most one write is under way; when it completes, on whatever thread, the cursor is asked
/// for what has come since. No thread, no queue.
final class StreamWriter extends IteratingCallback implements Reader {
    private final Hub hub;
    private final Cursor cursor;
    private final Seats.Seat seat;
    private final Carrier carrier;
    private boolean over;
    private volatile boolean opened;
    private volatile boolean writing;
    private volatile long lastWrite = System.nanoTime();

    /// What carries the bytes of one stream: a socket, or a part of one. The methods may be called
    /// by any thread and must not block.
    interface Carrier {
        void write(ByteBuffer bytes, Callback done);

        /// Everything was written. Calls [StreamWriter#leave] when that has reached the socket.
        void end();

        /// What is under way is lost.
        void abort(Throwable cause);

        /// Milliseconds since a byte moved, given when the last write began; a large write that
        /// trickles is not stuck.
        long idleMillis(long sinceLastWrite);
    }

    StreamWriter(Hub hub, Cursor cursor, Seats.Seat seat, Carrier carrier) {
        this.hub = hub;
        this.cursor = cursor;
        this.seat = seat;
        this.carrier = carrier;
    }

    /// Before the headers are sent: whoever has seen them is counted, and is told when the server
    /// stops.
    void join() {
        hub.attach(this);
    }

    /// The headers are on their way: events may follow.
    void open() {
        opened = true;
        iterate();
    }

    /// May come more than once.
    void leave() {
        hub.detach(this);
        seat.giveBack();
    }

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
        carrier.write(next.get(), this);
        return Action.SCHEDULED;
    }

    @Override
    protected void onSuccess() {
        writing = false;
    }

    @Override
    protected void onCompleteSuccess() {
        carrier.end();
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        leave();
        carrier.abort(cause);
    }

    /// Completion of a write neither blocks nor waits, so the selector may run it itself.
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public Cursor cursor() {
        return cursor;
    }

    @Override
    public void wake() {
        if (opened) {
            iterate();
        }
    }

    @Override
    public void tick(long nanos) {
        if (!opened) {
            return; // Jetty still has the request, and its own limits
        }
        if (!seat.isValid()) {
            close(Farewell.REVOKED);
        }
        if (writing) {
            long since = TimeUnit.NANOSECONDS.toMillis(nanos - lastWrite);
            if (carrier.idleMillis(since) > hub.pulse().stall().toMillis()) {
                hub.counters().stalled();
                carrier.abort(new TimeoutException("no write progress"));
            }
        } else if (nanos - lastWrite > hub.pulse().heartbeat().toNanos()) {
            cursor.beat();
            iterate();
        }
    }

    @Override
    public void close(Farewell why) {
        cursor.sayGoodbye(why);
        wake();
    }
}
