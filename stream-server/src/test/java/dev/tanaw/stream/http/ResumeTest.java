package dev.tanaw.stream.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A reader that is cut off again and again, anywhere, while events go on being published.
@Timeout(60)
class ResumeTest {
    private static final int EVENTS = 6000;
    private static final int RECONNECTS = 120;
    private static final int AHEAD = 100;
    private final AtomicLong progress = new AtomicLong();
    private final StreamServer server = StreamServer.start(StreamConfig.onPort(0));

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"/face/stream/a, 1", "/face/stream/a, 2", "/stations/stream?session=a, 3"})
    void aReaderCutOffOverAHundredTimesMissesNothingAndSeesNothingTwice(String path, long seed)
            throws Exception {
        Random random = new Random(seed);
        server.publish(Events.lasting("a", 0));
        Thread publisher =
                Thread.ofPlatform().name("publisher").daemon().start(() -> publish(seed));
        Reader reader = new Reader(path);
        while (reader.connections < RECONNECTS || !reader.isComplete()) {
            // Towards the end the cuts must not outrun the events that are left.
            int cutAfter = random.nextInt(reader.connections < RECONNECTS ? 60 : EVENTS);
            reader.connect(cutAfter);
        }
        publisher.join();

        assertThat(reader.connections).isGreaterThan(RECONNECTS);
        assertThat(reader.seen)
                .containsExactlyElementsOf(LongStream.rangeClosed(0, EVENTS).boxed().toList());
    }

    /// Passing and lasting ones, among those of other sessions; never far ahead of the reader, so
    /// that every cut falls while events are being published.
    private void publish(long seed) {
        Random random = new Random(-seed);
        for (int n = 1; n <= EVENTS; n++) {
            while (n > progress.get() + AHEAD) {
                LockSupport.parkNanos(50_000);
            }
            server.publish(random.nextBoolean() ? Events.lasting("a", n) : Events.passing("a", n));
            if (random.nextInt(3) == 0) {
                server.publish(Events.lasting("b", -n));
            }
        }
    }

    /// What a browser does: remembers the last id it has completely received.
    private final class Reader {
        private final String path;
        private final List<Long> seen = new ArrayList<>();
        private Optional<String> last = Optional.empty();
        private int connections;

        Reader(String path) {
            this.path = path;
        }

        boolean isComplete() {
            return seen.size() > EVENTS;
        }

        void connect(int cutAfter) throws IOException {
            connections++;
            String join = path.contains("?") ? "&" : "?";
            String[] headers =
                    last.map(id -> "Last-Event-ID: " + id).stream().toArray(String[]::new);
            try (SseSocket socket =
                    SseSocket.open(server.port(), path + join + "from=start", headers)) {
                for (int frames = 0; frames < cutAfter && !isComplete(); frames++) {
                    SseEvent event = socket.next();
                    event.id().ifPresent(id -> last = Optional.of(id));
                    if (event.is("state_change") || event.is("quality_update")) {
                        assertThat(event.n()).as("after %s", last).isEqualTo(seen.size());
                        seen.add(event.n());
                        progress.set(event.n());
                    } else {
                        assertThat(event.event()).isIn("stream_open", ":", "stream_beat");
                        assertThat(event.data()).doesNotContain("snapshot").doesNotContain("reset");
                    }
                }
            } catch (EOFException e) {
                throw new AssertionError("the server closed the stream", e);
            }
        }
    }
}
