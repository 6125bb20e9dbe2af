package dev.tanaw.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.event.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class DiskWatchTest {
    private final AtomicLong free = new AtomicLong(DiskWatch.LOW_BYTES * 4);
    private final List<String> told = new ArrayList<>();

    @Test
    void aDiskThatFillsUpIsSaidOnceAndThatItIsOverWhenThereIsRoomAgain() {
        try (DiskWatch watch =
                new DiskWatch(free::get, (trouble, over) -> told.add(trouble + " " + over))) {
            watch.look();
            assertThat(told).isEmpty();
            free.set(DiskWatch.LOW_BYTES - 1);
            watch.look();
            watch.look();
            free.set(DiskWatch.LOW_BYTES + 1);
            watch.look();
            assertThat(told).containsExactly(Trouble.DISK_LOW + " false");
            free.set(DiskWatch.LOW_BYTES * 2);
            watch.look();
            assertThat(told)
                    .containsExactly(Trouble.DISK_LOW + " false", Trouble.DISK_LOW + " true");
        }
    }
}
