package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Recorded;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Events on their way to the window. Any thread puts, the JavaFX thread takes all at once.
///
/// Of a passing event only the newest of its kind is kept, in its place at the end. Lasting events
/// are never dropped up to [#BOUND], which a window that answers does not reach within minutes;
/// beyond that the oldest goes, because a window that no longer answers shows nothing anyway.
final class Inbox {
    static final int BOUND = 10_000;

    private final ArrayDeque<Recorded> waiting = new ArrayDeque<>();

    /// Whether there was nothing waiting before, so that the reader has to be told.
    synchronized boolean put(Recorded recorded) {
        boolean first = waiting.isEmpty();
        CaptureEvent event = recorded.event();
        if (!event.lasting()) {
            waiting.removeIf(older -> older.event().getClass() == event.getClass());
        }
        if (waiting.size() == BOUND) {
            waiting.removeFirst();
        }
        waiting.addLast(recorded);
        return first;
    }

    synchronized List<Recorded> takeAll() {
        List<Recorded> all = new ArrayList<>(waiting);
        waiting.clear();
        return all;
    }
}
