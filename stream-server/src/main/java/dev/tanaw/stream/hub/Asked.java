package dev.tanaw.stream.hub;

import dev.tanaw.stream.log.Filter;
import java.util.Optional;

/// What a reader asks for: the last id it has seen, where to begin without one, and what to leave
/// out. The id is what the client sent, however hostile.
public record Asked(Optional<String> lastEventId, From from, Filter filter) {
    public enum From {
        /// The present state, then what happens.
        NOW,
        /// All that is held, then what happens.
        START
    }
}
