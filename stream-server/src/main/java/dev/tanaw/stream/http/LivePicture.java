package dev.tanaw.stream.http;

import java.nio.ByteBuffer;
import java.time.Duration;

/// Shows what the camera of the station in this process sees now, so coarse that nobody can read or
/// recognise anything in it. Called by threads of the server, at any time; takes milliseconds.
@FunctionalInterface
public interface LivePicture {
    /// @param station by its name
    Look look(String station);

    sealed interface Look {
        /// @param png the whole file; is not changed, and its place is the caller's
        /// @param age since the camera took it
        record Shown(ByteBuffer png, Duration age) implements Look {}

        /// There is no picture of this moment; an older one is never shown.
        record Blind() implements Look {}

        /// Another station is meant than the one of this process.
        record Elsewhere() implements Look {}
    }
}
