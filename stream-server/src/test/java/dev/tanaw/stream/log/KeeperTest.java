package dev.tanaw.stream.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A log that is kept in files, its process ended in every way, and what the next one knows.
@Timeout(60)
class KeeperTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final Bound WIDE = new Bound(10_000, 1 << 24);
    private static final long SMALL_SEGMENT = 4096;

    /// Less than any bound in these tests holds.
    private static final int RECENT = 15;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theNextProcessGoesOnWhereThisOneWasCutOff(long seed) throws IOException {
        Random random = new Random(seed);
        Bound perSession = new Bound(5 + random.nextInt(40), 1 << 20);
        Bound total = new Bound(20 + random.nextInt(100), 1 << 20);
        List<String> running = new ArrayList<>();
        Path home = folder.resolve("0");
        for (int life = 1; life <= 6; life++) {
            Path next = folder.resolve(Integer.toString(life));
            String before;
            try (Keeper keeper = open(home, "e" + life, perSession, total)) {
                EventLog log = keeper.log();
                assertThat(log.epoch()).isEqualTo("e1");
                if (!running.isEmpty()) {
                    assertThat(picture(log)).isEqualTo(running.getLast());
                }
                for (int step = 0; step < 120; step++) {
                    step(log, random);
                }
                shown(log);
                before = picture(log);
                if (random.nextBoolean()) {
                    copy(home, next); // as a killed process leaves it
                }
            }
            if (!Files.exists(next)) {
                copy(home, next);
            }
            running.add(before);
            home = next;
        }
    }

    private static void step(EventLog log, Random random) {
        String session = "s" + random.nextInt(3) + "-" + log.head() / 60;
        Retention retention = random.nextInt(3) == 0 ? Retention.PASSING : Retention.LASTING;
        switch (random.nextInt(8)) {
            case 0 -> log.append(status("kiosk", random.nextInt()), NOW);
            case 1 -> {
                log.end("own" + random.nextInt(20), NOW);
                shown(log);
            }
            case 2, 3 -> {
                String own = "own" + random.nextInt(20);
                if (log.sessions().stream()
                        .noneMatch(
                                each -> each.session().equals(own) && each.ended().isPresent())) {
                    log.append(own(own, retention), NOW);
                }
            }
            default -> {
                Submission.Then then =
                        random.nextInt(30) == 0 ? Submission.Then.ENDS : Submission.Then.GOES_ON;
                log.append(submission(session, random.nextInt(100_000), retention, then), NOW);
            }
        }
    }

    /// All that readers and producers can find out, but for passing events, of which only the
    /// positions are kept.
    private static String picture(EventLog log) {
        StringBuilder text = new StringBuilder("head " + log.head() + "\n");
        for (SessionSummary session : sorted(log.sessions())) {
            SessionLog feed = log.session(session.session()).orElseThrow();
            boolean recent =
                    feed.snapshot(Filter.ALL).frames().stream()
                            .anyMatch(frame ->
                                    frame.isLasting() && frame.offset() > log.head() - RECENT);
            if (session.ended().isPresent() && !recent) {
                continue; // over, and perhaps nothing of it is held any more
            }
            text.append(session.session())
                    .append(session.ended().isPresent() ? " ended " : " live ")
                    .append(session.events())
                    .append(' ')
                    .append(lasting(feed.snapshot(Filter.ALL).frames()))
                    .append('\n');
        }
        Filter stations = new Filter(Set.of(), Set.of(), Set.of("station_status"));
        text.append(lasting(log.snapshot(stations).frames())).append('\n');
        // What was passing made room for what was lasting, so the older end may differ.
        return text.append(lasting(newest(log))).toString();
    }

    private static List<SessionSummary> sorted(List<SessionSummary> sessions) {
        return sessions.stream().sorted(Comparator.comparing(SessionSummary::session)).toList();
    }

    private static List<Frame> newest(EventLog log) {
        return frames(log, Math.max(log.lostThrough(), log.head() - RECENT));
    }

    private static List<String> lasting(List<Frame> frames) {
        return frames.stream()
                .filter(Frame::isLasting)
                .map(frame -> UTF_8.decode(frame.alone(Form.SSE)).toString())
                .toList();
    }

    @Test
    void aSecondTryIsKnownAfterTheRestartAndTheNumbersGoOn() throws IOException {
        Submission first = submission("s", 1, Retention.LASTING, Submission.Then.GOES_ON);
        Submission passing = submission("s", 2, Retention.PASSING, Submission.Then.GOES_ON);
        try (Keeper keeper = open(folder, "a", WIDE, WIDE)) {
            assertThat(keeper.log().append(first, NOW))
                    .isEqualTo(new Admission.Taken(new Position("a", 1), 1));
            keeper.log().append(passing, NOW);
        }
        try (Keeper keeper = open(folder, "b", WIDE, WIDE)) {
            EventLog log = keeper.log();

            assertThat(log.append(first, NOW))
                    .isEqualTo(new Admission.Repeated(new Position("a", 1), 1));
            assertThat(log.append(passing, NOW))
                    .isEqualTo(new Admission.Repeated(new Position("a", 2), 1));
            Submission next = submission("s", 3, Retention.LASTING, Submission.Then.GOES_ON);
            assertThat(log.append(next, NOW.plusSeconds(2)))
                    .isEqualTo(new Admission.Taken(new Position("a", 3), 1));
            shown(log);
            assertThat(lasting(frames(log, 2)).getFirst())
                    .startsWith("id: a-3\n")
                    .contains("\"seq\":3,\"prev\":1,")
                    .contains("\"elapsed_ms\":2000,");
        }
    }

    @Test
    void whatAStationLeftBehindIsEndedBehindItsLastNumber() throws IOException {
        try (Keeper keeper = open(folder, "a", WIDE, WIDE)) {
            keeper.log().append(own("gone", Retention.LASTING), NOW);
            keeper.log().append(own("gone", Retention.PASSING), NOW);
        }
        try (Keeper keeper = open(folder, "b", WIDE, WIDE)) {
            EventLog log = keeper.log();
            assertThat(log.orphans()).extracting(SessionSummary::session).containsExactly("gone");
            log.conclude(submission("gone", 9, Retention.LASTING, Submission.Then.ENDS), NOW);
            shown(log);

            assertThat(log.orphans()).isEmpty();
            assertThat(lasting(frames(log, 2)).getFirst()).contains("\"seq\":3,\"prev\":1,");
            assertThat(log.sessions().getFirst().ended()).isPresent();
        }
    }

    @Test
    void aRecordTornAnywhereIsCutOffAndTheOnesBeforeStay() throws IOException {
        Path home = folder.resolve("home");
        Path segment;
        long before;
        try (Keeper keeper = open(home, "a", WIDE, WIDE)) {
            keeper.log().append(own("s", Retention.LASTING), NOW);
            shown(keeper.log());
            segment = segment(home);
            before = Files.size(segment);
            keeper.log().append(own("s", Retention.LASTING), NOW);
            shown(keeper.log());
            copy(home, folder.resolve("killed"));
        }
        byte[] whole = Files.readAllBytes(segment);
        for (int length = (int) before; length <= whole.length; length++) {
            Path torn = folder.resolve("torn" + length);
            copy(folder.resolve("killed"), torn);
            try (var file = FileChannel.open(segment(torn), StandardOpenOption.WRITE)) {
                file.truncate(length);
            }
            try (Keeper keeper = open(torn, "b", WIDE, WIDE)) {
                assertThat(keeper.log().epoch()).isEqualTo("a");
                assertThat(keeper.log().head()).isEqualTo(length == whole.length ? 2 : 1);
                keeper.log().append(own("s", Retention.LASTING), NOW);
                shown(keeper.log());
            }
            try (Keeper keeper = open(torn, "c", WIDE, WIDE)) {
                assertThat(keeper.log().head()).isEqualTo(length == whole.length ? 3 : 2);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aDamagedByteNeverLooksLikeAWholeHistory(long seed) throws IOException {
        Random random = new Random(seed);
        try (Keeper keeper = open(folder, "a", WIDE, WIDE)) {
            for (int n = 0; n < 50; n++) {
                keeper.log().append(own("s", Retention.LASTING), NOW);
            }
        }
        Path segment = segment(folder);
        byte[] bytes = Files.readAllBytes(segment);
        // Not the last record: its length may say that it is longer than the file, as a torn one's.
        int at = random.nextInt(bytes.length * 9 / 10);
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        Files.write(segment, bytes);

        try (Keeper keeper = open(folder, "b", WIDE, WIDE)) {
            assertThat(keeper.log().epoch()).isEqualTo("b");
            assertThat(frames(keeper.log(), 0)).hasSizeLessThan(50);
        }
    }

    @Test
    void afterThePowerFailedTheHistoryIsANewOne() throws IOException {
        Path killed = folder.resolve("killed");
        try (Keeper keeper = open(folder.resolve("home"), "a", WIDE, WIDE)) {
            keeper.log().append(own("s", Retention.LASTING), NOW);
            shown(keeper.log());
            copy(folder.resolve("home"), killed);
        }
        Files.writeString(killed.resolve("epoch"), "a 00000000-another-run-of-the-machine\n");

        try (Keeper keeper = open(killed, "b", WIDE, WIDE)) {
            assertThat(keeper.log().epoch()).isEqualTo("b");
            assertThat(lasting(frames(keeper.log(), 0)).getFirst()).startsWith("id: b-1\n");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskCostsTheFilesAndNothingElse() throws IOException {
        Files.createSymbolicLink(folder.resolve("0000000000000000001.log"), Path.of("/dev/full"));
        AtomicInteger lost = new AtomicInteger();
        try (Keeper keeper = Keeper.open(folder, "a", WIDE, WIDE, SMALL_SEGMENT)) {
            keeper.start(_ -> {}, lost::incrementAndGet);
            for (int n = 0; n < 20; n++) {
                keeper.log().append(own("s", Retention.LASTING), NOW);
            }
            shown(keeper.log());

            assertThat(frames(keeper.log(), 0)).hasSize(20);
            await().untilAsserted(() -> assertThat(lost).hasValue(1));
            assertThat(keeper.isKeeping()).isFalse();
            await().untilAsserted(() -> assertThat(folder.resolve("epoch")).doesNotExist());
        }
    }

    /// The disk is being asked nearly always, and so when the end comes.
    @Test
    void anOrderlyEndWhileTheDiskIsAskedKeepsTheHistory() throws IOException {
        for (int life = 0; life < 50; life++) {
            Keeper keeper = Keeper.open(folder, "e" + life, WIDE, WIDE, SMALL_SEGMENT);
            try (keeper) {
                keeper.start(_ -> {}, () -> {}, Duration.ofNanos(1));
                assertThat(keeper.log().epoch()).isEqualTo("e0");
                keeper.log().append(own("s", Retention.LASTING), NOW);
                shown(keeper.log());
            }
            assertThat(keeper.isKeeping()).isTrue();
        }
    }

    @Test
    void aSecondProcessIsToldThatTheFolderIsTaken() throws IOException {
        try (Keeper keeper = open(folder, "a", WIDE, WIDE)) {
            assertThat(keeper.isKeeping()).isTrue();
            assertThatThrownBy(() -> open(folder, "b", WIDE, WIDE))
                    .isInstanceOf(JournalInUse.class);
        }
    }

    @Test
    void theFilesStayNearTheSizeOfWhatIsHeld() throws IOException {
        Bound small = new Bound(100, 1 << 20);
        try (Keeper keeper = open(folder, "a", small, small)) {
            keeper.log().append(status("kiosk", 1), NOW);
            keeper.log().append(own("quiet", Retention.LASTING), NOW);
            for (int n = 0; n < 5000; n++) {
                keeper.log().append(own("loud", Retention.LASTING), NOW);
                if (n % 20 == 0) {
                    shown(keeper.log()); // what gathers is written at once, however much it is
                }
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            long bytes = files.mapToLong(file -> file.toFile().length()).sum();
            assertThat(bytes).isLessThan(100_000);
        }
        try (Keeper keeper = open(folder, "b", small, small)) {
            assertThat(keeper.log().head()).isEqualTo(5002);
            assertThat(keeper.log().snapshot(Filter.ALL).frames())
                    .extracting(Frame::offset)
                    .containsExactly(1L, 2L, 5002L);
        }
    }

    private static Keeper open(Path folder, String fresh, Bound perSession, Bound total)
            throws IOException {
        Keeper keeper = Keeper.open(folder, fresh, perSession, total, SMALL_SEGMENT);
        keeper.start(_ -> {}, () -> {});
        return keeper;
    }

    private static void shown(EventLog log) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> log.outbox().isAllShown());
    }

    private static Path segment(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log")).findFirst().orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static List<Frame> frames(EventLog log, long after) {
        return switch (log.read(after, Long.MAX_VALUE, Filter.ALL, Pace.EXACT)) {
            case Slice.Lost _ -> throw new AssertionError("lost");
            case Slice.Frames slice -> slice.frames();
        };
    }

    private static Message own(String session, Retention retention) {
        String type = retention == Retention.LASTING ? "state_change" : "quality_update";
        return new Message(
                "kiosk", Optional.of(session), type, retention, type, "{\"x\":1}".getBytes(UTF_8));
    }

    private static Message status(String station, int n) {
        byte[] json = ("{\"n\":" + n + "}").getBytes(UTF_8);
        return new Message(
                station, Optional.empty(), "station_status", Retention.LASTING, "status", json);
    }

    private static Submission submission(
            String session, int n, Retention retention, Submission.Then then) {
        String type = retention == Retention.LASTING ? "extraction_field" : "quality_update";
        byte[] json = ("{\"n\":" + n + "}").getBytes(UTF_8);
        return new Submission(
                "kiosk",
                session,
                List.of(new Draft(type, retention, type + n % 4, json)),
                then,
                Optional.of(new Submission.Once("k" + n, "f" + n)));
    }
}
