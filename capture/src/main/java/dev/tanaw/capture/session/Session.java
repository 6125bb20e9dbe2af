package dev.tanaw.capture.session;

import dev.tanaw.capture.event.Side;
import java.util.EnumSet;
import java.util.Set;

/// What a session knows wherever it is.
///
/// @param id UUID, version 7
/// @param stateSince when the state changed last
/// @param aimingSince since when the side that is looked for has been looked for
/// @param taken sides whose picture is kept
/// @param needed sides that this document has, as far as is known by now
public record Session(
        String id,
        Moment startedAt,
        Moment stateSince,
        Moment aimingSince,
        Set<Side> taken,
        Set<Side> needed) {
    public Session {
        if (id.isBlank()) {
            throw new IllegalArgumentException("session without an id");
        }
        taken = Set.copyOf(taken);
        needed = Set.copyOf(needed);
    }

    static Session begin(String id, Moment at) {
        // Until something says otherwise a document has two sides.
        return new Session(id, at, at, at, Set.of(), EnumSet.allOf(Side.class));
    }

    Session since(Moment at) {
        return new Session(id, startedAt, at, aimingSince, taken, needed);
    }

    Session aimingFrom(Moment at) {
        return new Session(id, startedAt, stateSince, at, taken, needed);
    }

    Session took(Side side) {
        Set<Side> more = EnumSet.of(side);
        more.addAll(taken);
        return new Session(id, startedAt, stateSince, aimingSince, more, needed);
    }

    Session without(Side side) {
        Set<Side> fewer = EnumSet.noneOf(Side.class);
        fewer.addAll(taken);
        fewer.remove(side);
        return new Session(id, startedAt, stateSince, aimingSince, fewer, needed);
    }

    Session needing(Set<Side> sides) {
        return new Session(id, startedAt, stateSince, aimingSince, taken, sides);
    }

    boolean whole() {
        return taken.containsAll(needed);
    }
}
