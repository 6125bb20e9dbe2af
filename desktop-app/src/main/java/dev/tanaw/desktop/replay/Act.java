package dev.tanaw.desktop.replay;

import dev.tanaw.capture.event.Step;
import java.time.Duration;
import java.util.Set;

/// One thing that happens in a situation.
///
/// @param name by which expectations speak of it
/// @param thing what is shown, by its name in the file; empty where nothing new is
/// @param lasts at most so long
/// @param until over as soon as the session is there; empty when it just takes its time
record Act(String name, Kind kind, String thing, Duration lasts, Set<Step> until) {
    Act {
        until = Set.copyOf(until);
    }

    /// What there is to do.
    enum Kind {
        /// Nothing is before the camera.
        EMPTY(500, false),
        APPROACH(1_100, true),
        HOLD(1_000, false),
        SHAKE(350, false),
        GLARE(700, false),
        FLIP(900, true),
        /// Something else is held in the same place.
        CHANGE(1_000, true),
        REMOVE(500, false),
        /// The camera is pulled out, and is back afterwards.
        CAMERA_LOST(1_500, false),
        AGREE(0, false),
        DECLINE(0, false),
        CONFIRM(0, false),
        RETAKE_FRONT(0, false),
        SKIP_BACK(0, false),
        SHOOT(0, false),
        CANCEL(0, false);

        private final Duration usual;
        private final boolean shows;

        Kind(long usualMs, boolean shows) {
            this.usual = Duration.ofMillis(usualMs);
            this.shows = shows;
        }

        Duration usual() {
            return usual;
        }

        boolean shows() {
            return shows;
        }
    }

    static Act of(Entry entry) throws UnusableFile {
        Kind kind = entry.one("do", Kind.class).orElseThrow(() -> entry.wrong("do", "is missing"));
        Act act =
                new Act(
                        entry.text("name").orElse(entry.needed("do")),
                        kind,
                        kind.shows() ? entry.needed("what") : "",
                        entry.seconds("s").orElse(kind.usual()),
                        entry.some("until", Step.class));
        entry.complete();
        return act;
    }
}
