package dev.tanaw.stream.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tanaw.stream.access.Credential;
import dev.tanaw.stream.hub.Hub;
import dev.tanaw.stream.log.Message;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;

/// `POST /face/sessions/{id}/unmask` with `{"reason":…}`: a supervisor asks to see the values of a
/// session that is in progress. The station is told first, in words that the person before it can
/// read; only then is there a grant.
final class Unmasking {
    private static final int MAX_BODY = 4096;
    private static final int LEAST_REASON = 4;
    private static final int LONGEST_REASON = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private static final Problem NO_REASON =
            Problem.badRequest("reason", "A reason has 4 to 200 characters: {\"reason\":\"…\"}.");
    private static final Problem NOT_SHOWN =
            new Problem(
                    HttpStatus.CONFLICT_409,
                    "not_shown",
                    "The values of this session cannot be seen here: it has ended, or its station keeps them to itself.");

    private final Hub hub;
    private final Grants grants;

    Unmasking(Hub hub, Grants grants) {
        this.hub = hub;
        this.grants = grants;
    }

    void register(RoutesConfig routes) {
        routes.post("/face/sessions/{id}/unmask", this::ask);
    }

    private void ask(Context context) throws JsonProcessingException {
        String id = context.pathParam("id");
        Optional<Problem> problem = fault(id);
        Optional<String> reason = reason(context);
        if (problem.isPresent()) {
            Routes.refuse(context, problem.get());
            return;
        }
        if (reason.isEmpty()) {
            Routes.refuse(context, NO_REASON);
            return;
        }
        Credential who = Access.caller(context).orElseThrow();
        Optional<Map.Entry<String, Grants.Grant>> grant = grants.ask(id, who, reason.get());
        if (grant.isEmpty()) {
            Routes.refuse(context, NOT_SHOWN);
            return;
        }
        Routes.json(
                context,
                Map.of(
                        "grant", grant.get().getKey(),
                        "until", grant.get().getValue().until().toString(),
                        "valid_ms", Grants.VALID.toMillis()));
    }

    private Optional<Problem> fault(String id) {
        if (!Message.isId(id)) {
            return Optional.of(Problem.malformedId());
        }
        return hub.log().session(id).isPresent()
                ? Optional.empty()
                : Optional.of(Problem.unknownSession());
    }

    private static Optional<String> reason(Context context) {
        byte[] body = context.bodyAsBytes();
        if (body.length > MAX_BODY) {
            return Optional.empty();
        }
        try {
            JsonNode reason = JSON.readTree(body).path("reason");
            return Optional.of(reason)
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText)
                    .map(String::strip)
                    .filter(text ->
                            text.length() >= LEAST_REASON && text.length() <= LONGEST_REASON)
                    .filter(text -> text.chars().noneMatch(Character::isISOControl));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
