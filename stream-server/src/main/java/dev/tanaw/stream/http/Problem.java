package dev.tanaw.stream.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// A refusal that says what was wrong, as RFC 9457 wants it. `code` is for programs, `detail` for
/// the person who debugs them.
record Problem(int status, String code, String detail) {
    static final String TYPE = "application/problem+json";

    static Problem badRequest(String code, String detail) {
        return new Problem(HttpStatus.BAD_REQUEST_400, code, detail);
    }

    static Problem unknownSession() {
        return new Problem(
                HttpStatus.NOT_FOUND_404, "unknown_session", "There is no session with this id.");
    }

    static Problem noGrant() {
        return new Problem(
                HttpStatus.FORBIDDEN_403,
                "no_grant",
                "This grant is over, or was given to somebody else or for another session.");
    }

    static Problem notFound() {
        return new Problem(HttpStatus.NOT_FOUND_404, "not_found", "There is nothing here.");
    }

    static Problem malformedId() {
        return badRequest(
                "malformed_id", "An id has 1 to 64 letters, digits, underscores and hyphens.");
    }

    static Problem tooMany() {
        return new Problem(
                HttpStatus.TOO_MANY_REQUESTS_429,
                "too_fast",
                "Too many requests. Try again later.");
    }

    static Problem full(Seats.Full why) {
        return switch (why) {
            case SERVER ->
                    new Problem(
                            HttpStatus.SERVICE_UNAVAILABLE_503,
                            "limit",
                            "As many streams as can be held are open. Try again later.");
            case ASKER ->
                    new Problem(
                            HttpStatus.TOO_MANY_REQUESTS_429,
                            "limit",
                            "You have as many streams open as you may. Close one first.");
        };
    }

    static Problem method() {
        return new Problem(
                HttpStatus.METHOD_NOT_ALLOWED_405,
                "method_not_allowed",
                "Only GET is served here.");
    }

    String json() {
        return "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\"}"
                .formatted(
                        HttpStatus.getMessage(status),
                        status,
                        code,
                        new String(JsonStringEncoder.getInstance().quoteAsString(detail)));
    }

    void send(Response response, Callback callback) {
        response.setStatus(status);
        FrontDoor.protect(response.getHeaders());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        switch (status) {
            case HttpStatus.METHOD_NOT_ALLOWED_405 ->
                    response.getHeaders().put(HttpHeader.ALLOW, "GET");
            case HttpStatus.UNAUTHORIZED_401 ->
                    response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
            case HttpStatus.TOO_MANY_REQUESTS_429, HttpStatus.SERVICE_UNAVAILABLE_503 ->
                    response.getHeaders().put(HttpHeader.RETRY_AFTER, "5");
            default -> {}
        }
        response.write(true, ByteBuffer.wrap(json().getBytes(UTF_8)), callback);
    }
}
