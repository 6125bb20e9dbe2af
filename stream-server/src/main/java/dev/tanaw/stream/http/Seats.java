package dev.tanaw.stream.http;

import dev.tanaw.stream.access.Credential;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// The places for streams. Each is taken before a stream begins and given back once.
final class Seats {
    private final Limits limits;
    private final Predicate<Credential> valid;
    private final AtomicInteger all = new AtomicInteger();
    private final Map<String, Integer> byOwner = new ConcurrentHashMap<>();

    Seats(Limits limits, Predicate<Credential> valid) {
        this.limits = limits;
        this.valid = valid;
    }

    /// Whose fault it is that there is no place.
    enum Full {
        /// Everybody's.
        SERVER,
        /// That of the one who asks.
        ASKER
    }

    sealed interface Answer {}

    record None(Full why) implements Answer {}

    /// One place. Giving it back twice is the same as once.
    final class Seat implements Answer {
        private final String address;
        private final Optional<Credential> credential;
        private final AtomicBoolean taken = new AtomicBoolean(true);

        private Seat(String address, Optional<Credential> credential) {
            this.address = address;
            this.credential = credential;
        }

        /// False once the token that it was taken with has been revoked.
        boolean isValid() {
            return credential.isEmpty() || valid.test(credential.get());
        }

        void giveBack() {
            if (taken.compareAndSet(true, false)) {
                all.decrementAndGet();
                leave(address);
                credential.ifPresent(each -> leave(owner(each)));
            }
        }
    }

    Answer take(String address, Optional<Credential> credential) {
        if (all.incrementAndGet() > limits.connections()) {
            all.decrementAndGet();
            return new None(Full.SERVER);
        }
        if (!enter(address, limits.perAddress())) {
            all.decrementAndGet();
            return new None(Full.ASKER);
        }
        if (credential.isPresent() && !enter(owner(credential.get()), limits.perToken())) {
            leave(address);
            all.decrementAndGet();
            return new None(Full.ASKER);
        }
        return new Seat(address, credential);
    }

    private static String owner(Credential credential) {
        return "token " + credential.id();
    }

    private boolean enter(String owner, int limit) {
        int now = byOwner.merge(owner, 1, Integer::sum);
        if (now > limit) {
            leave(owner);
            return false;
        }
        return true;
    }

    private void leave(String owner) {
        byOwner.computeIfPresent(owner, (_, count) -> count == 1 ? null : count - 1);
    }
}
