package dev.tanaw.stream.http;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Passed by every request. A page from elsewhere that points its own name at this machine (DNS
/// rebinding) is refused by the name; a page of another origin by its origin. There is no CORS.
final class FrontDoor extends Handler.Wrapper {
    private static final Problem WRONG_HOST =
            new Problem(
                    HttpStatus.MISDIRECTED_REQUEST_421,
                    "wrong_host",
                    "This server answers to localhost, 127.0.0.1 and [::1] only.");
    private static final Problem WRONG_ORIGIN =
            new Problem(
                    HttpStatus.FORBIDDEN_403,
                    "wrong_origin",
                    "Pages of another origin may not use this server.");

    FrontDoor(Handler inner) {
        super(inner);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        protect(response.getHeaders());
        if (!StreamConfig.LOOPBACK.contains(
                Request.getServerName(request).toLowerCase(Locale.ROOT))) {
            WRONG_HOST.send(response, callback);
            return true;
        }
        if (!isSameOrigin(request)) {
            WRONG_ORIGIN.send(response, callback);
            return true;
        }
        return super.handle(request, response, callback);
    }

    /// On every answer, also on those of Jetty that never come through this door.
    static void protect(HttpFields.Mutable headers) {
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
        headers.put("Referrer-Policy", "no-referrer");
    }

    private static boolean isSameOrigin(Request request) {
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin == null) {
            return true; // not a browser, or a plain navigation
        }
        try {
            String authority = Optional.ofNullable(URI.create(origin).getAuthority()).orElse("");
            return authority.equalsIgnoreCase(
                    Optional.ofNullable(request.getHttpURI().getAuthority()).orElse("?"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
