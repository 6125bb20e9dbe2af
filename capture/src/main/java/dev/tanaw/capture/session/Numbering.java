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

    private record Place(Moment start, Moment last, long seq, long lasting) {}

    /// @param session empty for the station itself
    Recorded number(String session, CaptureEvent event, Moment at, Instant wall) {
        Place before = places.getOrDefault(session, new Place(at, at, 0, 0));
        Moment told = at.reached(before.last()) ? at : before.last();
        long seq = before.seq() + 1;
        if (event instanceof CaptureEvent.SessionEnded) {
            places.remove(session);
        } else {
            places.put(
                    session,
                    new Place(before.start(), told, seq, event.lasting() ? seq : before.lasting()));
        }
        return new Recorded(
                session, seq, before.lasting(), wall, told.since(before.start()), event);
    }
}
