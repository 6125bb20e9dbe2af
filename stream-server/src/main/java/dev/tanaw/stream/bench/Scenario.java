package dev.tanaw.stream.bench;

import java.util.List;

/// One load: `readers` connections over `sessions` sessions, at `rate` events a second in all.
record Scenario(String name, String words, int sessions, int readers, Kind kind, int rate) {
    enum Kind {
        /// Each reader follows one session.
        OWN_SESSION,
        /// Each reader follows everything.
        EVERYTHING
    }

    static final int EVENT_BYTES = 400;

    static final List<Scenario> ALL =
            List.of(
                    new Scenario(
                            "A", "100 sessions x 1 reader each", 100, 100, Kind.OWN_SESSION, 1000),
                    new Scenario(
                            "H",
                            "50 readers of all of 100 sessions",
                            100,
                            50,
                            Kind.EVERYTHING,
                            1000));

    String session(int number) {
        return "bench-" + number % sessions;
    }

    String path(int reader) {
        return switch (kind) {
            case OWN_SESSION -> "/face/stream/" + session(reader);
            case EVERYTHING -> "/stations/stream";
        };
    }

    /// How many connections one event goes to.
    int copies() {
        return switch (kind) {
            case OWN_SESSION -> readers / sessions;
            case EVERYTHING -> readers;
        };
    }
}
