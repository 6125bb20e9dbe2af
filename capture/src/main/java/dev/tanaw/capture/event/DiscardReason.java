package dev.tanaw.capture.event;

/// Why a session that was interrupted does not go on.
public enum DiscardReason {
    /// Whoever was served is no longer there.
    PERSON_LEFT,
    /// The same person is served from the beginning.
    BEGUN_ANEW,
    /// It goes on at another station or with a member of staff.
    SERVED_ELSEWHERE,
    /// The question was shown and nobody answered it.
    NOT_ANSWERED,
    /// There is no window to ask at.
    NOBODY_TO_ASK
}
