package dev.tanaw.stream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tanaw.stream.access.Role;
import dev.tanaw.stream.access.Tokens;
import dev.tanaw.stream.hub.Pulse;
import dev.tanaw.stream.hub.Viewer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Who watches which session.
@Timeout(60)
class ViewersTest {
    @TempDir private Path folder;
    private StreamServer server;
    private String anna;
    private String berto;

    @BeforeEach
    void start() throws IOException {
        Tokens tokens = Tokens.in(folder.resolve("tokens.json"));
        anna = bearer(tokens.add("anna", Role.SUPERVISOR, Instant.EPOCH));
        berto = bearer(tokens.add("berto", Role.VIEWER, Instant.EPOCH));
        server =
                StreamServer.start(
                        StreamConfig.onPort(0)
                                .trusting(tokens)
                                .pulsing(
                                        new Pulse(
                                                Duration.ofMillis(200),
                                                Duration.ofSeconds(5),
                                                Duration.ofMinutes(1))));
        server.publish(Events.lasting("a", 1));
        server.publish(Events.lasting("b", 2));
    }

    private static String bearer(Tokens.Made made) {
        return "Authorization: Bearer " + made.token();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private SseSocket open(String path, String... headers) throws IOException {
        SseSocket socket = SseSocket.open(server.port(), path, headers);
        socket.next(event -> event.is("snapshot"));
        return socket;
    }

    private String viewers(String path) throws IOException {
        try (SseSocket answer = SseSocket.open(server.port(), path, "Connection: close")) {
            return answer.body();
        }
    }

    @Test
    void aSessionHasThoseWhoFollowItAndThoseWhoFollowAll() throws Exception {
        try (SseSocket _ = open("/face/stream/a", anna);
                SseSocket _ = open("/face/stream/a", anna);
                SseSocket _ = open("/stations/stream?session=a", berto);
                SseSocket _ = open("/stations/stream?session=b", anna);
                SseSocket _ = open("/stations/stream")) {
            String ofSession = viewers("/face/sessions/a/viewers");
            String ofAll = viewers("/stations/viewers");

            assertThat(ofSession.replaceAll("\"since\":\"[^\"]*\"", "\"since\":0"))
                    .contains(
                            "{\"session\":\"a\",\"viewers\":["
                                    + "{\"name\":\"anna\",\"role\":\"supervisor\",\"of\":\"session\",\"since\":0,\"streams\":2},"
                                    + "{\"name\":\"berto\",\"role\":\"viewer\",\"of\":\"session\",\"since\":0,\"streams\":1},"
                                    + "{\"name\":\"local\",\"role\":\"viewer\",\"of\":\"all\",\"since\":0,\"streams\":1}]}");
            assertThat(ofAll).contains("anna", "berto", "local").doesNotContain("127.0.0.1");
        }
        await().until(() -> viewers("/stations/viewers").contains("\"viewers\":[]"));
    }

    @Test
    void onlyKnownSessionsHaveViewers() throws Exception {
        try (SseSocket unknown = SseSocket.open(server.port(), "/face/sessions/x/viewers");
                SseSocket malformed = SseSocket.open(server.port(), "/face/sessions/%21/viewers")) {
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(malformed.status()).isEqualTo(400);
        }
    }

    @Test
    void whoAskedForItIsToldWhoComesAndGoes() throws Exception {
        try (SseSocket watching = open("/face/stream/a?viewers=true", anna)) {
            assertThat(next(watching)).contains("\"count\":1", "\"anna\"");
            try (SseSocket _ = open("/face/stream/a", berto)) {
                assertThat(next(watching))
                        .contains("\"session\":\"a\"", "\"count\":2", "\"berto\"");
            }
            assertThat(next(watching)).contains("\"count\":1").doesNotContain("berto");
        }
    }

    private static String next(SseSocket socket) throws IOException {
        SseEvent event = socket.next(each -> each.is("stream_viewers"));
        assertThat(event.id()).isEmpty();
        return event.data();
    }

    @Test
    void nobodyElseIsDisturbed() throws Exception {
        try (SseSocket quiet = open("/face/stream/a");
                SseSocket _ = open("/face/stream/a", anna)) {
            server.publish(Events.lasting("a", 3));

            assertThat(quiet.next(event -> !event.is(":")).event()).isEqualTo("state_change");
        }
    }

    @Test
    void theStationHearsThatItIsWatched() throws Exception {
        List<List<Viewer>> heard = new CopyOnWriteArrayList<>();
        server.onViewers(heard::add);
        try (SseSocket _ = open("/face/stream/a", anna)) {
            await().until(() -> heard.contains(List.of(new Viewer("anna", "supervisor"))));
        }
        await().until(() -> heard.getLast().isEmpty());

        assertThat(heard).hasSize(2);
    }
}
