package dev.tanaw.capture.session;

import dev.tanaw.capture.event.DocumentKind;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

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
        return but(draft -> {
            draft.stateSince = at;
            draft.attention = Attention.from(at);
        });
    }

    Session aimingFrom(Moment at) {
        return but(draft -> draft.aimingSince = at);
    }

    Session took(Side side) {
        Set<Side> more = EnumSet.of(side);
        more.addAll(taken);
        return but(draft -> draft.taken = more);
    }

    /// That side is taken again.
    Session without(Side side) {
        return but(draft -> {
            draft.taken = less(taken, side);
            draft.known = known.without(side);
            draft.retakes = retakes + 1;
            draft.oversight = oversight.settled();
            draft.challenge = side == Side.FACE ? challenge.anew() : challenge;
        });
    }

    /// No picture was there to be kept.
    Session missed(Side side) {
        return but(draft -> draft.taken = less(taken, side));
    }

    /// @param sides of the document; whether the face is needed does not depend on it
    Session needing(Set<Side> sides) {
        Set<Side> all = less(sides, Side.FACE);
        if (needed.contains(Side.FACE)) {
            all.add(Side.FACE);
        }
        return but(draft -> draft.needed = all);
    }

    /// Somebody took it upon themselves to do without.
    Session withoutFace() {
        return but(draft -> draft.needed = less(needed, Side.FACE));
    }

    Session choosing(DocumentKind kind) {
        return but(draft -> draft.chosen = Optional.of(kind)).needing(kind.sides());
    }

    Session knowing(Known more) {
        return but(draft -> draft.known = more);
    }

    Session noticed(Attention now) {
        return but(draft -> draft.attention = now);
    }

    Session overseen(Oversight next) {
        return but(draft -> draft.oversight = next);
    }

    Session challenged(Challenge now) {
        return but(draft -> draft.challenge = now);
    }

    /// What was taken for the front is the back.
    Session turnedOver() {
        return but(draft -> {
            draft.taken = less(taken, Side.FRONT);
            draft.known = known.without(Side.FRONT);
            draft.turned = turned + 1;
        });
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

    private static Set<Side> less(Set<Side> sides, Side one) {
        Set<Side> fewer = EnumSet.noneOf(Side.class);
        fewer.addAll(sides);
        fewer.remove(one);
        return fewer;
    }

    /// The same session, but for what is changed.
    private Session but(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new Session(
                id,
                startedAt,
                draft.stateSince,
                draft.aimingSince,
                draft.taken,
                draft.needed,
                draft.chosen,
                draft.known,
                draft.retakes,
                draft.attention,
                draft.challenge,
                draft.turned,
                draft.oversight);
    }

    /// All that can change.
    private static final class Draft {
        private Moment stateSince;
        private Moment aimingSince;
        private Set<Side> taken;
        private Set<Side> needed;
        private Optional<DocumentKind> chosen;
        private Known known;
        private int retakes;
        private Attention attention;
        private Challenge challenge;
        private int turned;
        private Oversight oversight;

        Draft(Session session) {
            stateSince = session.stateSince;
            aimingSince = session.aimingSince;
            taken = session.taken;
            needed = session.needed;
            chosen = session.chosen;
            known = session.known;
            retakes = session.retakes;
            attention = session.attention;
            challenge = session.challenge;
            turned = session.turned;
            oversight = session.oversight;
        }
    }
}
