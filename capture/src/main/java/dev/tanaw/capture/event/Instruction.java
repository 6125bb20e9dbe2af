package dev.tanaw.capture.event;

/// The one thing that the person is asked to do now. The text key is `instruction.` and the name in
/// lower case. The order is the priority: an earlier one is said before a later one.
public enum Instruction {
    FLIP,
    WAIT_CAMERA,
    DONE,
    ASK_CONSENT,
    CHOOSE_DOCUMENT,
    SHOW_CORNERS,
    STRAIGHTEN,
    TOO_CLOSE,
    TOO_FAR,
    CENTRE,
    TOO_DARK,
    TOO_BRIGHT,
    LESS_GLARE,
    HOLD_STILL,
    SHARPEN,
    OTHER_SIDE,
    READING,
    CHECK,
    STEADY,
    DO_NOT_MOVE,
    SHOW_BACK,
    SHOW_DOCUMENT
}
