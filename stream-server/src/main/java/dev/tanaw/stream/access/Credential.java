package dev.tanaw.stream.access;

import dev.tanaw.stream.log.Message;
import java.time.Instant;

/// A token as it is kept: its fingerprint, never itself.
public record Credential(String id, String name, Role role, String sha256, Instant created) {
    public Credential {
        if (!Message.isId(id) || !Message.isId(name)) {
            throw new IllegalArgumentException(
                    "a token's name has 1 to 64 letters, digits, underscores and hyphens");
        }
    }
}
