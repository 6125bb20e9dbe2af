package dev.tanaw.stream.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What happened in a log, as a journal keeps it.
sealed interface Entry {
    /// Where an event stands in its session: `seq` counts all events from 1, `prev` is the `seq` of
    /// the lasting one before. `byLog` when the log gave the number, not its station.
    record Place(long seq, long prev, long elapsedMillis, boolean byLog) {}

    /// Whose event, and when. `begins` is true for the first one of a session's life: an id can
    /// have several. Without a session it is the station's own.
    record Origin(
            String station,
            Optional<String> session,
            Instant at,
            boolean begins,
            Optional<Place> place) {}

    /// A lasting event. `json` is its whole envelope.
    @SuppressWarnings("ArrayRecordComponent") // written and read, not compared
    record Lasting(long offset, Origin origin, String type, String key, byte[] json)
            implements Entry {}

    /// That a passing event took this offset. What it said is not kept.
    record Passed(long offset, Origin origin) implements Entry {}

    record Ended(String session, Instant at) implements Entry {}

    /// That the entries beside it came as one submission.
    record Taken(String session, Submission.Once once, long first, int count) implements Entry {}

    /// The present state of a session whose older events are let go: `through` is the newest of
    /// them, `lasting` what the state is made of.
    record Standing(
            String session,
            String station,
            Instant started,
            Instant touched,
            long through,
            Place place,
            List<Lasting> lasting)
            implements Entry {
        public Standing {
            lasting = List.copyOf(lasting);
        }
    }

    /// The same for a station's own events.
    record Status(Lasting lasting) implements Entry {}
}
