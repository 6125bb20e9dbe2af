package dev.tanaw.stream.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.stream.log.Bound;
import dev.tanaw.stream.log.Position;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How a stream begins, for each kind of position that a reader may bring along.
@Timeout(60)
class BeginningTest {
    private static final Bound SMALL = new Bound(10, 1 << 20);
    private final StreamServer server =
            StreamServer.start(StreamConfig.onPort(0).holding(SMALL, new Bound(20, 1 << 20)));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theFirstFrameHasRetryAndIdAndData() throws IOException {
        server.publish(Events.lasting("a", 1));
        try (SseSocket reader = open("/face/stream/a")) {
            SseEvent first = reader.next();

            assertThat(reader.status()).isEqualTo(200);
            assertThat(reader.headers())
                    .contains("Content-Type: text/event-stream", "Cache-Control: no-store");
            assertThat(first.event()).isEqualTo("stream_open");
            assertThat(first.retry().orElseThrow()).isBetween(1000L, 3000L);
            assertThat(first.id()).isPresent();
            assertThat(first.data()).contains("\"mode\":\"snapshot\"", "\"heartbeat_ms\":15000");
        }
    }

    @Test
    void withoutAPositionTheSnapshotComesFirstAndThenWhatHappens() throws IOException {
        server.publish(Events.lasting("a", 1));
        Position second = server.publish(Events.lasting("a", 2));
        try (SseSocket reader = open("/face/stream/a")) {
            SseEvent snapshot = reader.next(each -> each.is("snapshot"));
            server.publish(Events.lasting("a", 3));

            assertThat(snapshot.id()).contains(second.toString());
            assertThat(snapshot.data())
                    .isEqualTo(
                            "{\"offset\":\"%s\",\"session\":\"a\",\"events\":[{\"who\":\"a\",\"pad\":\"\",\"n\":2}]}"
                                    .formatted(second));
            assertThat(reader.next().n()).isEqualTo(3);
        }
    }

    @Test
    void aHeldPositionIsReplayedExactly() throws IOException {
        Position first = server.publish(Events.lasting("a", 1));
        server.publish(Events.passing("a", 2));
        server.publish(Events.lasting("b", 99));
        server.publish(Events.passing("a", 3));
        server.publish(Events.lasting("a", 4));
        try (SseSocket reader = open("/face/stream/a", "Last-Event-ID: " + first)) {
            SseEvent open = reader.next();

            assertThat(open.data()).contains("\"mode\":\"replay\"");
            assertThat(open.id()).contains(first.toString());
            assertThat(reader.take(3)).extracting(SseEvent::n).containsExactly(2L, 3L, 4L);
        }
    }

    @Test
    void theHeaderWinsOverTheQueryBecauseItIsNewer() throws IOException {
        Position first = server.publish(Events.lasting("a", 1));
        Position second = server.publish(Events.lasting("a", 2));
        server.publish(Events.lasting("a", 3));
        String path = "/face/stream/a?last_event_id=" + first;
        try (SseSocket byQuery = open(path);
                SseSocket byHeader = open(path, "Last-Event-ID: " + second)) {
            assertThat(byQuery.take(2).getLast().n()).isEqualTo(2);
            assertThat(byHeader.take(2).getLast().n()).isEqualTo(3);
        }
    }

    @Test
    void thePositionOfTheNewestEventIsLive() throws IOException {
        Position newest = server.publish(Events.lasting("a", 1));
        try (SseSocket reader = open("/face/stream/a", "Last-Event-ID: " + newest)) {
            assertThat(reader.next().data()).contains("\"mode\":\"live\"");
            server.publish(Events.lasting("a", 2));
            assertThat(reader.next().n()).isEqualTo(2);
        }
    }

