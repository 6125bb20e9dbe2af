package dev.tanaw.stream.http;

import dev.tanaw.stream.access.Credential;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Who may see the values of which session, for a short while. A grant works for the credential
/// that asked for it only, so that it is worth nothing in a log or a history.
final class Grants {
    static final Duration VALID = Duration.ofMinutes(10);
    private static final int MAX = 1024;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final InstantSource clock;
    private final Map<String, Grant> given = new ConcurrentHashMap<>();
    private volatile Disclosure disclosure = (_, _, _) -> false;

    record Grant(String session, String credential, Instant until) {}

    Grants(InstantSource clock) {
        this.clock = clock;
    }

    void announceTo(Disclosure disclosure) {
        this.disclosure = disclosure;
    }

    /// Empty when the session's station does not show its values.
    Optional<Map.Entry<String, Grant>> ask(String session, Credential who, String reason) {
        Instant now = clock.instant();
        given.values().removeIf(grant -> grant.until().isBefore(now));
        if (given.size() >= MAX || !disclosure.announce(session, who.name(), reason)) {
            return Optional.empty();
        }
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Grant grant = new Grant(session, who.id(), now.plus(VALID));
        given.put(name, grant);
        return Optional.of(Map.entry(name, grant));
    }

    boolean allows(String name, String session, Optional<Credential> who) {
        Grant grant = given.get(name);
        return grant != null
                && grant.session().equals(session)
                && grant.until().isAfter(clock.instant())
                && who.filter(each -> each.id().equals(grant.credential())).isPresent();
    }
}
