package dev.tanaw.capture.session;

import java.util.Optional;

/// What supervisors elsewhere have to do with a session. Ends with it.
///
/// @param claimedBy the name of whoever takes care of it
/// @param approvalAsked whether the operator waits for somebody to accept the document
public record Oversight(Optional<String> claimedBy, boolean approvalAsked) {
    static final Oversight NONE = new Oversight(Optional.empty(), false);

    Oversight claimed(String name) {
        return new Oversight(Optional.of(name), approvalAsked);
    }

    Oversight released() {
        return new Oversight(Optional.empty(), approvalAsked);
    }

    Oversight asking() {
        return new Oversight(claimedBy, true);
    }

    /// Nobody waits for an approval any more.
    Oversight settled() {
        return new Oversight(claimedBy, false);
    }
}
