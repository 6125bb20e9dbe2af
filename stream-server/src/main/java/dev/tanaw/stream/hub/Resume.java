package dev.tanaw.stream.hub;

import dev.tanaw.stream.log.Feed;
import dev.tanaw.stream.log.Position;
import java.util.Optional;

/// How a stream begins, decided from the position that the reader brought along.
sealed interface Resume {
    /// The reader has seen everything.
    record Live(long after) implements Resume {}

    /// All that follows is still held.
    record Replay(long after) implements Resume {}

    /// No position: the present state.
    record Fresh() implements Resume {}

    /// The position is of this log, but what follows it is no longer held.
    record Gap(long after) implements Resume {}

    /// The position is of another log, or nothing this program ever wrote.
    record Reset() implements Resume {}

    /// `newest` is the head of the whole log: a session's reader may bring a position that it got
    /// from the stream of everything. Offset 0 is what a reader has that was cut off before its
    /// first snapshot arrived, so it begins as if it had none.
    static Resume of(Asked asked, Feed feed, Position newest) {
        Optional<String> id = asked.lastEventId();
        if (id.isEmpty()) {
            return beginning(asked, feed);
        }
        Optional<Position> position = Position.parse(id.get());
        if (position.isEmpty()
                || !position.get().epoch().equals(newest.epoch())
                || position.get().offset() > newest.offset()) {
            return new Reset();
        }
        long after = position.get().offset();
        if (after == 0) {
            return beginning(asked, feed);
        }
        if (after >= feed.head()) {
            return new Live(after);
        }
        return after < feed.lostThrough() ? new Gap(after) : new Replay(after);
    }

    private static Resume beginning(Asked asked, Feed feed) {
        return switch (asked.from()) {
            case NOW -> new Fresh();
            case START -> new Replay(feed.lostThrough());
        };
    }

    /// The word for it in `stream_open`.
    default String mode() {
        return switch (this) {
            case Live _ -> "live";
            case Replay _ -> "replay";
            case Fresh _, Gap _ -> "snapshot";
            case Reset _ -> "reset";
        };
    }

    /// The id of the first frame. It must never claim what has not been sent yet: a reader that is
    /// cut off right after it comes back with this.
    default long openingOffset() {
        return switch (this) {
            case Live live -> live.after();
            case Replay replay -> replay.after();
            case Gap gap -> gap.after();
            case Fresh _, Reset _ -> 0;
        };
    }
}
