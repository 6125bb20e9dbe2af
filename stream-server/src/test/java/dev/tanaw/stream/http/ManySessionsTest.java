package dev.tanaw.stream.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A hundred sessions at once, each with a reader of its own.
@Timeout(60)
class ManySessionsTest {
    private static final int SESSIONS = 100;
    private static final int EVENTS = 50;
    private final StreamServer server = StreamServer.start(StreamConfig.onPort(0));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void eachReaderSeesItsOwnSessionInOrderAndNoOther() throws Exception {
        List<SseSocket> sockets = new ArrayList<>();
        for (int s = 0; s < SESSIONS; s++) {
            server.publish(Events.lasting("s" + s, 0));
            SseSocket socket = SseSocket.open(server.port(), "/face/stream/s" + s);
            socket.next(each -> each.is("snapshot"));
            sockets.add(socket);
        }
        assertThat(server.stats().connectionsSession()).isEqualTo(SESSIONS);
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> results = new ArrayList<>();
            for (int s = 0; s < SESSIONS; s++) {
                SseSocket socket = sockets.get(s);
                String mine = "\"who\":\"s%d\"".formatted(s);
                results.add(readers.submit(() -> sees(socket, EVENTS, mine)));
            }
            publishInterleaved();
            for (Future<?> result : results) {
                result.get();
            }
        }
        for (SseSocket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void allReadersOfEverythingSeeAllOfItInOrder() throws Exception {
        int events = 3000;
        server.publish(Events.lasting("s0", 0));
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> results = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                SseSocket socket = SseSocket.open(server.port(), "/stations/stream");
                socket.next(each -> each.is("snapshot"));
                results.add(readers.submit(() -> sees(socket, events, "\"n\":")));
            }
            for (int n = 1; n <= events; n++) {
                server.publish(Events.lasting("s" + n % SESSIONS, n));
            }
            for (Future<?> result : results) {
                result.get();
            }
        }
    }

    /// Ends at the first event that is not the next.
    private static Object sees(SseSocket socket, int events, String part) throws IOException {
        for (int n = 1; n <= events; n++) {
            SseEvent event = socket.next(each -> !each.is(":"));
            assertThat(event.n()).isEqualTo(n);
            assertThat(event.data()).contains(part);
        }
        return socket;
    }

    private void publishInterleaved() {
        Random random = new Random(7);
        int[] published = new int[SESSIONS];
        for (int left = SESSIONS * EVENTS; left > 0; ) {
            int s = random.nextInt(SESSIONS);
            if (published[s] < EVENTS) {
                server.publish(Events.lasting("s" + s, ++published[s]));
                left--;
            }
        }
    }
}
