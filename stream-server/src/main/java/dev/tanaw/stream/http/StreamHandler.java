package dev.tanaw.stream.http;

import dev.tanaw.stream.hub.Asked;
import dev.tanaw.stream.hub.Hub;
import dev.tanaw.stream.hub.Topic;
import dev.tanaw.stream.log.Filter;
import dev.tanaw.stream.log.Message;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/// The two SSE endpoints, in front of Javalin because they must not hold a thread.
final class StreamHandler extends Handler.Wrapper {
    private static final String ONE = "/face/stream/";
    private static final String STATS = "stats";
    private static final String ALL = "/stations/stream";

    private final Hub hub;

    StreamHandler(Hub hub, Handler inner) {
        super(inner);
        this.hub = hub;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (path.equals(ALL)) {
            follow(Optional.of(hub.all()), request, response, callback);
            return true;
        }
        if (path.startsWith(ONE) && !path.equals(ONE + STATS)) {
            String id = path.substring(ONE.length());
            if (!Message.isId(id)) {
                Problem.malformedId().send(response, callback);
            } else {
                follow(hub.session(id), request, response, callback);
            }
            return true;
        }
        return super.handle(request, response, callback);
    }

    private void follow(
            Optional<Topic> topic, Request request, Response response, Callback callback) {
        if (!HttpMethod.GET.is(request.getMethod())) {
            Problem.method().send(response, callback);
            return;
        }
        if (request.getLength() > 0
                || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
            Problem.badRequest("body", "A stream takes no body.").send(response, callback);
            return;
        }
        if (topic.isEmpty()) {
            Problem.unknownSession().send(response, callback);
            return;
        }
        Asked asked;
        try {
            asked = asked(request);
        } catch (IllegalArgumentException e) {
            Problem.badRequest("query", "The query of this stream is malformed.")
                    .send(response, callback);
            return;
        }
        open(topic.get(), asked, request, response, callback);
    }

    private void open(
            Topic topic, Asked asked, Request request, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put("X-Accel-Buffering", "no");
        headers.put(HttpHeader.CONNECTION, "close"); // the body ends with the connection
        ConnectionMetaData http = request.getConnectionMetaData();
        EndPoint endPoint = http.getConnection().getEndPoint();
        SseConnection connection =
                new SseConnection(
                        hub, hub.cursor(topic, asked), endPoint, http.getConnector().getExecutor());
        connection.join();
        request.setAttribute(HttpStream.UPGRADE_CONNECTION_ATTRIBUTE, connection);
        // The headers go out now; when this is done, the stream takes the socket over.
        Callback sent =
                Callback.from(
                        callback::succeeded,
                        cause -> {
                            connection.leave();
                            callback.failed(cause);
                        });
        response.write(false, BufferUtil.EMPTY_BUFFER, sent);
    }

    private static Asked asked(Request request) {
        Fields query = Request.extractQueryParameters(request);
        Optional<String> id =
                Optional.ofNullable(request.getHeaders().getField("Last-Event-ID"))
                        .map(HttpField::getValue)
                        .or(() -> Optional.ofNullable(query.getValue("last_event_id")))
                        .filter(text -> !text.isBlank());
        String from = Optional.ofNullable(query.getValue("from")).orElse("now");
        return new Asked(
                id,
                switch (from) {
                    case "now" -> Asked.From.NOW;
                    case "start" -> Asked.From.START;
                    default -> throw new IllegalArgumentException("from");
                },
                new Filter(
                        values(query, "station"), values(query, "session"), values(query, "type")));
    }

    private static Set<String> values(Fields query, String name) {
        Fields.Field field = query.get(name);
        return field == null ? Set.of() : new LinkedHashSet<>(field.getValues());
    }
}
