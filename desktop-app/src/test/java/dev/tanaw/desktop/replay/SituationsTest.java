package dev.tanaw.desktop.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.face.FaceMeasurer;
import dev.tanaw.capture.read.DocumentReader;
import dev.tanaw.capture.read.Instruments;
import dev.tanaw.capture.read.mrz.MrzReader;
import dev.tanaw.capture.session.Journey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each file of `contract/situations` goes as it says, two at a time. Of the readers the zone and
/// the bar codes are on: what is expected of a situation is seldom what is printed.
final class SituationsTest {
    private static final Path FOLDER = Path.of("../contract/situations");
    private static final int AT_A_TIME = 2;

    private static final ExecutorService STAGES =
            Executors.newFixedThreadPool(
                    AT_A_TIME, Thread.ofPlatform().name("stage-", 0).daemon().factory());

    @TestFactory
    Stream<DynamicTest> goAsWritten() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> all =
                    files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
            assertThat(all).hasSizeGreaterThanOrEqualTo(12);
            return all.stream().map(SituationsTest::test).toList().stream();
        }
    }

    @Test
    void aSituationGoesTheSameWayEachTime() throws Exception {
        Path file = FOLDER.resolve("02-jitter-in-countdown.json");
        Future<Played> first = STAGES.submit(() -> play(file));
        Future<Played> second = STAGES.submit(() -> play(file));

        assertThat(first.get().outcome().events())
                .extracting(Told::envelope)
                .isEqualTo(second.get().outcome().events().stream().map(Told::envelope).toList());
    }

    private static DynamicTest test(Path file) {
        Future<Played> played = STAGES.submit(() -> play(file));
        return DynamicTest.dynamicTest(file.getFileName().toString(), () -> judge(played.get()));
    }

    private static void judge(Played played) {
        if (played.situation().knownGap().isPresent()) {
            assertThat(played.outcome().missed())
                    .as("a gap that is not there any more")
                    .isNotEmpty();
        } else {
            assertThat(played.outcome().missed()).isEmpty();
        }
    }

    private record Played(Situation situation, Performance.Outcome outcome) {}

    private static Played play(Path file) throws Exception {
        Situation situation = Situation.read(file);
        Optional<FaceMeasurer> faces =
                situation.journey().stopsAt(Journey.Stop.FACE)
                        ? Optional.of(FaceMeasurer.load())
                        : Optional.empty();
        try (Performance performance =
                new Performance(situation, reader(situation.wall()), faces, _ -> {})) {
            return new Played(situation, performance.play());
        } finally {
            faces.ifPresent(FaceMeasurer::close);
        }
    }

    private static DocumentReader reader(Clock wall) throws Exception {
        return new DocumentReader(Instruments.of(MrzReader.load()), wall);
    }

    @AfterAll
    static void end() {
        STAGES.shutdownNow();
    }
}
