package dev.tanaw.stream.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A server that keeps its history, in a process of its own that is killed again and again while
/// one client publishes and another follows.
@Timeout(120)
class KilledServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KILLS = 5;
    private static final int EVENTS = 1500;

    @TempDir private Path folder;

    @Test
    void nobodyMissesALastingEventNorSeesOneTwice() throws Exception {
        Random random = new Random(7);
        try (Life life = new Life(folder);
                HttpClient client = HttpClient.newHttpClient()) {
            Follower follower = new Follower(life);
            Thread following = Thread.ofPlatform().name("follower").start(follower);
            List<String> positions = new ArrayList<>();
            int kills = 0;
            for (int n = 1; n <= EVENTS; n++) {
                positions.add(publish(client, life, n));
                if (kills < KILLS && random.nextInt(EVENTS / KILLS / 2) == 0) {
                    life.kill();
                    kills++;
                    life.begin();
                }
            }
            following.join();

            assertThat(kills).isEqualTo(KILLS);
            assertThat(positions).doesNotHaveDuplicates();
            assertThat(
                            new HashSet<>(
                                    positions.stream()
                                            .map(each -> each.split("-", -1)[0])
                                            .toList()))
                    .as("epochs")
                    .hasSize(1);
            assertThat(follower.lasting)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, EVENTS)
                                    .filter(n -> n % 3 != 0)
                                    .boxed()
                                    .toList());
            assertThat(follower.connections).isGreaterThan(KILLS);
        }
    }

    /// Tries until it is answered, with the same key, as a producer does that cannot know whether
    /// its first try arrived.
    private static String publish(HttpClient client, Life life, int n) throws Exception {
        String type = n % 3 == 0 ? "quality_update" : "state_change";
        while (true) {
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:%d/face/sessions/a/events"
                                                    .formatted(life.port)))
                            .header("Idempotency-Key", "event-" + n)
                            .timeout(Duration.ofSeconds(10))
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            "{\"type\":\"%s\",\"data\":{\"n\":%d}}"
                                                    .formatted(type, n)))
                            .build();
            try {
                HttpResponse<String> answer =
                        client.send(request, HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(200);
                return JSON.readTree(answer.body()).path("positions").path(0).textValue();
            } catch (IOException e) {
                life.await();
            }
        }
    }

    /// Comes back with its last position whenever it is cut off.
    private static final class Follower implements Runnable {
        private final Life life;
        private final ConcurrentLinkedQueue<Integer> lasting = new ConcurrentLinkedQueue<>();
        private Optional<String> last = Optional.empty();
        private long prev;
        private int connections;
        private boolean done;

        Follower(Life life) {
            this.life = life;
        }

        @Override
        public void run() {
            while (!done) {
                String[] headers =
                        last.map(id -> "Last-Event-ID: " + id).stream().toArray(String[]::new);
                try (SseSocket socket =
                        SseSocket.open(life.port, "/stations/stream?from=start", headers)) {
                    connections++;
                    while (!done) {
                        hear(socket.next());
                    }
                } catch (IOException e) {
                    life.await();
                }
            }
        }

        private void hear(SseEvent event) throws IOException {
            event.id().ifPresent(id -> last = Optional.of(id));
            if (event.is("state_change")) {
                JsonNode envelope = JSON.readTree(event.data());
                assertThat(envelope.path("prev").longValue()).isEqualTo(prev);
                prev = envelope.path("seq").longValue();
                int n = envelope.path("data").path("n").intValue();
                lasting.add(n);
                done = n == EVENTS - EVENTS % 3 - (EVENTS % 3 == 0 ? 1 : 0);
            } else {
                assertThat(event.event())
                        .isIn("quality_update", "stream_open", "stream_beat", "stream_bye", ":");
            }
        }
    }

    /// The server's process, one after the other on the same folder.
    private static final class Life implements AutoCloseable {
        private final Path folder;
        private Process process;
        private volatile int port;

        Life(Path folder) throws IOException {
            this.folder = folder;
            begin();
        }

        void begin() throws IOException {
            process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    KeptServer.class.getName(),
                                    folder.toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            BufferedReader out =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.UTF_8));
            port = Integer.parseInt(out.readLine());
        }

        void kill() {
            process.destroyForcibly().onExit().join();
        }

        /// The next try may come too early; the one after it will not.
        void await() {
            LockSupport.parkNanos(20_000_000);
        }

        @Override
        public void close() {
            kill();
        }
    }
}
