package dev.tanaw.stream.hub;

import java.time.Instant;

/// One viewer's streams of one thing: since when the oldest of them is open, and how many they are.
public record Watch(Viewer viewer, Of of, Instant since, int streams) {
    /// What the viewer asked for.
    public enum Of {
        /// One session: its own stream, or that of all with a filter that names it.
        SESSION,
        /// All sessions, of which it may be one.
        ALL
    }

    Watch and(Instant other) {
        return new Watch(viewer, of, other.isBefore(since) ? other : since, streams + 1);
    }
}
