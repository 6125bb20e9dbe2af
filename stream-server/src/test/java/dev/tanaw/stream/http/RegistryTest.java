package dev.tanaw.stream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tanaw.stream.hub.Clocks;
import dev.tanaw.stream.hub.Pulse;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Who is connected, for how long, and how a stream says that it is alive or over.
@Timeout(60)
class RegistryTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final StreamServer server =
            StreamServer.start(
                    StreamConfig.onPort(0)
                            .pulsing(
                                    new Pulse(
                                            Duration.ofMillis(100),
                                            Duration.ofSeconds(5),
                                            Duration.ofMinutes(5)))
                            .telling(Clocks.of(now::get)));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void nothingIsLeftOfReadersThatHaveHungUp() throws IOException {
        List<SseSocket> sockets = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            server.publish(Events.lasting("s" + i, i));
            sockets.add(SseSocket.open(server.port(), "/face/stream/s" + i));
            sockets.add(SseSocket.open(server.port(), "/stations/stream"));
        }
        await().until(() -> server.stats().connections() == 80);
        for (SseSocket socket : sockets) {
            socket.close();
        }
        await().until(() -> server.stats().connections() == 0);
    }

    @Test
    void silenceIsFilledWithCommentsAndEveryFourthIsABeatWithTheHead() throws IOException {
        String head = server.publish(Events.lasting("a", 1)).toString();
        try (SseSocket reader = SseSocket.open(server.port(), "/face/stream/a")) {
            reader.next(each -> each.is("snapshot"));
            List<SseEvent> beats = reader.take(8);

            assertThat(beats)
                    .extracting(SseEvent::event)
                    .containsExactly(":", ":", ":", "stream_beat", ":", ":", ":", "stream_beat");
            assertThat(beats.get(3).data()).isEqualTo("{\"head\":\"%s\"}".formatted(head));
            assertThat(beats.get(3).id()).contains(head);
        }
    }

    @Test
    void whoWatchesEverythingSeesEachBeatAndIsToldHowOftenOneComes() throws IOException {
        server.publish(Events.lasting("a", 1));
        try (SseSocket all = SseSocket.open(server.port(), "/stations/stream");
                SseSocket one = SseSocket.open(server.port(), "/face/stream/a")) {
            assertThat(all.next().data()).contains("\"heartbeat_ms\":100,\"beat_ms\":100,");
            assertThat(one.next().data()).contains("\"heartbeat_ms\":100,\"beat_ms\":400,");
            all.next(each -> each.is("snapshot"));

            assertThat(all.take(3)).allMatch(each -> each.is("stream_beat"));
        }
    }

    @Test
    void aSessionThatHasEndedStaysReadableForAWhileAndThenItsReadersAreToldToGo()
            throws IOException {
        server.publish(Events.lasting("a", 1));
        server.end("a");
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(4)));
        try (SseSocket reader = SseSocket.open(server.port(), "/face/stream/a")) {
            reader.next(each -> each.is("snapshot"));
            now.set(Instant.EPOCH.plus(Duration.ofMinutes(6)));

            SseEvent bye = reader.next(each -> each.is("stream_bye"));
            assertThat(bye.data()).isEqualTo("{\"code\":\"session_gone\"}");
            assertThat(bye.retry()).isPresent();
            assertThatThrownBy(reader::next).isInstanceOf(EOFException.class);
        }
        try (SseSocket reader = SseSocket.open(server.port(), "/face/stream/a")) {
            assertThat(reader.status()).isEqualTo(404);
        }
    }

    @Test
    void aSessionIdThatComesBackIsANewSession() throws IOException {
        String old = server.publish(Events.lasting("a", 1)).toString();
        server.end("a");
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(6)));
        await().until(() -> server.stats().sessions() == 0);
        server.publish(Events.lasting("b", 2));
        server.publish(Events.lasting("a", 3));
        try (SseSocket reader =
                SseSocket.open(server.port(), "/face/stream/a", "Last-Event-ID: " + old)) {
            assertThat(reader.next(each -> each.is("stream_gap")).data()).contains(old);
            assertThat(reader.next().n()).isEqualTo(3);
        }
    }

    @Test
    void whenTheServerStopsEachReaderGetsTheRestAndIsToldWhenToComeBack() throws IOException {
        server.publish(Events.lasting("a", 1));
        try (SseSocket one = SseSocket.open(server.port(), "/face/stream/a");
                SseSocket all = SseSocket.open(server.port(), "/stations/stream")) {
            one.next(each -> each.is("snapshot"));
            all.next(each -> each.is("snapshot"));
            server.publish(Events.lasting("a", 2));
            server.close();

            for (SseSocket reader : List.of(one, all)) {
                assertThat(reader.next(each -> !each.is(":")).n()).isEqualTo(2);
                SseEvent bye = reader.next(each -> !each.is(":"));
                assertThat(bye.event()).isEqualTo("stream_bye");
                assertThat(bye.data()).isEqualTo("{\"code\":\"drain\"}");
                assertThat(bye.retry().orElseThrow()).isBetween(1000L, 4000L);
            }
        }
    }

    @Test
    void whoeverHasSeenTheHeadersIsToldThatTheServerStops() throws IOException {
        server.publish(Events.lasting("a", 1));
        List<SseSocket> readers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            readers.add(SseSocket.open(server.port(), "/face/stream/a"));
        }
        server.close();

        for (SseSocket reader : readers) {
            assertThat(reader.next(each -> each.is("stream_bye")).data()).contains("drain");
            reader.close();
        }
        assertThat(server.stats().connections()).isZero();
    }
}
