package dev.tanaw.capture.session;

import dev.tanaw.capture.event.DocumentKind;
import dev.tanaw.capture.event.Step;
import java.time.Instant;
import java.util.Set;

/// A session that has not ended, as far as it is kept for the case that the program does not end it
/// any more: nothing that was read, no picture.
///
/// @param step in which it was last
/// @param consent the wording that the person agreed to; empty as long as they have not
/// @param chosen what the person said that they have: one kind, or none
public record OpenSession(
        String id, Instant startedAt, Step step, String consent, Set<DocumentKind> chosen) {
    public OpenSession {
        if (id.isBlank() || chosen.size() > 1) {
            throw new IllegalArgumentException("no session: '%s', %s".formatted(id, chosen));
        }
        chosen = Set.copyOf(chosen);
    }
}
