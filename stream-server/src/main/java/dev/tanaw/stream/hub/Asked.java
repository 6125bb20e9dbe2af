package dev.tanaw.stream.hub;

import dev.tanaw.stream.log.Filter;
import dev.tanaw.stream.log.Form;
import java.util.Optional;

/// What a reader asks for: the last id it has seen, where to begin without one, what to leave out,
/// what to tell beside the events, and how it is written. The id is what the client sent, however
/// hostile.
public record Asked(
        Optional<String> lastEventId, From from, Filter filter, Beside beside, Form form) {
    public enum Beside {
        NOTHING,
        /// Who else watches, whenever that changes.
        VIEWERS
    }

    public enum From {
        /// The present state, then what happens.
        NOW,
        /// All that is held, then what happens.
        START
    }
}
