package dev.tanaw.stream.log;

/// What became of a [Submission].
public sealed interface Admission {
    /// All of it has `count` positions in a row, from `first` on.
    record Taken(Position first, int count) implements Admission {}

    /// The same was taken before, at these positions.
    record Repeated(Position first, int count) implements Admission {}

    record Refused(Reason reason) implements Admission {}

    enum Reason {
        /// The session is over.
        ENDED,
        /// The session is another station's, or its station numbers its events itself.
        OTHER_PRODUCER,
        /// The key came with other events before.
        KEY_REUSED,
        /// As many sessions as can be held are live.
        FULL
    }
}
