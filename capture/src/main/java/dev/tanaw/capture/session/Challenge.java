package dev.tanaw.capture.session;

import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.Movement;
import dev.tanaw.capture.event.Movement.Answer;
import dev.tanaw.capture.quality.Measurement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The movements that a person is asked for before their picture is taken, one after the other. One
/// counts when it begins and ends with the face to the front and the same face was in view all the
/// time. Immutable.
///
/// It shows that somebody moved when asked, which a still photograph does not. A video, a mask or a
/// person who is forced to it moves as well: this is no test of presentation attacks.
///
/// @param asked all of them, in their order; empty where none is asked for
/// @param done how many are over, seen or not
/// @param missed whether one was not seen
/// @param tries how often the one that is asked for now has been asked
/// @param since when it was asked last; empty before the first face
/// @param front whether the face was to the front since then
/// @param open how far the eyes are open, as a mean of the frames in which they were; NaN before
/// @param out since when the head is turned, the eyes are shut, or, after the last one, nobody is
///   seen
record Challenge(
        List<Movement> asked,
        int done,
        boolean missed,
        int tries,
        Optional<Moment> since,
        boolean front,
        double open,
        Optional<Moment> out) {
    /// Degrees. What the mesh says of a head that is not turned stays within; see
    /// `docs/decisions/0011-face.md`.
    private static final double FRONT = 10;

    private static final double TURNED = 20;

    /// Of the opening before. The blink of a clip at 30 frames a second goes down to 0.57; talking
    /// and looking about stay above 0.75.
    private static final double SHUT = 0.70;

    private static final double OPEN = 0.85;

    /// A blink takes 0.1 to 0.4 s (Schiffman, Sensation and Perception); longer is looking down.
    private static final Duration BLINK = Duration.ofMillis(800);

    private static final Duration TURN = Duration.ofSeconds(4);

    /// Without a face in view.
    private static final Duration GONE = Duration.ofMillis(500);

    /// How long one is waited for before it is asked again.
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final int TRIES = 2;

    /// How much a new frame weighs in [#open].
    private static final double WEIGHT = 0.15;

    static final Challenge NONE = of(List.of());

    Challenge {
        asked = List.copyOf(asked);
    }

    private static Challenge of(List<Movement> asked) {
        return new Challenge(
                asked, 0, false, 0, Optional.empty(), false, Double.NaN, Optional.empty());
    }

    /// One turn and one blink. Which way, and which comes first, is drawn from the random bits of
    /// the session's id, so that a session that is told again asks the same.
    static Challenge drawnFrom(String id) {
        int bits = id.hashCode() ^ id.hashCode() >>> 7;
        Movement turn = (bits & 1) == 0 ? Movement.TURN_LEFT : Movement.TURN_RIGHT;
        return of((bits & 2) == 0 ? List.of(turn, Movement.BLINK) : List.of(Movement.BLINK, turn));
    }

    /// The same movements from the beginning.
    Challenge anew() {
        return of(asked);
    }

    /// The one that is asked for now.
    Optional<Movement> movement() {
        return done < asked.size() ? Optional.of(asked.get(done)) : Optional.empty();
    }

    /// What a frame makes of it, and what is to be told.
    record Seen(Challenge next, Optional<Told> told) {}

    record Told(Movement movement, Answer answer, int number) {}

    /// @param face whether one face, and no other, is in view
    Seen after(Moment at, Measurement frame, boolean face) {
        Optional<Movement> now = movement();
        if (now.isEmpty()) {
            return new Seen(stillThere(at, face), Optional.empty());
        }
        if (since.isEmpty()) {
            return face
                    ? new Seen(again(at, open), told(now.get(), Answer.ASKED))
                    : new Seen(this, Optional.empty());
        }
        if (at.since(since.get()).compareTo(PATIENCE) >= 0) {
            return tries < TRIES
                    ? new Seen(again(at, open), told(now.get(), Answer.ASKED))
                    : new Seen(over(true), told(now.get(), Answer.NOT_SEEN));
        }
        if (!face) {
            return new Seen(from(false, Double.NaN, Optional.empty()), Optional.empty());
        }
        return switch (now.get()) {
            case TURN_LEFT -> turn(at, frame.value(Gate.YAW), now.get());
            case TURN_RIGHT -> turn(at, -frame.value(Gate.YAW), now.get());
            case BLINK -> blink(at, frame);
        };
    }

    /// Whoever goes away after the last movement is asked again: somebody else may come back.
    private Challenge stillThere(Moment at, boolean face) {
        if (asked.isEmpty() || missed) {
            return this;
        }
        Optional<Moment> away = face ? Optional.empty() : out.or(() -> Optional.of(at));
        boolean gone = away.filter(from -> at.since(from).compareTo(GONE) >= 0).isPresent();
        return gone ? anew() : from(front, open, away);
    }

    private Seen turn(Moment at, double yaw, Movement movement) {
        boolean ahead = Math.abs(yaw) <= FRONT;
        if (out.isPresent() && at.since(out.get()).compareTo(TURN) > 0) {
            return new Seen(from(false, open, Optional.empty()), Optional.empty());
        }
        if (out.isPresent() && ahead) {
            return new Seen(over(missed), told(movement, Answer.DONE));
        }
        boolean turned = front && yaw >= TURNED;
        return new Seen(
                from(front || ahead, open, turned ? out.or(() -> Optional.of(at)) : out),
                Optional.empty());
    }

    private Seen blink(Moment at, Measurement frame) {
        double eyes = frame.value(Gate.EYES_OPEN);
        boolean ahead = Math.abs(frame.value(Gate.YAW)) <= TURNED;
        if (!ahead || !Double.isFinite(eyes)) {
            return new Seen(from(false, Double.NaN, Optional.empty()), Optional.empty());
        }
        if (out.isPresent() && at.since(out.get()).compareTo(BLINK) > 0) {
            return new Seen(from(true, eyes, Optional.empty()), Optional.empty());
        }
        if (out.isPresent() && eyes >= OPEN * open) {
            return new Seen(over(missed), told(Movement.BLINK, Answer.DONE));
        }
        if (out.isPresent()) {
            return new Seen(this, Optional.empty());
        }
        if (eyes <= SHUT * open) {
            return new Seen(from(true, open, Optional.of(at)), Optional.empty());
        }
        double mean = Double.isNaN(open) ? eyes : open + WEIGHT * (eyes - open);
        return new Seen(from(true, mean, Optional.empty()), Optional.empty());
    }

    private Optional<Told> told(Movement movement, Answer answer) {
        return Optional.of(new Told(movement, answer, done + 1));
    }

    private Challenge again(Moment at, double eyes) {
        return new Challenge(
                asked, done, missed, tries + 1, Optional.of(at), false, eyes, Optional.empty());
    }

    private Challenge from(boolean ahead, double eyes, Optional<Moment> away) {
        return new Challenge(asked, done, missed, tries, since, ahead, eyes, away);
    }

    private Challenge over(boolean notSeen) {
        return new Challenge(
                asked, done + 1, notSeen, 0, Optional.empty(), false, open, Optional.empty());
    }
}
