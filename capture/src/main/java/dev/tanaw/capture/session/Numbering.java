package dev.tanaw.capture.session;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Recorded;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Gives each event its place: gapless numbers per session, and the number of the last lasting
/// event before it. A session is forgotten with its last event.
final class Numbering {
    private final Map<String, Place> places = new HashMap<>();

    private record Place(Moment start, long seq, long lasting) {}

    /// @param session empty for the station itself
    Recorded number(String session, CaptureEvent event, Moment at, Instant wall) {
        Place before = places.getOrDefault(session, new Place(at, 0, 0));
        long seq = before.seq() + 1;
        if (event instanceof CaptureEvent.SessionEnded) {
            places.remove(session);
        } else {
            places.put(
                    session,
                    new Place(before.start(), seq, event.lasting() ? seq : before.lasting()));
        }
        return new Recorded(session, seq, before.lasting(), wall, at.since(before.start()), event);
    }
}
