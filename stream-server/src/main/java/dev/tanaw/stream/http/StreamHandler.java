package dev.tanaw.stream.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tanaw.stream.hub.Asked;
import dev.tanaw.stream.hub.Cursor;
import dev.tanaw.stream.hub.Farewell;
import dev.tanaw.stream.hub.Hub;
import dev.tanaw.stream.hub.Topic;
import dev.tanaw.stream.log.Filter;
import dev.tanaw.stream.log.Form;
import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.Pace;
import dev.tanaw.stream.log.View;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/// The streams, as server-sent events and over WebSockets, in front of Javalin because they must
/// not hold a thread.
final class StreamHandler extends Handler.Wrapper {
    private static final String EVENT_STREAM = "text/event-stream";
    private static final String ONE = "/face/stream/";

    /// Addresses of their own beside the sessions.
    private static final Set<String> PLAIN = Set.of(ONE + "stats", ONE + "connections");

    private static final String ALL = "/stations/stream";

    private static final String ONE_SOCKET = "/face/socket/";
    private static final String ALL_SOCKET = "/stations/socket";

    private static final int RETRY_MILLIS = 30_000;

    private final Hub hub;
    private final Seats seats;
    private final Grants grants;

    StreamHandler(Hub hub, Seats seats, Grants grants, Handler inner) {
        super(inner);
        this.hub = hub;
        this.seats = seats;
        this.grants = grants;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        switch (path) {
            case ALL ->
                    follow(
                            Optional.of(hub.all()),
                            Optional.empty(),
                            Form.SSE,
                            request,
                            response,
                            callback);
            case ALL_SOCKET ->
                    follow(
                            Optional.of(hub.all()),
                            Optional.empty(),
                            Form.WEBSOCKET,
                            request,
                            response,
                            callback);
            default -> {
                if (path.startsWith(ONE) && !PLAIN.contains(path)) {
                    one(path.substring(ONE.length()), Form.SSE, request, response, callback);
                } else if (path.startsWith(ONE_SOCKET)) {
                    String id = path.substring(ONE_SOCKET.length());
                    one(id, Form.WEBSOCKET, request, response, callback);
                } else {
                    return super.handle(request, response, callback);
                }
            }
        }
        return true;
    }

    private void one(String id, Form form, Request request, Response response, Callback callback) {
        if (Message.isId(id)) {
            follow(hub.session(id), Optional.of(id), form, request, response, callback);
        } else {
            Problem.malformedId().send(response, callback);
        }
    }

    private void follow(
            Optional<Topic> topic,
            Optional<String> session,
            Form form,
            Request request,
            Response response,
            Callback callback) {
        Optional<Problem> fault = fault(form, request);
        if (fault.isPresent()) {
            fault.get().send(response, callback);
            return;
        }
        if (topic.isEmpty()) {
            Problem.unknownSession().send(response, callback);
            return;
        }
        Optional<Asked> asked;
        try {
            asked = asked(request, session, form);
        } catch (IllegalArgumentException e) {
            Problem.badRequest("query", "The query of this stream is malformed.")
                    .send(response, callback);
            return;
        }
        if (asked.isEmpty()) {
            Problem.noGrant().send(response, callback);
            return;
        }
        switch (seats.take(Request.getRemoteAddr(request), Access.caller(request))) {
            case Seats.None(Seats.Full why) -> turnAway(why, request, response, callback);
            case Seats.Seat seat -> {
                Cursor cursor = hub.cursor(topic.get(), asked.get(), Access.viewer(request));
                switch (form) {
                    case SSE -> sse(cursor, seat, request, response, callback);
                    case WEBSOCKET -> socket(cursor, seat, request, response, callback);
                }
            }
        }
    }

