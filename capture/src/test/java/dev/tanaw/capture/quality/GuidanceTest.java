package dev.tanaw.capture.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.event.Instruction;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class GuidanceTest {
    private static final Duration FRAME = Duration.ofMillis(33);

    private static Guidance after(Guidance guidance, Instruction wish, Duration time) {
        Guidance now = guidance;
        for (Duration passed = Duration.ZERO;
                passed.compareTo(time) < 0;
                passed = passed.plus(FRAME)) {
            now = now.next(wish, FRAME);
        }
        return now;
    }

    @Test
    void aCorrectionStandsUntilItCanHaveBeenRead() {
        Guidance dark = Guidance.start(Instruction.TOO_DARK);

        assertThat(after(dark, Instruction.TOO_FAR, Duration.ofMillis(1400)).shown())
                .isEqualTo(Instruction.TOO_DARK);
        assertThat(after(dark, Instruction.TOO_FAR, Duration.ofMillis(1600)).shown())
                .isEqualTo(Instruction.TOO_FAR);
    }

    @Test
    void aClockSetBackDoesNotHoldTheWordsOnTheScreen() {
        Guidance dark = Guidance.start(Instruction.TOO_DARK);
        Guidance jumped =
                after(dark, Instruction.TOO_FAR, Duration.ofMillis(500))
                        .next(Instruction.TOO_FAR, Duration.ofHours(-1));

        assertThat(jumped.shown()).isEqualTo(Instruction.TOO_DARK);
        assertThat(after(jumped, Instruction.TOO_FAR, Duration.ofMillis(1600)).shown())
                .isEqualTo(Instruction.TOO_FAR);
    }
}
