package dev.tanaw.stream.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tanaw.stream.follow.Followed;
import dev.tanaw.stream.follow.Followers;
import dev.tanaw.stream.hub.Hub;
import dev.tanaw.stream.hub.Order;
import dev.tanaw.stream.hub.Reader;
import dev.tanaw.stream.hub.Stats;
import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.SessionSummary;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The plain requests: what can be fetched, as opposed to followed.
final class Routes {
    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
    private static final int CONNECTIONS = 1000;
    private static final JsonMapper JSON = new JsonMapper();

    private final Hub hub;
    private final Followers followers;
    private final History history;
    private final ViewersHandler viewers;
    private final Metrics metrics;

    Routes(Hub hub, Followers followers, Actions actions, Pictures pictures) {
        this.hub = hub;
        this.followers = followers;
        this.history = new History(hub);
        this.viewers = new ViewersHandler(hub, actions, pictures);
        this.metrics = new Metrics(hub, followers);
    }

    /// The registry and the lines to those that are followed.
    private record Numbers(@JsonUnwrapped Stats stats, List<Followed> followed) {}

    void register(RoutesConfig routes) {
        routes.get("/face/stream/stats", this::stats);
        routes.get("/face/stream/connections", this::connections);
        routes.get("/face/sessions", this::sessions);
        routes.get("/face/sessions/{id}", this::state);
        routes.get("/face/sessions/{id}/events", history::send);
        routes.get("/face/sessions/{id}/viewers", viewers::ofSession);
        routes.get("/stations/viewers", viewers::ofAll);
        routes.get("/me", viewers::caller);
        routes.put("/stations/subscriptions/{id}", this::subscribe);
        routes.get("/metrics", metrics::send);
        routes.get("/health/live", context -> json(context, Map.of("status", "up")));
        routes.get("/health/ready", this::ready);
        routes.get("/asyncapi.yaml", Routes::contract);
        routes.exception(
                HttpResponseException.class,
                (e, context) -> refuse(context, Problems.of(e.getStatus())));
        // Whoever hung up in the middle of a request has no answer to wait for.
        routes.exception(EofException.class, (_, context) -> refuse(context, Problems.of(400)));
        routes.exception(
                ClosedChannelException.class, (_, context) -> refuse(context, Problems.of(400)));
        routes.exception(
                Exception.class,
                (e, context) -> {
                    LOG.error("request failed", e);
                    refuse(context, Problems.of(500));
                });
    }

    /// The lag of each, for whoever wonders which reader is slow; who they are is not told.
    private void connections(Context context) throws JsonProcessingException {
        json(context, Map.of("connections", hub.following(CONNECTIONS)));
    }

    private void stats(Context context) throws JsonProcessingException {
        json(context, new Numbers(hub.stats(), followers.lines()));
    }

    private void sessions(Context context) throws JsonProcessingException {
        List<Map<String, Object>> list = hub.log().sessions().stream().map(this::line).toList();
        json(context, Map.of("sessions", list));
    }

    private Map<String, Object> line(SessionSummary session) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("session", session.session());
        line.put("station", session.station());
        line.put("live", session.ended().isEmpty());
        line.put("started", session.started().toString());
        session.ended().ifPresent(at -> line.put("ended", at.toString()));
        line.put("head", hub.log().epoch() + "-" + session.head());
        line.put("events", session.events());
        line.put("held", session.held());
        return line;
    }

    private void state(Context context) {
        String id = context.pathParam("id");
        if (!Message.isId(id)) {
            refuse(context, Problem.malformedId());
            return;
        }
        hub.state(id)
                .ifPresentOrElse(
                        bytes -> context.contentType("application/json").result(bytes),
                        () -> refuse(context, Problem.unknownSession()));
    }

    /// Changes what a running stream follows; the stream itself tells when that has happened.
    private void subscribe(Context context) {
        Optional<Reader> reader = hub.subscription(context.pathParam("id"));
        if (reader.isEmpty()) {
            refuse(context, Problem.notFound());
            return;
        }
        Order order;
        try {
            order =
                    new Order.Follow(
                            Optional.of(Commands.filter(JSON.readTree(context.bodyAsBytes()))));
        } catch (IOException | IllegalArgumentException e) {
            refuse(
                    context,
                    Problem.badRequest(
                            "malformed_filter", "A filter has lists: station, session and type."));
            return;
        }
        if (reader.get().cursor().order(order)) {
            reader.get().wake();
            context.status(HttpStatus.ACCEPTED_202);
        } else {
            refuse(context, Problem.tooMany());
        }
    }

    /// Ready means that an event published now would reach a reader.
    private void ready(Context context) throws JsonProcessingException {
        boolean ready = hub.isRunning();
        context.status(ready ? 200 : 503);
        json(context, Map.of("status", ready ? "ready" : "stopping", "epoch", hub.log().epoch()));
    }

    private static void contract(Context context) throws IOException {
        try (InputStream file = Routes.class.getResourceAsStream("/asyncapi.yaml")) {
            if (file == null) {
                refuse(context, Problem.notFound());
            } else {
                context.contentType("application/yaml").result(file.readAllBytes());
            }
        }
    }

    static void json(Context context, Object value) throws JsonProcessingException {
        context.contentType("application/json")
                .header("Cache-Control", "no-store")
                .result(JSON.writeValueAsString(value));
    }

    static void refuse(Context context, Problem problem) {
        context.status(problem.status())
                .header("Cache-Control", "no-store")
                .contentType(Problem.TYPE)
                .result(problem.json().getBytes(UTF_8));
        Optional.of(problem.status())
                .filter(status -> status == 405)
                .ifPresent(_ -> context.header("Allow", "GET"));
    }
}
