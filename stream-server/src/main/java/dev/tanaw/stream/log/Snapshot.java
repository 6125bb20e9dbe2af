package dev.tanaw.stream.log;

import java.util.List;

/// The present state: the newest frame of each key, in offset order, as of `offset`.
public record Snapshot(long offset, List<Frame> frames) {
    public Snapshot {
        frames = List.copyOf(frames);
    }

    /// The same, as this view has it.
    public Snapshot as(View view) {
        return new Snapshot(offset, frames.stream().map(frame -> frame.as(view)).toList());
    }
}
