package dev.tanaw.stream.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The log against the simplest thing that could be right: a list.
class EventLogTest {
    private static final Instant NOW = Instant.EPOCH;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyReadIsWhatTheListSaysOrAnHonestLoss(long seed) {
        Random random = new Random(seed);
        Bound perSession = new Bound(1 + random.nextInt(40), 2000 + random.nextInt(4000));
        Bound total = new Bound(1 + random.nextInt(100), 2000 + random.nextInt(8000));
        EventLog log = new EventLog("e", perSession, total);
        List<String> published = new ArrayList<>(List.of("")); // by offset
        for (int step = 0; step < 1500; step++) {
            String session = "s" + random.nextInt(4);
            log.append(message(session, random.nextInt(100)), NOW);
            published.add(session);
            String asked = "s" + random.nextInt(4);
            long after = random.nextLong(published.size());
            log.session(asked).ifPresent(feed -> check(feed, Optional.of(asked), after, published));
            check(log, Optional.empty(), after, published);
        }
        assertThat(log.heldEvents()).isLessThanOrEqualTo(total.events());
        assertThat(log.heldBytes()).isLessThanOrEqualTo(total.bytes());
    }

    private static void check(
            Feed feed, Optional<String> session, long after, List<String> published) {
        switch (feed.read(after, Long.MAX_VALUE, Filter.ALL, Pace.EXACT)) {
            case Slice.Lost _ -> assertThat(after).isLessThan(feed.lostThrough());
            case Slice.Frames slice -> {
                List<Long> expected = new ArrayList<>();
                for (long offset = after + 1; offset < published.size(); offset++) {
                    if (session.isEmpty() || session.get().equals(published.get((int) offset))) {
                        expected.add(offset);
                    }
                }
                assertThat(slice.frames()).extracting(Frame::offset).isEqualTo(expected);
                assertThat(feed.head()).isLessThan(published.size());
            }
        }
    }

    @Test
    void aSessionNeverHoldsWhatTheWholeLogHasLetGo() {
        EventLog log = new EventLog("e", new Bound(100, 1 << 20), new Bound(10, 1 << 20));
        log.append(message("quiet", 0), NOW);
        for (int n = 0; n < 20; n++) {
            log.append(message("loud", 0), NOW);
        }
        SessionLog quiet = log.session("quiet").orElseThrow();

        assertThat(quiet.summary().held()).isZero();
        assertThat(quiet.read(0, Long.MAX_VALUE, Filter.ALL, Pace.EXACT))
                .isInstanceOf(Slice.Lost.class);
        assertThat(quiet.snapshot(Filter.ALL).frames()).hasSize(1);
    }

    @Test
    void oneReadTakesNoMoreThanOneWriteAndAtLeastOneFrame() {
        EventLog log = new EventLog("e", new Bound(100, 1 << 22), new Bound(100, 1 << 22));
        for (int n = 0; n < 10; n++) {
            log.append(message("a", 30_000), NOW);
        }
        log.append(message("a", 100_000), NOW);

        assertThat(frames(log, 0)).hasSize(2);
        assertThat(frames(log, 9)).hasSize(1);
        assertThat(frames(log, 10)).hasSize(1);
    }

    @Test
    void keysBeyondTheLimitPushOutTheOneThatChangedLongestAgo() {
        EventLog log = new EventLog("e", new Bound(10_000, 1 << 22), new Bound(10_000, 1 << 22));
        for (int n = 1; n <= Latest.KEYS + 5; n++) {
            log.append(keyed("key" + n), NOW);
        }
        List<Frame> frames = log.session("a").orElseThrow().snapshot(Filter.ALL).frames();

        assertThat(frames).hasSize(Latest.KEYS);
        assertThat(frames.getFirst().offset()).isEqualTo(6);
    }

    @Test
    void sessionsBeyondTheLimitGoTheEndedOnesFirst() {
        EventLog log = new EventLog("e", new Bound(1, 1 << 20), new Bound(10, 1 << 20));
        for (int n = 0; n <= Sessions.MAX; n++) {
            log.append(message("s" + n, 0), NOW.plusSeconds(n));
        }
        log.append(message("more", 0), NOW.plusSeconds(99_999));
        log.end("s70", NOW);

        assertThat(log.expire(NOW, Duration.ofDays(1))).containsExactly("s70", "s0");
        assertThat(log.sessions()).hasSize(Sessions.MAX);
    }

    private static List<Frame> frames(EventLog log, long after) {
        return switch (log.read(after, Long.MAX_VALUE, Filter.ALL, Pace.EXACT)) {
            case Slice.Lost _ -> throw new AssertionError("lost");
            case Slice.Frames slice -> slice.frames();
        };
    }

    private static Message message(String session, int padding) {
        byte[] json = ("{\"p\":\"" + "x".repeat(padding) + "\"}").getBytes(UTF_8);
        return new Message(
                "kiosk", Optional.of(session), "state_change", Retention.LASTING, "state", json);
    }

    private static Message keyed(String key) {
        return new Message(
                "kiosk",
                Optional.of("a"),
                "state_change",
                Retention.LASTING,
                key,
                new byte[] {'{', '}'});
    }
}
