package dev.tanaw.stream.http;

import dev.tanaw.stream.hub.Hub;
import dev.tanaw.stream.log.Filter;
import dev.tanaw.stream.log.Frame;
import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.Pace;
import dev.tanaw.stream.log.Position;
import dev.tanaw.stream.log.SessionLog;
import dev.tanaw.stream.log.Slice;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;

/// The held events of a session, one envelope a line. `Stream-Position` says where to go on.
final class History {
    private static final Problem GONE =
            new Problem(
                    HttpStatus.GONE_410,
                    "position_gone",
                    "The events after this position are no longer held. Fetch the session's"
                            + " snapshot instead.");

    private final Hub hub;

    History(Hub hub) {
        this.hub = hub;
    }

    void send(Context context) {
        String id = context.pathParam("id");
        if (!Message.isId(id)) {
            Routes.refuse(context, Problem.malformedId());
            return;
        }
        Optional<SessionLog> session = hub.log().session(id);
        if (session.isEmpty()) {
            Routes.refuse(context, Problem.unknownSession());
            return;
        }
        Optional<String> after = Optional.ofNullable(context.queryParam("after"));
        Optional<Position> position = after.flatMap(Position::parse);
        if (after.isPresent() && position.isEmpty()) {
            Routes.refuse(
                    context, Problem.badRequest("malformed_position", "after is not a position."));
        } else if (position.filter(each -> !each.epoch().equals(hub.log().epoch())).isPresent()) {
            Routes.refuse(context, GONE);
        } else {
            long from = position.map(Position::offset).orElseGet(session.get()::lostThrough);
            write(context, session.get(), from == 0 ? session.get().lostThrough() : from);
        }
    }

    private void write(Context context, SessionLog session, long from) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        long after = from;
        long stop = session.head();
        while (after < stop) {
            switch (session.read(after, stop, Filter.ALL, Pace.EXACT)) {
                case Slice.Lost _ -> {
                    Routes.refuse(context, GONE);
                    return;
                }
                case Slice.Frames slice -> {
                    for (Frame frame : slice.frames()) {
                        frame.writeJson(lines);
                        lines.write('\n');
                    }
                    after = slice.through();
                }
            }
        }
        context.contentType("application/x-ndjson")
                .header("Cache-Control", "no-store")
                .header("Stream-Position", new Position(hub.log().epoch(), after).toString())
                .result(lines.toByteArray());
    }
}
