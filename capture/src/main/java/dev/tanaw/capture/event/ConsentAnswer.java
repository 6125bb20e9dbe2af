package dev.tanaw.capture.event;

/// What the person answered when asked whether their document may be captured.
public enum ConsentAnswer {
    AGREED,
    DECLINED
}
