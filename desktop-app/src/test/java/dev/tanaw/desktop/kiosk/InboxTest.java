package dev.tanaw.desktop.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.event.Side;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class InboxTest {
    private final Inbox inbox = new Inbox();
    private long seq;

    @Test
    void ofPassingEventsOnlyTheNewestOfAKindIsKept() {
        put(new CaptureEvent.CaptureProgressed(Side.FRONT, 0.1));
        put(Story.taken(Side.FRONT));
        put(new CaptureEvent.CaptureProgressed(Side.FRONT, 0.2));
        put(new CaptureEvent.ExtractionProgressed(Side.FRONT, 1, 10));
        assertThat(inbox.takeAll()).extracting(Recorded::seq).containsExactly(2L, 3L, 4L);
    }

    @Test
    void theReaderIsToldOnceForAllThatWaits() {
        assertThat(put(Story.begun())).isTrue();
        assertThat(put(Story.locked(Side.FRONT))).isFalse();
        assertThat(inbox.takeAll()).hasSize(2);
        assertThat(put(Story.counting(Side.FRONT))).isTrue();
    }

    @Test
    void itNeverHoldsMoreThanItsBound() {
        for (int i = 0; i < Inbox.BOUND + 5; i++) {
            put(Story.begun());
        }
        assertThat(inbox.takeAll()).hasSize(Inbox.BOUND).first().returns(6L, Recorded::seq);
    }

    private boolean put(CaptureEvent event) {
        return inbox.put(new Recorded("s", ++seq, seq - 1, Instant.EPOCH, Duration.ZERO, event));
    }
}
