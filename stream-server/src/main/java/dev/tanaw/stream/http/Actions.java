package dev.tanaw.stream.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tanaw.stream.access.Credential;
import dev.tanaw.stream.hub.Hub;
import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.SessionSummary;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpStatus;

/// `POST /face/sessions/{id}/actions` with `{"action":…,"text":…}`: a supervisor does something
/// about a session that is in progress. The station decides and tells it in the session's log; this
/// asks, waits for what it says, and hands that on.
final class Actions {
    private static final int MAX_BODY = 4096;
    private static final int LEAST_TEXT = 4;
    private static final int LONGEST_TEXT = 200;

    /// A station answers within milliseconds; one that does not is stuck.
    private static final long PATIENCE_MS = 3000;

    private static final Pattern ACTION = Pattern.compile("[a-z_]{1,32}");
    private static final JsonMapper JSON = new JsonMapper();

    private static final Problem MALFORMED =
            Problem.badRequest(
                    "malformed_action",
                    "A command is {\"action\":\"…\",\"text\":\"…\"}; its text has 4 to 200 characters and no control characters.");
    private static final Problem UNKNOWN =
            Problem.badRequest("unknown_action", "The station has no such action.");
    private static final Problem WORDLESS =
            Problem.badRequest("reason", "This action takes a text of 4 to 200 characters.");
    private static final Problem OVER =
            conflict("session_over", "This session has ended. Nothing was done.");
    private static final Problem ELSEWHERE =
            conflict(
                    "act_at_station",
                    "The station of this session is not commanded from here. Open the page of the station itself.");
    private static final Problem SILENT =
            new Problem(
                    HttpStatus.SERVICE_UNAVAILABLE_503,
                    "no_answer",
                    "The station has not answered in time; its log tells whether it was done.");

    private final Hub hub;
    private volatile Optional<Acting> acting = Optional.empty();

    Actions(Hub hub) {
        this.hub = hub;
    }

    void register(RoutesConfig routes) {
        routes.post("/face/sessions/{id}/actions", this::ask);
    }

    void by(Acting station) {
        acting = Optional.of(station);
    }

    /// Whether this caller's commands would reach a station.
    boolean mayAct(Context context) {
        return acting.isPresent()
                && Access.caller(context).filter(each -> each.role().supervises()).isPresent();
    }

    private void ask(Context context) {
        String id = context.pathParam("id");
        if (!Message.isId(id)) {
            Routes.refuse(context, Problem.malformedId());
            return;
        }
        Optional<SessionSummary> session =
                hub.log().sessions().stream().filter(each -> each.session().equals(id)).findFirst();
        Optional<Acting.Command> command = command(context, id);
        if (session.isEmpty()) {
            Routes.refuse(context, Problem.unknownSession());
        } else if (command.isEmpty()) {
            Routes.refuse(context, MALFORMED);
        } else if (session.get().ended().isPresent()) {
            Routes.refuse(context, OVER);
        } else {
            acting.ifPresentOrElse(
                    station -> act(context, station, command.get()),
                    () -> Routes.refuse(context, ELSEWHERE));
        }
    }

    private static void act(Context context, Acting station, Acting.Command command) {
        context.future(() ->
                station.act(command)
                        .toCompletableFuture()
                        .orTimeout(PATIENCE_MS, TimeUnit.MILLISECONDS)
                        .handle((answer, fault) -> {
                            if (answer != null) {
                                tell(context, command, answer);
                            } else {
                                Routes.refuse(
                                        context,
                                        fault instanceof TimeoutException
                                                ? SILENT
                                                : Problems.of(500));
                            }
                            return answer;
                        }));
    }

    private static void tell(Context context, Acting.Command command, Acting.Answer answer) {
        switch (answer.verdict()) {
            case DONE -> done(context, command);
            case REFUSED ->
                    Routes.refuse(
                            context,
                            conflict(
                                    answer.code(),
                                    "The station does not do this now, and has said so in the session's log."));
            case UNKNOWN -> Routes.refuse(context, UNKNOWN);
            case WORDLESS -> Routes.refuse(context, WORDLESS);
            case ELSEWHERE -> Routes.refuse(context, ELSEWHERE);
        }
    }

    private static void done(Context context, Acting.Command command) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("session", command.session());
        line.put("action", command.action());
        line.put("outcome", "done");
        try {
            Routes.json(context, line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("three words cannot be written", e);
        }
    }

    private static Problem conflict(String code, String detail) {
        return new Problem(HttpStatus.CONFLICT_409, code, detail);
    }

    /// Empty for a body that is none.
    private static Optional<Acting.Command> command(Context context, String session) {
        byte[] body = context.bodyAsBytes();
        if (body.length > MAX_BODY) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(body);
            String action = json.path("action").asText();
            JsonNode text = json.path("text");
            String words = text.asText().strip();
            boolean readable =
                    (text.isMissingNode() || text.isTextual())
                            && words.chars().noneMatch(Character::isISOControl)
                            && (words.isEmpty()
                                    || (words.length() >= LEAST_TEXT
                                            && words.length() <= LONGEST_TEXT));
            if (!readable || !ACTION.matcher(action).matches()) {
                return Optional.empty();
            }
            Credential who = Access.caller(context).orElseThrow();
            return Optional.of(
                    new Acting.Command(
                            session,
                            action,
                            words,
                            who.name(),
                            who.role().name().toLowerCase(Locale.ROOT)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
