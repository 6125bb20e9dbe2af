package dev.tanaw.stream.bench;

import java.util.List;

/// One load: `readers` connections over `sessions` sessions, at `rate` events of `bytes` a second
/// in all, and `deaf` more connections that never read.
record Scenario(String name, int sessions, int readers, int deaf, Kind kind, int rate, int bytes) {
    enum Kind {
        /// Each reader follows one session.
        OWN_SESSION,
        /// Each reader follows everything.
        EVERYTHING
    }

    private static final int SMALL = 400;
    private static final int LARGE = 4000;

    static final List<Scenario> ALL =
            List.of(
                    own("A", 100, 1000),
                    own("B", 1000, 1000),
                    own("C", 5000, 200),
                    own("D", 10_000, 100),
                    own("E", 1000, 4000),
                    everything("H", 1000),
                    everything("I", 3000),
                    new Scenario("S0", 1, 200, 0, Kind.OWN_SESSION, 80, LARGE),
                    new Scenario("S", 1, 200, 50, Kind.OWN_SESSION, 80, LARGE));

    static Scenario named(String name) {
        return ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    /// Readers that follow one of 100 sessions each.
    private static Scenario own(String name, int readers, int rate) {
        return new Scenario(name, 100, readers, 0, Kind.OWN_SESSION, rate, SMALL);
    }

    /// 50 readers that follow all of 100 sessions.
    private static Scenario everything(String name, int rate) {
        return new Scenario(name, 100, 50, 0, Kind.EVERYTHING, rate, SMALL);
    }

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
