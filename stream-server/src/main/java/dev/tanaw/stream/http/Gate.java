package dev.tanaw.stream.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Lets each request through to what its caller may use. A browser that has to log in first is sent
/// to the login page.
final class Gate extends Handler.Wrapper {
    private final Access access;

    Gate(Access access, Handler inner) {
        super(inner);
        this.access = access;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        Route.Need need =
                Route.of(request.getMethod(), path).map(Route::need).orElse(Route.Need.READING);
        return switch (access.judge(request, need)) {
            case Access.Granted _ -> super.handle(request, response, callback);
            case Access.Refused(Problem problem) -> {
                if (problem.status() == HttpStatus.UNAUTHORIZED_401 && isPage(request, path)) {
                    Response.sendRedirect(
                            request, response, callback, HttpStatus.SEE_OTHER_303, "/login", true);
                } else {
                    problem.send(response, callback);
                }
                yield true;
            }
        };
    }

    private static boolean isPage(Request request, String path) {
        String accept = request.getHeaders().get(HttpHeader.ACCEPT);
        return path.equals("/") && accept != null && accept.contains("text/html");
    }
}
