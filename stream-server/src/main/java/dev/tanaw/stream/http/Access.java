package dev.tanaw.stream.http;

import dev.tanaw.stream.access.Credential;
import dev.tanaw.stream.access.Pairing;
import dev.tanaw.stream.access.Role;
import dev.tanaw.stream.access.Tokens;
import dev.tanaw.stream.hub.Viewer;
import dev.tanaw.stream.log.Message;
import io.javalin.http.Context;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;

/// Who may do what. A program sends its token with each request; a browser sends it once and gets a
/// cookie that only this server's own pages send back and no script can read.
final class Access {
    static final Duration LOGIN = Duration.ofHours(12);
    static final String COOKIE = "tanaw";

    private static final String CALLER = Access.class.getName();
    private static final String BEARER = "Bearer ";
    private static final int MAX_LOGINS = 4096;

    /// Wrong tokens from one address in a minute before it is told to wait.
    private static final int MAX_GUESSES = 20;

    /// The same for pairing codes.
    private static final int MAX_CODES = 5;

    private static final Duration GUESSING = Duration.ofMinutes(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Problem NO_CREDENTIAL =
            new Problem(
                    HttpStatus.UNAUTHORIZED_401,
                    "credential_required",
                    "This takes a token: Authorization: Bearer …, or the login page.");
    private static final Problem WRONG_TOKEN =
            new Problem(
                    HttpStatus.UNAUTHORIZED_401, "wrong_token", "There is no such token any more.");
    private static final Problem WRONG_ROLE =
            new Problem(
                    HttpStatus.FORBIDDEN_403, "wrong_role", "The role of this token is another.");

    /// What an open server calls a producer that does not say who it is.
    private static final String ANYONE = "open";

    private final StreamConfig.Door door;
    private final Tokens tokens;
    private final InstantSource clock;
    private final Map<String, Login> logins = new ConcurrentHashMap<>();
    private final Map<String, Guesses> guesses = new ConcurrentHashMap<>();

    /// Browsers that were let in by a code, and until when.
    private final Map<String, Instant> paired = new ConcurrentHashMap<>();

    private record Login(Credential credential, Instant until) {}

    private record Guesses(Instant since, int count) {}

    Access(StreamConfig.Door door, Tokens tokens, InstantSource clock) {
        this.door = door;
        this.tokens = tokens;
        this.clock = clock;
    }

    sealed interface Verdict {}

    /// Empty where nobody needs to say who they are.
    record Granted(Optional<Credential> caller) implements Verdict {}

    record Refused(Problem problem) implements Verdict {}

    Verdict judge(Request request, Route.Need need) {
        Optional<String> token =
                Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION));
        Optional<Credential> caller =
                token.isPresent() ? token.flatMap(this::bearer) : cookie(request);
        if (token.isPresent() && caller.isEmpty()) {
            return new Refused(wrong(Request.getRemoteAddr(request)));
        }
        StreamConfig.Door here = FrontDoor.isOutside(request) ? StreamConfig.Door.LOGIN : door;
        boolean free =
                switch (need) {
                    case NOTHING -> true;
                    case READING -> here != StreamConfig.Door.LOGIN;
                    case PUBLISHING -> here == StreamConfig.Door.OPEN;
                    case SUPERVISING -> false;
                };
        if (free || caller.filter(each -> isEnough(each.role(), need)).isPresent()) {
            caller.ifPresent(each -> request.setAttribute(CALLER, each));
            return new Granted(caller);
        }
        return new Refused(caller.isPresent() ? WRONG_ROLE : NO_CREDENTIAL);
    }

    private static boolean isEnough(Role role, Route.Need need) {
        return switch (need) {
            case NOTHING -> true;
            case READING -> role.reads();
            case PUBLISHING -> role.publishes();
            case SUPERVISING -> role.supervises();
        };
    }

    /// Who was let in by [#judge]; empty for somebody without a token.
    static Optional<Credential> caller(Request request) {
        return Optional.ofNullable((Credential) request.getAttribute(CALLER));
    }

    static Optional<Credential> caller(Context context) {
        return Optional.ofNullable(context.attribute(CALLER));
    }

    /// The same, as others may see it.
    static Viewer viewer(Request request) {
        return viewer(caller(request));
    }

    static Viewer viewer(Context context) {
        return viewer(caller(context));
    }

    private static Viewer viewer(Optional<Credential> caller) {
        return caller.map(each ->
                        new Viewer(each.name(), each.role().name().toLowerCase(Locale.ROOT)))
                .orElse(Viewer.LOCAL);
    }

    private Optional<Credential> bearer(String header) {
        return header.startsWith(BEARER)
                ? tokens.of(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private Optional<Credential> cookie(Request request) {
        if (logins.isEmpty()) {
            return Optional.empty();
        }
        for (HttpCookie cookie : Request.getCookies(request)) {
            if (cookie.getName().equals(COOKIE)) {
                return Optional.ofNullable(logins.get(cookie.getValue()))
                        .filter(login -> login.until().isAfter(clock.instant()))
                        .map(Login::credential)
                        .filter(this::isValid);
            }
        }
        return Optional.empty();
    }

    boolean isValid(Credential credential) {
        return tokens.holds(credential.id())
                || Optional.ofNullable(paired.get(credential.id()))
                        .filter(until -> until.isAfter(clock.instant()))
                        .isPresent();
    }

    /// The value of the cookie for the bearer of this token or pairing code; empty for a wrong one.
    Optional<String> login(String text, String address) {
        Instant now = clock.instant();
        logins.values().removeIf(login -> !login.until().isAfter(now));
        paired.values().removeIf(until -> !until.isAfter(now));
        if (logins.size() >= MAX_LOGINS) {
            return Optional.empty();
        }
        Optional<Credential> credential =
                Pairing.isCode(text) ? pair(text, address, now) : tokens.of(text.strip());
        return credential.map(each -> login(each, now));
    }

    private String login(Credential credential, Instant now) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String cookie = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        logins.put(cookie, new Login(credential, now.plus(LOGIN)));
        return cookie;
    }

    /// Whoever guesses is not even heard, so that one address cannot use up everybody's tries.
    private Optional<Credential> pair(String code, String address, Instant now) {
        if (wrongTries(address, now) >= MAX_CODES || !tokens.pairing().redeem(code, now)) {
            return Optional.empty();
        }
        byte[] id = new byte[6];
        RANDOM.nextBytes(id);
        String name = "paired-" + HexFormat.of().formatHex(id);
        paired.put(name, now.plus(LOGIN));
        return Optional.of(new Credential(name, name, Role.VIEWER, "", now));
    }

    private int wrongTries(String address, Instant now) {
        return Optional.ofNullable(guesses.get(address))
                .filter(made -> !made.since().plus(GUESSING).isBefore(now))
                .map(Guesses::count)
                .orElse(0);
    }

    void logout(String cookie) {
        Optional.ofNullable(logins.remove(cookie))
                .ifPresent(login -> paired.remove(login.credential().id()));
    }

    /// A guess costs its address something; the token's length is what keeps guessing hopeless.
    Problem wrong(String address) {
        Instant now = clock.instant();
        if (guesses.size() > MAX_LOGINS) {
            guesses.clear();
        }
        Guesses made =
                guesses.merge(
                        address,
                        new Guesses(now, 1),
                        (before, first) ->
                                before.since().plus(GUESSING).isBefore(now)
                                        ? first
                                        : new Guesses(before.since(), before.count() + 1));
        return made.count() > MAX_GUESSES ? Problem.tooMany() : WRONG_TOKEN;
    }

    /// The station in whose name the caller publishes; empty when what it calls itself is no id. A
    /// station has the name of its token; others may say which they speak for.
    static Optional<String> station(Request request) {
        Optional<Credential> station = caller(request).filter(each -> each.role() == Role.STATION);
        if (station.isPresent()) {
            return station.map(Credential::name);
        }
        if (request.getHttpURI().getQuery() == null) {
            return Optional.of(ANYONE);
        }
        String named = Request.extractQueryParameters(request).getValue("station");
        return named == null ? Optional.of(ANYONE) : Optional.of(named).filter(Message::isId);
    }
}
