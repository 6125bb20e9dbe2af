package dev.tanaw.capture.event;

/// What became of what a supervisor asked for. All but the first say why nothing was done.
public enum ActionOutcome {
    DONE,
    /// The session has ended, or is about to.
    SESSION_OVER,
    /// There is no such picture, or it cannot be taken again at this moment.
    NOT_NOW,
    /// Somebody has it already.
    CLAIMED,
    NOT_CLAIMED,
    /// Somebody else's claim is released for a reason only.
    REASON_NEEDED,
    /// The operator has not asked for approval, or nothing is left to approve.
    NOT_ASKED
}