    /// An EventSource that is answered with an error never comes back, so it is told in its own
    /// language to come back later.
    private void turnAway(Seats.Full why, Request request, Response response, Callback callback) {
        hub.counters().turnedAway();
        String accept = request.getHeaders().get(HttpHeader.ACCEPT);
        if (accept == null || !accept.contains(EVENT_STREAM)) {
            Problem.full(why).send(response, callback);
            return;
        }
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, EVENT_STREAM);
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        if (request.getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_2) {
            headers.put(HttpHeader.CONNECTION, "close");
        }
        String bye =
                "retry: %d\nevent: stream_bye\ndata: {\"code\":\"%s\"}\n\n"
                        .formatted(RETRY_MILLIS, Farewell.LIMIT.code());
        response.write(true, ByteBuffer.wrap(bye.getBytes(US_ASCII)), callback);
    }

    private static Optional<Problem> fault(Form form, Request request) {
        if (!HttpMethod.GET.is(request.getMethod())) {
            return Optional.of(Problem.method());
        }
        if (request.getLength() > 0
                || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
            return Optional.of(Problem.badRequest("body", "A stream takes no body."));
        }
        return form == Form.WEBSOCKET ? Handshake.fault(request) : Optional.empty();
    }

    private void sse(
            Cursor cursor, Seats.Seat seat, Request request, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, EVENT_STREAM);
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put("X-Accel-Buffering", "no");
        ConnectionMetaData http = request.getConnectionMetaData();
        if (http.getHttpVersion() == HttpVersion.HTTP_2) {
            new SharedSse(hub, cursor, seat, request, response, callback).begin();
            return;
        }
        headers.put(HttpHeader.CONNECTION, "close"); // the body ends with the connection
        SseConnection connection =
                new SseConnection(
                        hub,
                        cursor,
                        seat,
                        http.getConnection().getEndPoint(),
                        http.getConnector().getExecutor());
        // The headers go out now; when this is done, the stream takes the socket over.
        response.write(false, BufferUtil.EMPTY_BUFFER, takeOver(connection, request, callback));
    }

    private void socket(
            Cursor cursor, Seats.Seat seat, Request request, Response response, Callback callback) {
        ConnectionMetaData http = request.getConnectionMetaData();
        WebSocketConnection connection =
                new WebSocketConnection(
                        hub,
                        cursor,
                        seat,
                        http.getConnection().getEndPoint(),
                        http.getConnector().getExecutor());
        Handshake.accept(request, response);
        takeOver(connection, request, callback).succeeded();
    }

    private static Callback takeOver(
            StreamConnection connection, Request request, Callback callback) {
        connection.writer().join();
        request.setAttribute(HttpStream.UPGRADE_CONNECTION_ATTRIBUTE, connection);
        return Callback.from(
                callback::succeeded,
                cause -> {
                    connection.writer().leave();
                    callback.failed(cause);
                });
    }

    /// Empty when values are asked for that the caller may not see.
    private Optional<Asked> asked(Request request, Optional<String> session, Form form) {
        Fields query = Request.extractQueryParameters(request);
        Optional<String> grant = Optional.ofNullable(query.getValue("grant"));
        if (grant.isPresent()
                && session.filter(each -> grants.allows(grant.get(), each, Access.caller(request)))
                        .isEmpty()) {
            return Optional.empty();
        }
        Optional<String> id =
                Optional.ofNullable(request.getHeaders().getField("Last-Event-ID"))
                        .map(HttpField::getValue)
                        .or(() -> Optional.ofNullable(query.getValue("last_event_id")))
                        .filter(text -> !text.isBlank());
        String from = Optional.ofNullable(query.getValue("from")).orElse("now");
        return Optional.of(
                new Asked(
                        id,
                        switch (from) {
                            case "now" -> Asked.From.NOW;
                            case "start" -> Asked.From.START;
                            default -> throw new IllegalArgumentException("from");
                        },
                        new Filter(
                                values(query, "station"),
                                values(query, "session"),
                                values(query, "type")),
                        "true".equals(query.getValue("viewers"))
                                ? Asked.Beside.VIEWERS
                                : Asked.Beside.NOTHING,
                        switch (Optional.ofNullable(query.getValue("pace")).orElse("live")) {
                            case "live" -> Pace.LIVE;
                            case "sparse" -> Pace.SPARSE;
                            default -> throw new IllegalArgumentException("pace");
                        },
                        form,
                        grant.isPresent() ? View.FULL : View.MASKED));
    }

    private static Set<String> values(Fields query, String name) {
        Fields.Field field = query.get(name);
        return field == null ? Set.of() : new LinkedHashSet<>(field.getValues());
    }
}
