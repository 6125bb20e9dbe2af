package dev.tanaw.capture.event;

/// What a person is asked to do before their picture is taken.
public enum Movement {
    /// The head towards their own left, and back.
    TURN_LEFT,
    TURN_RIGHT,
    BLINK;

    public Instruction instruction() {
        return switch (this) {
            case TURN_LEFT -> Instruction.TURN_LEFT;
            case TURN_RIGHT -> Instruction.TURN_RIGHT;
            case BLINK -> Instruction.BLINK;
        };
    }

    /// What became of it.
    public enum Answer {
        ASKED,
        DONE,
        /// Not seen, although it was asked twice.
        NOT_SEEN
    }
}
