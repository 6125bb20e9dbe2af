package dev.tanaw.capture.read.mrz;

/// What came of looking for a machine readable zone.
public sealed interface MrzReading {

    record Read(Mrz mrz) implements MrzReading {}

    record Unreadable(Reason reason) implements MrzReading {}

    /// Why there is nothing.
    enum Reason {
        /// No lines of the right kind on the picture.
        NO_LINES,
        /// Lines, but what they say does not hold together.
        NOT_CONVINCING
    }
}
