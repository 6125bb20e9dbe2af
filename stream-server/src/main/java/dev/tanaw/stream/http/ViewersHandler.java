package dev.tanaw.stream.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tanaw.stream.hub.Hub;
import dev.tanaw.stream.hub.Viewer;
import dev.tanaw.stream.hub.Watch;
import dev.tanaw.stream.log.Message;
import io.javalin.http.Context;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Who watches, by the names of their tokens.
final class ViewersHandler {
    private final Hub hub;
    private final Actions actions;
    private final Pictures pictures;

    ViewersHandler(Hub hub, Actions actions, Pictures pictures) {
        this.hub = hub;
        this.actions = actions;
        this.pictures = pictures;
    }

    /// Who asks, as others see them, whether a token says so, and whether they may do something
    /// about a session here, and whether the station's picture can be seen.
    void caller(Context context) throws JsonProcessingException {
        Viewer caller = Access.viewer(context);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("name", caller.name());
        answer.put("role", caller.role());
        answer.put("token", Access.caller(context).isPresent());
        answer.put("acts", actions.mayAct(context));
        answer.put("pictures", pictures.areShown());
        Routes.json(context, answer);
    }

    void ofAll(Context context) throws JsonProcessingException {
        Routes.json(context, Map.of("viewers", lines(hub.presence().ofAll())));
    }

    void ofSession(Context context) throws JsonProcessingException {
        String id = context.pathParam("id");
        if (!Message.isId(id)) {
            Routes.refuse(context, Problem.malformedId());
            return;
        }
        Optional<Collection<Watch>> viewers = hub.viewers(id);
        if (viewers.isEmpty()) {
            Routes.refuse(context, Problem.unknownSession());
            return;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("session", id);
        answer.put("viewers", lines(viewers.get()));
        Routes.json(context, answer);
    }

    private static List<Map<String, Object>> lines(Collection<Watch> watches) {
        return watches.stream().map(ViewersHandler::line).toList();
    }

    private static Map<String, Object> line(Watch watch) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", watch.viewer().name());
        line.put("role", watch.viewer().role());
        line.put("of", watch.of().name().toLowerCase(Locale.ROOT));
        line.put("since", watch.since().toString());
        line.put("streams", watch.streams());
        return line;
    }
}
