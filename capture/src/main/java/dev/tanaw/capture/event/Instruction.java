package dev.tanaw.capture.event;

/// The one thing that the person is asked to do now. The text key is `instruction.` and the name in
/// lower case. The order is the priority: an earlier one is said before a later one.
public enum Instruction {
    FLIP,
    WAIT_CAMERA,
    DONE,
    ASK_CONSENT,
    CHOOSE_DOCUMENT,
    ONE_FACE,
    SHOW_CORNERS,
    STRAIGHTEN,
    TOO_CLOSE,
    TOO_FAR,
    CENTRE,
    TOO_DARK,
    TOO_BRIGHT,
    LESS_GLARE,
    FACE_CAMERA,
    LEVEL_HEAD,
    OPEN_EYES,
    CLOSE_MOUTH,
    HOLD_STILL,
    SHARPEN,
    OTHER_SIDE,
    TURN_LEFT,
    TURN_RIGHT,
    BLINK,
    READING,
    TAKEN,
    CHECK,
    STEADY,
    DO_NOT_MOVE,
    SHOW_BACK,
    SHOW_FACE,
    SHOW_DOCUMENT;

    /// Whether it asks for something to be seen rather than put right.
    public boolean isMovement() {
        return this == TURN_LEFT || this == TURN_RIGHT || this == BLINK;
    }
}
