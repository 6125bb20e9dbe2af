package dev.tanaw.desktop.replay;

import dev.tanaw.capture.camera.replay.Tempo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The wall clock of a replay: the morning of its day, and then as its frames go.
final class Hours extends Clock {
    private static final int OPENING = 8;

    private final Instant opened;
    private final Tempo tempo;
    private final long beganNanos;

    Hours(LocalDate day, Tempo tempo) {
        this.opened = opening(day);
        this.tempo = tempo;
        this.beganNanos = tempo.now();
    }

    static Instant opening(LocalDate day) {
        return day.atTime(OPENING, 0).toInstant(ZoneOffset.UTC);
    }

    double seconds() {
        return (tempo.now() - beganNanos) / 1e9;
    }

    @Override
    public Instant instant() {
        return opened.plusNanos(tempo.now() - beganNanos);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(getZone()) ? this : Clock.fixed(instant(), zone);
    }
}
