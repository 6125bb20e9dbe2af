package dev.tanaw.capture.event;

/// Where a session is, as others see it. The names on the wire are these in lower case.
public enum Step {
    READY,
    CONSENT,
    DOCUMENT_CHOICE,
    SEARCHING,
    BACK_SEARCHING,
    LOCKED,
    COUNTDOWN,
    CAPTURED,
    CONFIRM,
    FLIP_TO_BACK,
    SUMMARY,
    COMPLETE
}
