package dev.tanaw.stream.log;

/// A log that can be followed from any offset: one session's, or everything. Safe for any thread,
/// never blocks for longer than a copy of references.
public sealed interface Feed permits EventLog, SessionLog {
    /// As many bytes as one write takes.
    int WRITE_BYTES = 64 * 1024;

    /// The offset of the newest event of this feed; 0 when there is none.
    long head();

    /// Everything up to and including this offset is no longer held.
    long lostThrough();

    /// At most about [#WRITE_BYTES] of frames after `after` and not beyond `upTo`, at least one if
    /// any is wanted.
    Slice read(long after, long upTo, Filter filter, Pace pace);

    Snapshot snapshot(Filter filter);
}
