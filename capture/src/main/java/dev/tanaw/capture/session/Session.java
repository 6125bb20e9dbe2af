package dev.tanaw.capture.session;

import dev.tanaw.capture.event.DocumentKind;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What a session knows wherever it is.
///
/// @param id UUID, version 7
/// @param stateSince when the state changed last
/// @param aimingSince since when the side that is looked for has been looked for
/// @param taken sides whose picture is kept
/// @param needed sides that this document has, as far as is known by now, and the face if it is
/// @param chosen what the person said that it is
/// @param retakes how many pictures were taken again
/// @param challenge what is asked for before the face's picture
/// @param turned how often the back was shown for the front
/// @param oversight what supervisors elsewhere have to do with it
public record Session(
        String id,
        Moment startedAt,
        Moment stateSince,
        Moment aimingSince,
        Set<Side> taken,
        Set<Side> needed,
        Optional<DocumentKind> chosen,
        Known known,
        int retakes,
        Attention attention,
        Challenge challenge,
        int turned,
        Oversight oversight) {
    public Session {
        if (id.isBlank()) {
            throw new IllegalArgumentException("session without an id");
        }
        taken = Set.copyOf(taken);
        needed = Set.copyOf(needed);
    }

    /// @param face whether the person's face is needed too
    static Session begin(String id, Moment at, boolean face) {
        // Until something says otherwise a document has two sides.
        return new Session(
                id,
                at,
                at,
                at,
                Set.of(),
                face ? EnumSet.allOf(Side.class) : Side.OF_DOCUMENT,
                Optional.empty(),
                Known.NOTHING,
                0,
                Attention.from(at),
                Challenge.NONE,
                0,
                Oversight.NONE);
    }

    /// The state changes: somebody or something did something.
    Session since(Moment at) {
        return new Session(
                id,
                startedAt,
                at,
                aimingSince,
                taken,
                needed,
                chosen,
                known,
                retakes,
                Attention.from(at),
                challenge,
                turned,
                oversight);
    }

    Session aimingFrom(Moment at) {
        return new Session(
                id,
                startedAt,
                stateSince,
                at,
                taken,
                needed,
                chosen,
                known,
                retakes,
                attention,
                challenge,
                turned,
                oversight);
    }

    Session took(Side side) {
        Set<Side> more = EnumSet.of(side);
        more.addAll(taken);
        return having(more, known, retakes);
    }

    /// That side is taken again.
    Session without(Side side) {
        Set<Side> fewer = EnumSet.noneOf(Side.class);
        fewer.addAll(taken);
        fewer.remove(side);
        Session again =
                having(fewer, known.without(side), retakes + 1).overseen(oversight.settled());
        return side == Side.FACE ? again.challenged(challenge.anew()) : again;
    }

    /// No picture was there to be kept.
    Session missed(Side side) {
        Set<Side> fewer = EnumSet.noneOf(Side.class);
        fewer.addAll(taken);
        fewer.remove(side);
        return having(fewer, known, retakes);
    }

    /// @param sides of the document; whether the face is needed does not depend on it
    Session needing(Set<Side> sides) {
        Set<Side> all = EnumSet.noneOf(Side.class);
        all.addAll(sides);
        all.remove(Side.FACE);
        if (needed.contains(Side.FACE)) {
            all.add(Side.FACE);
        }
        return requiring(all);
    }

    /// Somebody took it upon themselves to do without.
    Session withoutFace() {
        Set<Side> fewer = EnumSet.noneOf(Side.class);
        fewer.addAll(needed);
        fewer.remove(Side.FACE);
        return requiring(fewer);
    }

    private Session requiring(Set<Side> sides) {
        return new Session(
                id,
                startedAt,
                stateSince,
                aimingSince,
                taken,
                sides,
                chosen,
                known,
                retakes,
                attention,
                challenge,
                turned,
                oversight);
    }

    Session choosing(DocumentKind kind) {
        return new Session(
                        id,
                        startedAt,
                        stateSince,
                        aimingSince,
                        taken,
                        needed,
                        Optional.of(kind),
                        known,
                        retakes,
                        attention,
                        challenge,
                        turned,
                        oversight)
                .needing(kind.sides());
    }

    Session knowing(Known more) {
        return having(taken, more, retakes);
    }

    Session noticed(Attention now) {
        return new Session(
                id,
                startedAt,
                stateSince,
                aimingSince,
                taken,
                needed,
                chosen,
                known,
                retakes,
                now,
                challenge,
                turned,
                oversight);
    }

    Session overseen(Oversight next) {
        return new Session(
                id,
                startedAt,
                stateSince,
                aimingSince,
                taken,
                needed,
                chosen,
                known,
                retakes,
                attention,
                challenge,
                turned,
                next);
    }

    Session challenged(Challenge now) {
        return new Session(
                id,
                startedAt,
                stateSince,
                aimingSince,
                taken,
                needed,
                chosen,
                known,
                retakes,
                attention,
                now,
                turned,
                oversight);
    }

    /// What was taken for the front is the back.
    Session turnedOver() {
        Session less = missed(Side.FRONT);
        return new Session(
                id,
                startedAt,
                stateSince,
                aimingSince,
                less.taken,
                needed,
                chosen,
                known.without(Side.FRONT),
                retakes,
                attention,
                challenge,
                turned + 1,
                oversight);
    }

    /// What has to be put right, or accepted by somebody, before it goes on.
    Set<Trouble> blocking() {
        Set<Trouble> open = EnumSet.noneOf(Trouble.class);
        open.addAll(known.blocking());
        if (challenge.missed() && !known.accepted().contains(Trouble.MOVEMENT_NOT_SEEN)) {
            open.add(Trouble.MOVEMENT_NOT_SEEN);
        }
        return open;
    }

    boolean lacks(Side side) {
        return needed.contains(side) && !taken.contains(side);
    }

    boolean whole() {
        return taken.containsAll(needed);
    }

    private Session having(Set<Side> sides, Known what, int again) {
        return new Session(
                id,
                startedAt,
                stateSince,
                aimingSince,
                sides,
                needed,
                chosen,
                what,
                again,
                attention,
                challenge,
                turned,
                oversight);
    }
}
