package dev.tanaw.stream.http;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// What Jetty itself refuses (malformed requests, huge headers), and what fails: never a page of
/// HTML, never a stack.
final class Problems extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        of(response.getStatus()).send(response, callback);
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        of(code).send(response, callback);
    }

    static Problem of(int status) {
        return switch (status) {
            case HttpStatus.NOT_FOUND_404 -> Problem.notFound();
            case HttpStatus.METHOD_NOT_ALLOWED_405 -> Problem.method();
            case HttpStatus.URI_TOO_LONG_414, HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
                    new Problem(status, "too_large", "The request line or a header is too long.");
            case HttpStatus.PAYLOAD_TOO_LARGE_413 ->
                    new Problem(status, "too_large", "The body is too large.");
            default ->
                    status < 500
                            ? new Problem(status, "bad_request", "The request is malformed.")
                            : new Problem(status, "failed", "The server could not do this.");
        };
    }
}
