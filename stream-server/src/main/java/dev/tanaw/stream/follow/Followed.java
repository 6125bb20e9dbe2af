package dev.tanaw.stream.follow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Locale;

/// How the line to one source stands.
///
/// @param since when it began to be so
/// @param why nothing is heard; empty while something is
/// @param stations that were heard through it
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Followed(
        String source,
        State state,
        String since,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String why,
        long events,
        List<String> stations) {
    public enum State {
        LIVE,
        STALE,
        /// The address leads back to this hub.
        ITSELF;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Followed {
        stations = List.copyOf(stations);
    }
}
