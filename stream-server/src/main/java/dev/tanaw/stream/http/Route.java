package dev.tanaw.stream.http;

import java.util.Optional;
import java.util.regex.Pattern;

/// Every address that is served, and what it takes to use it. What is not listed here is treated as
/// a page that is not there; a test compares this list with what is registered.
enum Route {
    PUBLISHING("/face/sessions/.*/events|/stations/events", Need.PUBLISHING, "POST", "PUT"),
    LIVE("/health/live", Need.NOTHING, "GET"),
    READY("/health/ready", Need.NOTHING, "GET"),
    LOGIN("/login", Need.NOTHING, "GET", "POST"),
    LOGOUT("/logout", Need.NOTHING, "POST"),
    METRICS("/metrics", Need.READING, "GET"),
    CONTRACT("/asyncapi\\.yaml", Need.READING, "GET"),
    SESSION_STREAM("/face/stream/[^/]*", Need.READING, "GET"),
    SESSION_SOCKET("/face/socket/[^/]*", Need.READING, "GET"),
    STATIONS_STREAM("/stations/stream", Need.READING, "GET"),
    STATIONS_SOCKET("/stations/socket", Need.READING, "GET"),
    SUBSCRIPTION("/stations/subscriptions/[^/]*", Need.READING, "PUT"),
    SESSIONS("/face/sessions", Need.READING, "GET"),
    SESSION("/face/sessions/[^/]*", Need.READING, "GET"),
    UNMASKING("/face/sessions/[^/]*/unmask", Need.SUPERVISING, "POST"),
    ACTING("/face/sessions/[^/]*/actions", Need.SUPERVISING, "POST"),
    VIEWERS("/stations/viewers|/face/sessions/[^/]*/viewers", Need.READING, "GET"),
    PICTURE("/stations/[^/]*/picture", Need.READING, "GET"),
    CALLER("/me", Need.READING, "GET"),
    HISTORY("/face/sessions/[^/]*/events", Need.READING, "GET"),
    LOOKS("/icon\\.svg|/favicon\\.ico|/css/.*", Need.NOTHING, "GET"),
    WALL("/|/index\\.html|/client\\.js|/js/.*|/webjars/.*", Need.READING, "GET");

    /// What a caller must be allowed to do.
    enum Need {
        NOTHING,
        READING,
        PUBLISHING,
        /// What only a supervisor may, and not without a token anywhere.
        SUPERVISING
    }

    private final Pattern request;
    private final Need need;

    Route(String path, Need need, String... methods) {
        this.request = Pattern.compile("(" + String.join("|", methods) + ") (" + path + ")");
        this.need = need;
    }

    Need need() {
        return need;
    }

    static Optional<Route> of(String method, String path) {
        String asked = (method.equals("HEAD") ? "GET" : method) + " " + path;
        for (Route route : values()) {
            if (route.request.matcher(asked).matches()) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }
}