    @Test
    void aPositionThatIsNoLongerHeldIsToldOfTheGapAndGetsTheSnapshot() throws IOException {
        Position first = server.publish(Events.lasting("a", 1));
        Position last = first;
        for (int n = 2; n <= 30; n++) {
            last = server.publish(Events.lasting("a", n));
        }
        for (String path : List.of("/face/stream/a", "/stations/stream")) {
            try (SseSocket reader = open(path, "Last-Event-ID: " + first)) {
                List<SseEvent> begin = reader.take(3);

                assertThat(begin)
                        .extracting(SseEvent::event)
                        .containsExactly("stream_open", "stream_gap", "snapshot");
                assertThat(begin.get(0).id()).contains(first.toString());
                assertThat(begin.get(1).data())
                        .isEqualTo("{\"from\":\"%s\",\"to\":\"%s\"}".formatted(first, last));
                assertThat(begin.get(2).id()).contains(last.toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "0",
                "-1",
                "zzz-1",
                "x-99999999999999999999999999",
                "a-1; DROP TABLE",
                "../../etc/passwd",
                "💥",
                "EPOCH-9000000"
            })
    void aForeignOrNonsensicalPositionResetsTheReader(String id) throws IOException {
        Position one = server.publish(Events.lasting("a", 1));
        String header = "Last-Event-ID: " + id.replace("EPOCH", one.epoch());
        for (String path : List.of("/face/stream/a", "/stations/stream")) {
            try (SseSocket reader = open(path, header)) {
                List<SseEvent> begin = reader.take(3);
                server.publish(Events.lasting("a", 2));

                assertThat(begin)
                        .extracting(SseEvent::event)
                        .containsExactly("stream_open", "stream_reset", "snapshot");
                assertThat(begin.getFirst().data()).contains("\"mode\":\"reset\"");
                assertThat(reader.next().n()).isEqualTo(2);
            }
        }
    }

    @Test
    void aPositionOfSixThousandCharactersResetsToo() throws IOException {
        server.publish(Events.lasting("a", 1));
        try (SseSocket reader = open("/face/stream/a", "Last-Event-ID: " + "9".repeat(6000))) {
            assertThat(reader.take(2).getLast().event()).isEqualTo("stream_reset");
        }
    }

    @Test
    void fromStartReplaysAllThatIsHeld() throws IOException {
        for (int n = 1; n <= 5; n++) {
            server.publish(Events.lasting(n % 2 == 0 ? "a" : "b", n));
        }
        try (SseSocket one = open("/face/stream/b?from=start");
                SseSocket all = open("/stations/stream?from=start")) {
            assertThat(one.next().data()).contains("\"mode\":\"replay\"");
            assertThat(one.take(3)).extracting(SseEvent::n).containsExactly(1L, 3L, 5L);
            assertThat(all.take(6).subList(1, 6))
                    .extracting(SseEvent::n)
                    .containsExactly(1L, 2L, 3L, 4L, 5L);
        }
    }

    @Test
    void aReaderCutOffBeforeItsSnapshotComesBackToTheSnapshot() throws IOException {
        server.publish(Events.lasting("a", 1));
        String opening;
        try (SseSocket reader = open("/face/stream/a")) {
            opening = reader.next().id().orElseThrow();
        }
        try (SseSocket reader = open("/face/stream/a", "Last-Event-ID: " + opening)) {
            assertThat(reader.take(2))
                    .extracting(SseEvent::event)
                    .containsExactly("stream_open", "snapshot");
        }
    }

    @Test
    void onePositionServesBothStreams() throws IOException {
        server.publish(Events.lasting("a", 1));
        Position second = server.publish(Events.lasting("b", 2));
        server.publish(Events.lasting("a", 3));
        server.publish(Events.lasting("b", 4));
        try (SseSocket one = open("/face/stream/b", "Last-Event-ID: " + second);
                SseSocket all = open("/stations/stream", "Last-Event-ID: " + second)) {
            SseEvent fromOne = one.take(2).getLast();
            SseEvent fromAll = all.take(3).getLast();

            assertThat(fromOne).isEqualTo(fromAll);
            assertThat(fromOne.n()).isEqualTo(4);
        }
    }

    private SseSocket open(String path, String... headers) throws IOException {
        return SseSocket.open(server.port(), path, headers);
    }
}
