package dev.tanaw.stream.hub;

import java.util.concurrent.atomic.LongAdder;

/// What has happened since the start. Written by any thread.
public final class Counters {
    final LongAdder published = new LongAdder();
    final LongAdder opened = new LongAdder();
    final LongAdder coalesced = new LongAdder();
    final LongAdder replays = new LongAdder();
    final LongAdder gaps = new LongAdder();
    final LongAdder resets = new LongAdder();
    final LongAdder stalled = new LongAdder();
    final LongAdder turnedAway = new LongAdder();
    final LongAdder forgotten = new LongAdder();
    final LongAdder writes = new LongAdder();
    final LongAdder bytes = new LongAdder();

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
}
