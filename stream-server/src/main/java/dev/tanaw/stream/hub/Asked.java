package dev.tanaw.stream.hub;

import dev.tanaw.stream.log.Filter;
import dev.tanaw.stream.log.Form;
import dev.tanaw.stream.log.Pace;
import dev.tanaw.stream.log.View;
import java.util.Optional;

/// What a reader asks for: the last id it has seen, where to begin without one, what to leave out,
/// what to tell beside the events, at which pace, how it is written and how much of it may be seen.
/// The id is what the client sent, however hostile.
public record Asked(
        Optional<String> lastEventId,
        From from,
        Filter filter,
        Beside beside,
        Pace pace,
        Form form,
        View view) {
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
