package dev.tanaw.stream.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tanaw.stream.access.Role;
import dev.tanaw.stream.access.Tokens;
import dev.tanaw.stream.http.StreamConfig;
import dev.tanaw.stream.http.StreamServer;
import dev.tanaw.stream.hub.Pulse;
import dev.tanaw.stream.log.Bound;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class StreamClientTest {
    private static final int EVENTS = 5000;
    private static final int CUTS = 100;
    private static final Duration SOON = Duration.ofMillis(10);

    private final StreamServer server = StreamServer.start(config());
    private final CuttingProxy proxy = new CuttingProxy(server.port(), 7);
    private final Ear ear = new Ear();

    private static StreamConfig config() {
        return StreamConfig.onPort(0)
                .pulsing(
                        new Pulse(
                                Duration.ofMillis(200),
                                Duration.ofSeconds(5),
                                Duration.ofMinutes(1)));
    }

    @AfterEach
    void stop() {
        proxy.close();
        server.close();
    }

    private static Source source(URI stream) {
        return Source.of(stream).waiting(Duration.ofSeconds(5), SOON);
    }

    @ParameterizedTest
    @CsvSource({
        "/face/stream/a?from=start, 1",
        "/stations/stream?from=start&session=a, 2",
        "/stations/stream?from=start&session=a, 3"
    })
    void overALineThatBreaksAnywhereNothingIsMissedAndNothingHeardTwice(String path, long seed) {
        server.publish(Told.lasting("kiosk-01", "a", 1));
        proxy.cutting(6000);
        try (StreamClient _ = StreamClient.follow(source(proxy.url(path)), ear)) {
            Random random = new Random(seed);
            for (long n = 2; n <= EVENTS; n++) {
                server.publish(
                        random.nextInt(3) > 0
                                ? Told.lasting("kiosk-01", "a", n)
                                : Told.passing("kiosk-01", "a", n));
                while (n - ear.numbers().size() > 100) {
                    LockSupport.parkNanos(200_000); // so that every cut falls among new events
                }
            }
            await().until(() -> ear.numbers().size() >= EVENTS);
        }

        assertThat(proxy.cuts()).isGreaterThan(CUTS);
        assertThat(ear.numbers())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, EVENTS).boxed().toList());
        assertThat(ear.all(Heard.Snapshot.class)).isEmpty();
    }

    @Test
    void aLinkThatFallsSilentIsGivenUpAndTakenUpAgain() {
        try (StreamClient _ = StreamClient.follow(source(proxy.url("/stations/stream")), ear)) {
            await().until(() -> !ear.all(Heard.Snapshot.class).isEmpty());
            server.publish(Told.lasting("kiosk-01", "a", 1));
            await().until(() -> ear.numbers().size() == 1);
            proxy.freeze();
            await().until(() -> ear.has(new Heard.Lost(Heard.Why.SILENT)));
            server.publish(Told.lasting("kiosk-01", "a", 2));
            proxy.heal();
            await().until(() -> ear.numbers().size() == 2);
        }

        assertThat(ear.heard())
                .extracting(each -> each.getClass().getSimpleName())
                .startsWith("Opened", "Snapshot", "Event", "Lost")
                .endsWith("Back", "Opened", "Event");
    }

    @Test
    void anotherLogIsAResetWithASnapshotWhoseEnvelopesAreAsTheyWerePublished() {
        server.publish(Told.lasting("kiosk-01", "a", 1));
        try (StreamServer other = StreamServer.start(config());
                StreamClient _ =
                        StreamClient.follow(
                                source(proxy.url("/stations/stream?from=start")), ear)) {
            other.publish(Told.lasting("kiosk-01", "b", 7));
            await().until(() -> ear.numbers().size() == 1);
            proxy.lead(other.port());
            await().until(() -> !ear.all(Heard.Snapshot.class).isEmpty());
        }

        assertThat(ear.all(Heard.Reset.class)).hasSize(1);
        assertThat(ear.all(Heard.Snapshot.class).getFirst().envelopes())
                .containsExactly(Told.lasting("kiosk-01", "b", 7).json());
    }

    @Test
    void whatIsNoLongerHeldIsAGap() {
        try (StreamServer small =
                StreamServer.start(
                        config().holding(new Bound(4, 1 << 20), new Bound(4, 1 << 20)))) {
            for (int n = 1; n <= 20; n++) {
                small.publish(Told.lasting("kiosk-01", "a", n));
            }
            String epoch = small.stats().head().replaceFirst("-.*", "");
            URI stream = URI.create("http://127.0.0.1:" + small.port() + "/stations/stream");
            try (StreamClient client =
                    StreamClient.follow(source(stream).after(epoch + "-3"), ear)) {
                await().until(() -> !ear.all(Heard.Snapshot.class).isEmpty());
                await().until(() -> client.position().equals(Optional.of(epoch + "-20")));
            }

            assertThat(ear.all(Heard.Gap.class))
                    .containsExactly(new Heard.Gap(epoch + "-3", epoch + "-20"));
        }
    }

    @Test
    void aServerThatStopsSaysSoAndNobodyAnswersAfterwards() {
        try (StreamClient _ = StreamClient.follow(source(proxy.url("/stations/stream")), ear)) {
            await().until(() -> !ear.all(Heard.Snapshot.class).isEmpty());
            server.close();
            await().until(() -> ear.all(Heard.Lost.class).size() >= 2);
        }

        assertThat(ear.all(Heard.Lost.class).getFirst()).isEqualTo(new Heard.Lost(Heard.Why.DRAIN));
        assertThat(ear.all(Heard.Back.class)).isEmpty();
    }

    @Test
    void aTokenThatIsRevokedEndsTheStreamAndThenIsRefused(@TempDir Path folder) throws Exception {
        Tokens tokens = Tokens.in(folder.resolve("tokens.json"));
        Tokens.Made made = tokens.add("desk", Role.VIEWER, Instant.EPOCH);
        try (StreamServer locked = StreamServer.start(config().locked().trusting(tokens))) {
            URI stream = URI.create("http://127.0.0.1:" + locked.port() + "/stations/stream");
            try (StreamClient _ = StreamClient.follow(source(stream).as(made.token()), ear)) {
                await().until(() -> !ear.all(Heard.Snapshot.class).isEmpty());
                tokens.revoke(made.credential().id());
                await().until(() -> ear.all(Heard.Lost.class).size() >= 2);
            }
        }

        assertThat(ear.all(Heard.Lost.class))
                .startsWith(new Heard.Lost(Heard.Why.REVOKED), new Heard.Lost(Heard.Why.REFUSED));
    }

    @Test
    void aFrameLongerThanTheClientHoldsIsSaidAndNotHeld() {
        server.publish(Told.lasting("kiosk-01", "a", 1));
        Source poor = source(proxy.url("/stations/stream")).holding(150);
        try (StreamClient client = StreamClient.follow(poor, ear)) {
            await().until(() -> ear.has(new Heard.Lost(Heard.Why.TOO_LARGE)));
            assertThat(client.position()).isEmpty();
        }
    }

    @Test
    void whatTheListenerThrowsAtIsToldAgain() {
        server.publish(Told.lasting("kiosk-01", "a", 1));
        boolean[] thrown = {false};
        Listener failing =
                heard -> {
                    ear.hear(heard);
                    if (heard instanceof Heard.Event && !thrown[0]) {
                        thrown[0] = true;
                        throw new IllegalStateException("a listener that fails once");
                    }
                };
        try (StreamClient _ =
                StreamClient.follow(source(proxy.url("/stations/stream?from=start")), failing)) {
            await().until(() -> ear.numbers().equals(List.of(1L, 1L)));
        }

        assertThat(ear.all(Heard.Lost.class)).containsExactly(new Heard.Lost(Heard.Why.NOT_TAKEN));
    }

    @Test
    void anAnswerThatIsNoStreamIsRefused() {
        try (StreamClient _ = StreamClient.follow(source(proxy.url("/health/live")), ear)) {
            await().until(() -> ear.has(new Heard.Lost(Heard.Why.REFUSED)));
        }

        assertThat(ear.heard()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"ftp://host/x", "host:7070", "/stations/stream"})
    void whatIsNoAddressIsRefused(String address) {
        assertThatThrownBy(() -> Source.of(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Like http://host:7070");
    }

    @Test
    void aFingerprintMayHaveColonsAndMustBeWhole() {
        String digits = "AB:".repeat(31) + "AB";

        assertThat(new Trust.Pinned(Set.of(digits)).fingerprints())
                .containsExactly("ab".repeat(32));
        assertThatThrownBy(() -> new Trust.Pinned(Set.of("ab")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
