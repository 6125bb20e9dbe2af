package dev.tanaw.capture.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Outcome;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.event.Trouble;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class NumberingTest {
    private static final Moment START = new Moment(1_000_000_000L);

    private final Numbering numbering = new Numbering();

    @Test
    void timeNeverGoesBack() {
        assertThat(at(0).elapsed()).isZero();
        assertThat(at(-140).elapsed()).isZero();
        assertThat(at(50).elapsed()).isEqualTo(Duration.ofMillis(50));
        assertThat(at(20).elapsed()).isEqualTo(Duration.ofMillis(50));
        assertThat(at(51).elapsed()).isEqualTo(Duration.ofMillis(51));
    }

    @Test
    void aNewSessionCountsFromItsOwnStart() {
        at(10);
        number(new CaptureEvent.SessionEnded(Outcome.COMPLETE), 20);
        Recorded first = at(500);

        assertThat(first.seq()).isEqualTo(1);
        assertThat(first.prev()).isZero();
        assertThat(first.elapsed()).isZero();
    }

    private Recorded at(long milliseconds) {
        return number(new CaptureEvent.Warned(Trouble.SHOT_BY_HAND), milliseconds);
    }

    private Recorded number(CaptureEvent event, long milliseconds) {
        return numbering.number(
                "s", event, START.plus(Duration.ofMillis(milliseconds)), Instant.EPOCH);
    }
}
