package dev.tanaw.stream.http;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Passed by every request. A page from elsewhere that points its own name at this machine (DNS
/// rebinding) is refused by the name; a page of another origin by its origin. There is no CORS.
final class FrontDoor extends Handler.Wrapper {
    /// The name of the connector for other machines.
    static final String OUTSIDE = "outside";

    private static final Problem WRONG_HOST =
            new Problem(
                    HttpStatus.MISDIRECTED_REQUEST_421,
                    "wrong_host",
                    "This server answers to its own names only. Others can be given with --known-as.");
    private static final Problem WRONG_ORIGIN =
            new Problem(
                    HttpStatus.FORBIDDEN_403,
                    "wrong_origin",
                    "Pages of another origin may not use this server.");

    private final Optional<Outside> outside;

    FrontDoor(Optional<Outside> outside, Handler inner) {
        super(inner);
        this.outside = outside;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        protect(response.getHeaders());
        if (!isOwn(Request.getServerName(request), request)) {
            WRONG_HOST.send(response, callback);
            return true;
        }
        if (!isSameOrigin(request)) {
            WRONG_ORIGIN.send(response, callback);
            return true;
        }
        return super.handle(request, response, callback);
    }

    private boolean isOwn(String name, Request request) {
        return StreamConfig.LOOPBACK.contains(name.toLowerCase(Locale.ROOT))
                || (isOutside(request) && outside.filter(each -> each.answersTo(name)).isPresent());
    }

    /// Whether the request came in where other machines may ask.
    static boolean isOutside(Request request) {
        return OUTSIDE.equals(request.getConnectionMetaData().getConnector().getName());
    }

    /// On every answer, also on those of Jetty that never come through this door.
    static void protect(HttpFields.Mutable headers) {
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
        // With "no-referrer" a browser sends its own login form with the origin "null".
        headers.put("Referrer-Policy", "same-origin");
    }

    private static boolean isSameOrigin(Request request) {
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin == null) {
            return true; // not a browser, or a plain navigation
        }
        try {
            URI page = URI.create(origin);
            HttpURI asked = request.getHttpURI();
            return String.valueOf(page.getAuthority()).equalsIgnoreCase(asked.getAuthority())
                    && String.valueOf(page.getScheme()).equalsIgnoreCase(asked.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
