package dev.tanaw.stream.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
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
            List<Future<List<SseEvent>>> results = new ArrayList<>();
            for (SseSocket socket : sockets) {
                results.add(readers.submit(() -> socket.take(EVENTS)));
            }
            publishInterleaved();
            for (int s = 0; s < SESSIONS; s++) {
                List<SseEvent> events = results.get(s).get();
                assertThat(events)
                        .extracting(SseEvent::n)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, EVENTS).boxed().toList());
                String mine = "\"who\":\"s%d\"".formatted(s);
                assertThat(events).allMatch(event -> event.data().contains(mine));
            }
        }
        for (SseSocket socket : sockets) {
            socket.close();
        }
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
