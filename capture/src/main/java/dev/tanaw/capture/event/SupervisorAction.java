package dev.tanaw.capture.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a supervisor elsewhere can do about a session.
public enum SupervisorAction {
    /// Takes the session's troubles upon themselves, so that no two supervisors go there.
    CLAIM,
    RELEASE,
    /// Says something to the operator.
    MESSAGE,
    RETAKE_FRONT,
    RETAKE_BACK,
    RETAKE_FACE,
    /// Accepts the document for the operator who asked.
    APPROVE,
    /// Leaves it to the operator who asked, and says why.
    DECLINE;

    /// As it stands on the wire.
    public static Optional<SupervisorAction> of(String word) {
        return Arrays.stream(values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    /// Which picture is to be taken again.
    public Optional<Side> side() {
        return switch (this) {
            case RETAKE_FRONT -> Optional.of(Side.FRONT);
            case RETAKE_BACK -> Optional.of(Side.BACK);
            case RETAKE_FACE -> Optional.of(Side.FACE);
            case CLAIM, RELEASE, MESSAGE, APPROVE, DECLINE -> Optional.empty();
        };
    }

    /// Whether it is done without words: a claim explains itself, and so does its end by the same
    /// hand.
    public boolean explainsItself() {
        return this == CLAIM || this == RELEASE;
    }
}
