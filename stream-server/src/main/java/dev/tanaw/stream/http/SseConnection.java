package dev.tanaw.stream.http;

import dev.tanaw.stream.hub.Cursor;
import dev.tanaw.stream.hub.Hub;
import dev.tanaw.stream.hub.Reader;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.IdleTimeout;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

/// One SSE stream on Jetty's asynchronous response: no thread, no queue. At most one write is under
/// way; when it completes, on whatever thread, the cursor is asked for what has come since.
final class SseConnection extends IteratingCallback implements Reader {
    private final Hub hub;
    private final Cursor cursor;
    private final Response response;
    private final EndPoint endPoint;
    private final Callback done;
    private boolean over;
    private volatile boolean writing;
    private volatile long lastWrite = System.nanoTime();

    SseConnection(Hub hub, Cursor cursor, Request request, Response response, Callback done) {
        this.hub = hub;
        this.cursor = cursor;
        this.response = response;
        this.endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        this.done = done;
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
        response.write(over, next.get(), this);
        return Action.SCHEDULED;
    }

    @Override
    protected void onSuccess() {
        writing = false;
    }

    @Override
    protected void onCompleteSuccess() {
        hub.detach(cursor.topic(), this);
        done.succeeded();
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        hub.detach(cursor.topic(), this);
        done.failed(cause);
    }

    /// Completion of a write neither blocks nor waits, so the selector may run it itself.
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public void wake() {
        iterate();
    }

    @Override
    public void tick(long nanos) {
        if (writing) {
            if (idleMillis(nanos) > hub.pulse().stall().toMillis()) {
                hub.counters().stalled();
                cut(new TimeoutException("no write progress"));
            }
        } else if (nanos - lastWrite > hub.pulse().heartbeat().toNanos()) {
            cursor.beat();
            iterate();
        }
    }

    /// Since the last byte moved, where Jetty knows it; a large write that trickles is not stuck.
    private long idleMillis(long nanos) {
        return endPoint instanceof IdleTimeout known
                ? known.getIdleFor()
                : TimeUnit.NANOSECONDS.toMillis(nanos - lastWrite);
    }

    @Override
    public void close(String code) {
        cursor.sayGoodbye(code);
        iterate();
    }

    /// The other side is gone or stuck: nothing can be said any more.
    void cut(Throwable cause) {
        endPoint.close(cause);
        abort(cause);
    }
}
