package dev.tanaw.capture.camera.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;

final class ReplayStageTest {
    private static final long MS = 1_000_000;
    private static final Prop FRONT = prop(85.6);
    private static final Prop BACK = prop(85.6);
    private static final Prop PAGE = prop(125);

    private final ReplayStage stage = new ReplayStage();
    private long now = 77_000 * MS;

    @Test
    void atFirstTheDeskIsEmpty() {
        assertThat(segments(1_000)).containsOnly("Empty");
        assertThat(stage.at(now).shown()).isEmpty();
    }

    @Test
    void aDocumentIsBroughtGlaresAndIsThenHeldForAsLongAsNeeded() {
        segments(100);
        stage.present(FRONT);

        assertThat(story(20_000)).containsExactly("Approach", "Glare", "Hold");
        assertThat(stage.at(now).shown()).contains(FRONT);
    }

    @Test
    void theOtherSideOfACardIsTurnedUp() {
        stage.present(FRONT);
        segments(5_000);
        stage.present(BACK);

        assertThat(story(5_000)).containsExactly("Flip", "Hold");
        assertThat(stage.at(now).shown()).contains(BACK);
    }

    @Test
    void anotherDocumentComesAfterTheFirstHasGone() {
        stage.present(FRONT);
        segments(5_000);
        stage.present(PAGE);

        assertThat(story(9_000)).containsExactly("Remove", "Approach", "Glare", "Hold");
    }

    @Test
    void theSameDocumentAgainChangesNothing() {
        stage.present(FRONT);
        segments(5_000);
        stage.present(FRONT);

        assertThat(story(5_000)).containsExactly("Hold");
    }

    @Test
    void aMovementIsFinishedBeforeTheNextBegins() {
        stage.present(FRONT);
        segments(300);
        stage.remove();

        assertThat(story(5_000)).containsExactly("Approach", "Remove", "Empty");
        assertThat(stage.at(now).shown()).isEmpty();
    }

    @Test
    void removingNothingIsNothing() {
        stage.remove();

        assertThat(story(2_000)).containsExactly("Empty");
    }

    @Test
    void whatWasToComeIsForgottenByANewCommand() {
        stage.present(FRONT);
        stage.present(PAGE);

        assertThat(story(9_000)).containsExactly("Approach", "Glare", "Hold");
        assertThat(stage.at(now).shown()).contains(PAGE);
    }

    @Test
    void aScenarioIsPlayedToTheMillisecond() {
        stage.play(
                Scenario.empty(Duration.ofMillis(200))
                        .approach(FRONT)
                        .hold(Duration.ofMillis(400))
                        .shake()
                        .flip(BACK)
                        .remove());

        List<String> all = segments(4_000);

        assertThat(all.indexOf("Approach")).isEqualTo(20);
        assertThat(all.indexOf("Hold")).isEqualTo(20 + 110);
        assertThat(all.indexOf("Shake")).isEqualTo(20 + 110 + 40);
        assertThat(all.indexOf("Flip")).isEqualTo(20 + 110 + 40 + 35);
        assertThat(all.indexOf("Remove")).isEqualTo(20 + 110 + 40 + 35 + 90);
        assertThat(all.getLast()).isEqualTo("Empty");
    }

    /// One name for each ten milliseconds.
    private List<String> segments(int milliseconds) {
        return IntStream.range(0, milliseconds / 10)
                .mapToObj(_ -> {
                    String name = stage.at(now).segment().getClass().getSimpleName();
                    now += 10 * MS;
                    return name;
                })
                .toList();
    }

    private List<String> story(int milliseconds) {
        List<String> all = segments(milliseconds);
        return IntStream.range(0, all.size())
                .filter(i -> i == 0 || !all.get(i).equals(all.get(i - 1)))
                .mapToObj(all::get)
                .toList();
    }

    private static Prop prop(double widthMm) {
        return new Prop(new Mat(540, 856, opencv_core.CV_8UC3), widthMm);
    }
}
