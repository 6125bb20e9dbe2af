package dev.tanaw.capture.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class FreshnessTest {
    private static final long MS = 1_000_000;

    private final Freshness freshness = new Freshness(Duration.ofMillis(500));

    @Test
    void aCameraIsStalledWhenItsNewestFrameIsTooOld() {
        freshness.frame(Long.MAX_VALUE);

        assertThat(freshness.stalled(Long.MAX_VALUE + 500 * MS)).isFalse();
        assertThat(freshness.stalled(Long.MAX_VALUE + 501 * MS)).isTrue();

        freshness.frame(Long.MAX_VALUE + 501 * MS);
        assertThat(freshness.stalled(Long.MAX_VALUE + 501 * MS)).isFalse();
    }

    @Test
    void aLostCameraIsNotCalledStalled() {
        freshness.frame(0);
        freshness.lost();

        assertThat(freshness.stalled(900 * MS)).isFalse();
    }

    @Test
    void beforeTheFirstFrameNothingIsStalled() {
        assertThat(freshness.stalled(900 * MS)).isFalse();
    }
}
