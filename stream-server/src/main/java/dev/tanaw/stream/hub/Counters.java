package dev.tanaw.stream.hub;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;

/// What has happened since the start. Written by any thread.
public final class Counters {
    /// Producers may invent types; beyond so many they count as one.
    private static final int TYPES = 63;

    private static final String OTHER = "other";

    final LongAdder published = new LongAdder();
    final LongAdder opened = new LongAdder();
    final LongAdder coalesced = new LongAdder();
    final LongAdder replays = new LongAdder();
    final LongAdder gaps = new LongAdder();
    final LongAdder resets = new LongAdder();
    final LongAdder forgotten = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();
    final LongAdder stalled = new LongAdder();
    final LongAdder writes = new LongAdder();
    final LongAdder bytes = new LongAdder();
    private final Map<String, LongAdder> types = new ConcurrentHashMap<>();
    private volatile LongConsumer delays = _ -> {};

    void published(String type) {
        published.increment();
        LongAdder known = types.get(type);
        if (known == null) {
            known =
                    types.computeIfAbsent(
                            types.size() < TYPES ? type : OTHER, _ -> new LongAdder());
        }
        known.increment();
    }

    public void turnedAway() {
        turnedAway.increment();
    }

    public void stalled() {
        stalled.increment();
    }

    public void wrote(int count) {
        writes.increment();
        bytes.add(count);
    }

    /// Hears of each write how many nanoseconds ago its oldest event was published.
    public void onWrite(LongConsumer listener) {
        delays = listener;
    }

    void delayed(long nanos) {
        delays.accept(nanos);
    }

    /// How many events of each type were published.
    public Map<String, LongAdder> types() {
        return Map.copyOf(types);
    }

    public long opened() {
        return opened.sum();
    }

    public long coalesced() {
        return coalesced.sum();
    }

    public long replays() {
        return replays.sum();
    }

    public long gaps() {
        return gaps.sum();
    }

    public long resets() {
        return resets.sum();
    }

    public long forgotten() {
        return forgotten.sum();
    }

    public long turnedAwayCount() {
        return turnedAway.sum();
    }

    public long stalledCount() {
        return stalled.sum();
    }

    public long writes() {
        return writes.sum();
    }

    public long bytes() {
        return bytes.sum();
    }
}
