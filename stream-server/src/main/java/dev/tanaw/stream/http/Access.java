package dev.tanaw.stream.http;

import dev.tanaw.stream.log.Message;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;

/// Who may do what. Reading on loopback takes no credential; publishing does, unless the server is
/// open.
final class Access {
    private static final Problem NO_CREDENTIAL =
            new Problem(
                    HttpStatus.UNAUTHORIZED_401,
                    "credential_required",
                    "Publishing takes a token of the role station, or a server that is open.");

    /// What an open server calls a producer that does not say who it is.
    private static final String ANYONE = "open";

    private final StreamConfig.Door door;

    Access(StreamConfig.Door door) {
        this.door = door;
    }

    sealed interface Producer {}

    /// May publish as this station.
    record Granted(String station) implements Producer {}

    record Refused(Problem problem) implements Producer {}

    Producer producer(Request request) {
        return switch (door) {
            case READING -> new Refused(NO_CREDENTIAL);
            case OPEN -> named(request);
        };
    }

    private static Producer named(Request request) {
        if (request.getHttpURI().getQuery() == null) {
            return new Granted(ANYONE);
        }
        String station = Request.extractQueryParameters(request).getValue("station");
        if (station == null) {
            return new Granted(ANYONE);
        }
        return Message.isId(station) ? new Granted(station) : new Refused(Problem.malformedId());
    }
}
