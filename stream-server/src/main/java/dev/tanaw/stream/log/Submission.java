package dev.tanaw.stream.log;

import java.util.List;
import java.util.Optional;

/// Events of one producer for one session, taken together or not at all.
public record Submission(
        String station, String session, List<Draft> drafts, Then then, Optional<Once> once) {
    /// What becomes of the session.
    public enum Then {
        GOES_ON,
        ENDS
    }

    /// A producer that does not know whether its first try arrived sends the same `key` again; the
    /// fingerprint of what it sends tells a second try from another event under the same key.
    public record Once(String key, String fingerprint) {}

    public Submission {
        if (!Message.isId(station)) {
            throw new IllegalArgumentException("station id: " + Message.shortened(station));
        }
        if (!Message.isId(session)) {
            throw new IllegalArgumentException("session id: " + Message.shortened(session));
        }
        drafts = List.copyOf(drafts);
        if (drafts.isEmpty()) {
            throw new IllegalArgumentException("a submission without events");
        }
    }
}
