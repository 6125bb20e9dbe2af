package dev.tanaw.stream.follow;

import dev.tanaw.stream.hub.Hub;
import dev.tanaw.stream.log.Frame;
import dev.tanaw.stream.log.Kind;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/// Publishes here what other logs tell, each event once, on however many ways it comes.
///
/// What is new is told by the event itself, so nothing of it needs to be kept: of a session, a
/// higher `seq` than any before; of a station, a later moment than any before. Both only ever rise,
/// so an event that comes back around a circle of hubs ends there. The price: an event that comes
/// out of order is dropped, which only happens where a snapshot had overtaken it; and a station
/// whose clock is set back tells nothing of itself (its sessions go on) until the clock has caught
/// up.
final class Relay {
    /// Of sessions that the log no longer holds; whoever follows from its start hears them again.
    private static final int REMEMBERED = 16_384;

    private final Hub hub;
    private final Map<String, Long> sessions = remembering(REMEMBERED);
    private final Map<String, Moment> stations = remembering(REMEMBERED);
    private final LongAdder passed = new LongAdder();
    private final LongAdder known = new LongAdder();

    Relay(Hub hub) {
        this.hub = hub;
    }

    private static <T> Map<String, T> remembering(int most) {
        return new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > most;
            }
        };
    }

    void pass(Envelope envelope) {
        boolean fresh =
                envelope.message().session().isPresent()
                        ? ofSession(envelope)
                        : ofStation(envelope);
        (fresh ? passed : known).increment();
    }

    /// The number of the last event of a session that is known here; 0 for none.
    synchronized long numbered(String session) {
        return Math.max(sessions.getOrDefault(session, 0L), hub.log().numbered(session));
    }

    private synchronized boolean ofSession(Envelope envelope) {
        String session = envelope.message().session().orElseThrow();
        long seq = envelope.number().seq();
        if (seq <= sessions.getOrDefault(session, 0L)) {
            return false;
        }
        sessions.put(session, seq);
        boolean fresh = hub.relay(envelope.message(), envelope.number()).isPresent();
        if (fresh && Kind.ends(envelope.message().type())) {
            hub.end(session);
        }
        return fresh;
    }

    private synchronized boolean ofStation(Envelope envelope) {
        String station = envelope.message().station();
        Moment moment = Moment.of(envelope);
        if (moment.compareTo(newest(station)) <= 0) {
            return false;
        }
        stations.put(station, moment);
        return hub.relay(envelope.message(), envelope.number()).isPresent();
    }

    /// Also what was published here itself, or before a restart.
    private Moment newest(String station) {
        Moment newest = stations.getOrDefault(station, Moment.NEVER);
        for (Frame frame : hub.log().ofStation(station)) {
            Moment moment = read(frame).map(Moment::of).orElse(Moment.NEVER);
            newest = moment.compareTo(newest) > 0 ? moment : newest;
        }
        return newest;
    }

    private static Optional<Envelope> read(Frame frame) {
        ByteArrayOutputStream json = new ByteArrayOutputStream(frame.jsonLength());
        frame.writeJson(json);
        return Envelope.read(json.toByteArray());
    }

    long passed() {
        return passed.sum();
    }

    long known() {
        return known.sum();
    }
}
