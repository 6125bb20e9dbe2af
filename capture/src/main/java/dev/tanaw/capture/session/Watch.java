package dev.tanaw.capture.session;

import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.quality.Guidance;
import dev.tanaw.capture.quality.Verdict;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is remembered from frame to frame while aiming.
///
/// @param held gates that passed on the last frame
/// @param stillSince since when the document has been held still; empty while it moves
/// @param misses frames in a row that broke the stillness; one is forgiven
/// @param badSince since when a gate has failed; empty while all pass
/// @param goods the last [#WINDOW] frames, a bit each, newest lowest
/// @param lastFrame when the last frame was taken
/// @param toldQuality when the last quality event was published
/// @param steadiness for each gate, how it stands
/// @param room how the light is
record Watch(
        Set<Gate> held,
        Optional<Moment> stillSince,
        int misses,
        Optional<Moment> badSince,
        int goods,
        Guidance guidance,
        Moment lastFrame,
        Optional<Moment> toldQuality,
        Map<Gate, Standing> steadiness,
        Room room) {
    /// Of the last five frames four must be good.
    private static final int WINDOW = 5;

    private static final int ENOUGH = 4;

    /// A gate is reported once it has stood this many frames in a row.
    private static final int REPORTED_AFTER = 3;

    /// How a gate stands: for how many frames it has agreed with itself, and what was last told.
    record Standing(boolean pass, int frames, Optional<Boolean> told) {
        Standing next(boolean passes) {
            return new Standing(passes, passes == pass ? frames + 1 : 1, told);
        }

        boolean worthTelling() {
            return frames >= REPORTED_AFTER && !told.equals(Optional.of(pass));
        }

        Standing toldNow() {
            return new Standing(pass, frames, Optional.of(pass));
        }
    }

    Watch {
        held = Set.copyOf(held);
        steadiness = Map.copyOf(steadiness);
    }

    static Watch start(Moment at, Instruction first) {
        return new Watch(
                EnumSet.noneOf(Gate.class),
                Optional.empty(),
                0,
                Optional.empty(),
                0,
                Guidance.start(first),
                at,
                Optional.empty(),
                Map.of(),
                Room.unknown(at));
    }

    /// Whether this frame is older than the one before: the times of both cannot be compared.
    boolean outOfTime(Moment at) {
        return at.since(lastFrame).isNegative();
    }

    /// Without what was timed before the clock was set back.
    private Watch timedAnew() {
        return new Watch(
                held,
                Optional.empty(),
                misses,
                Optional.empty(),
                goods,
                guidance,
                lastFrame,
                Optional.empty(),
                steadiness,
                room);
    }

    /// The memory after one more frame.
    Watch after(Moment at, Verdict verdict) {
        return outOfTime(at) ? timedAnew().next(at, verdict) : next(at, verdict);
    }

    private Watch next(Moment at, Verdict verdict) {
        boolean seen = verdict.seen();
        boolean still = seen && verdict.passes(Gate.STABILITY);
        int missed = still ? 0 : misses + 1;
        Optional<Moment> since = still ? stillSince.or(() -> Optional.of(at)) : stillSince;
        if (!seen || missed > 1) {
            since = Optional.empty();
        }
        Map<Gate, Standing> stand = new EnumMap<>(Gate.class);
        stand.putAll(steadiness);
        verdict.readings()
                .forEach(r ->
                        stand.merge(
                                r.gate(),
                                new Standing(r.pass(), 1, Optional.empty()),
                                (old, _) -> old.next(r.pass())));
        return new Watch(
                verdict.passing(),
                since,
                missed,
                verdict.good() ? Optional.empty() : badSince.or(() -> Optional.of(at)),
                (goods << 1 | (verdict.good() ? 1 : 0)) & (1 << WINDOW) - 1,
                guidance,
                at,
                toldQuality,
                stand,
                room);
    }

    Watch saying(Guidance next) {
        return new Watch(
                held,
                stillSince,
                misses,
                badSince,
                goods,
                next,
                lastFrame,
                toldQuality,
                steadiness,
                room);
    }

    /// The gates that were worth telling have been told.
    Watch gatesTold() {
        Map<Gate, Standing> stand = new EnumMap<>(Gate.class);
        steadiness.forEach((gate, s) -> stand.put(gate, s.worthTelling() ? s.toldNow() : s));
        return new Watch(
                held,
                stillSince,
                misses,
                badSince,
                goods,
                guidance,
                lastFrame,
                toldQuality,
                stand,
                room);
    }

    Watch qualityTold(Moment at) {
        return new Watch(
                held,
                stillSince,
                misses,
                badSince,
                goods,
                guidance,
                lastFrame,
                Optional.of(at),
                steadiness,
                room);
    }

    Watch in(Room next) {
        return new Watch(
                held,
                stillSince,
                misses,
                badSince,
                goods,
                guidance,
                lastFrame,
                toldQuality,
                steadiness,
                next);
    }

    boolean stillFor(Duration least, Moment at) {
        return stillSince.isPresent() && at.since(stillSince.get()).compareTo(least) >= 0;
    }

    boolean badFor(Duration longer, Moment at) {
        return badSince.isPresent() && at.since(badSince.get()).compareTo(longer) >= 0;
    }

    boolean mostlyGood() {
        return Integer.bitCount(goods) >= ENOUGH;
    }
}
