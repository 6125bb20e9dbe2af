package dev.tanaw.desktop.app;

import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.camera.Latest;
import dev.tanaw.capture.camera.Mosaic;
import dev.tanaw.stream.http.LivePicture;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// The coarse picture for those who watch from elsewhere. Nothing is computed while nobody asks,
/// and however many do it is made at most twice a second. Any thread.
final class Glance implements LivePicture {
    static final Duration EVERY = Duration.ofMillis(500);

    /// What is older is not of this moment.
    static final Duration FRESH = Duration.ofSeconds(1);

    private final String station;
    private final Latest newest;
    private final LongSupplier clock;
    private final Runnable looked;
    private Optional<Made> last = Optional.empty();

    private record Made(ByteBuffer png, long taken, long made) {}

    /// @param newest where the camera puts its frames
    /// @param clock [System#nanoTime]
    /// @param looked told whenever somebody looks
    Glance(String station, Latest newest, LongSupplier clock, Runnable looked) {
        this.station = station;
        this.newest = newest;
        this.clock = clock;
        this.looked = looked;
    }

    @Override
    public Look look(String wanted) {
        if (!wanted.equals(station)) {
            return new Look.Elsewhere();
        }
        looked.run();
        return now();
    }

    private synchronized Look now() {
        long now = clock.getAsLong();
        if (last.filter(each -> now - each.made() < EVERY.toNanos()).isEmpty()) {
            last = newest.poll().map(frame -> made(frame, now));
        }
        return last.filter(each -> now - each.taken() <= FRESH.toNanos())
                .<Look>map(each ->
                        new Look.Shown(
                                each.png().duplicate(), Duration.ofNanos(now - each.taken())))
                .orElseGet(Look.Blind::new);
    }

    private static Made made(Frame taken, long now) {
        try (Frame frame = taken) {
            return new Made(
                    ByteBuffer.wrap(Mosaic.of(frame.pixels())).asReadOnlyBuffer(),
                    frame.takenNanos(),
                    now);
        }
    }
}
