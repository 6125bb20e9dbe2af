package dev.tanaw.desktop.replay;

import java.util.UUID;
import java.util.function.Supplier;

/// Names for the sessions of a replay: the same each time it is played, and like no real one's.
final class Ids implements Supplier<String> {
    private long sessions;

    @Override
    public String get() {
        return new UUID(0, ++sessions).toString();
    }
}
