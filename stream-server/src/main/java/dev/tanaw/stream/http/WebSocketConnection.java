package dev.tanaw.stream.http;

import dev.tanaw.stream.hub.Cursor;
import dev.tanaw.stream.hub.Farewell;
import dev.tanaw.stream.hub.Hub;
import dev.tanaw.stream.hub.Order;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;

/// A stream over a WebSocket: the same events at the same positions, and commands from the client.
/// What is owed to the client waits at its cursor, within a bound, so that a client that only talks
/// and never reads is sent away.
final class WebSocketConnection extends StreamConnection implements WebSocketFrames.Listener {
    private final WebSocketFrames frames = new WebSocketFrames(this);
    private boolean done;

    WebSocketConnection(
            Hub hub, Cursor cursor, Seats.Seat seat, EndPoint endPoint, Executor executor) {
        super(hub, cursor, seat, endPoint, executor);
    }

    @Override
    public void onUpgradeTo(ByteBuffer early) {
        frames.feed(early);
    }

    @Override
    public void onFillable() {
        ByteBuffer buffer = BufferUtil.allocate(4096);
        try {
            while (!done) {
                int count = getEndPoint().fill(buffer);
                if (count == 0) {
                    fillInterested();
                    return;
                }
                if (count < 0) {
                    getEndPoint().close();
                    return;
                }
                frames.feed(buffer);
                BufferUtil.clear(buffer);
            }
        } catch (IOException e) {
            getEndPoint().close(e);
        }
    }

    @Override
    public void text(byte[] bytes) {
        order(Commands.parse(bytes));
    }

    @Override
    public void ping(byte[] payload) {
        ByteBuffer pong = ByteBuffer.allocate(2 + payload.length);
        pong.put((byte) 0x8a).put((byte) payload.length).put(payload).flip();
        order(new Order.Owed(pong));
    }

    private void order(Order order) {
        if (writer().cursor().order(order)) {
            writer().wake();
        } else {
            end(Farewell.TOO_FAST);
        }
    }

    @Override
    public void end(Farewell why) {
        done = true;
        writer().close(why);
    }
}
