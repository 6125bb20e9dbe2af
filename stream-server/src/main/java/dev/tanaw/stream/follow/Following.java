package dev.tanaw.stream.follow;

import dev.tanaw.stream.client.Source;
import dev.tanaw.stream.log.Message;
import java.time.Duration;
import java.util.List;

/// Whom a hub follows, and what it calls itself where it speaks of them.
///
/// @param patience a line that is gone for less is not worth an event
public record Following(List<Source> sources, String name, Duration patience) {
    private static final String STREAM = "/stations/stream";

    public Following {
        sources = sources.stream().map(each -> each.at(STREAM)).toList();
        if (!Message.isId(name)) {
            throw new IllegalArgumentException(
                    "a hub's name has 1 to 64 letters, digits, underscores and hyphens");
        }
        if (patience.isNegative()) {
            throw new IllegalArgumentException("patience " + patience);
        }
    }
}
