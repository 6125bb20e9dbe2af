package dev.tanaw.stream.follow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tanaw.stream.hub.Hub;
import dev.tanaw.stream.log.Draft;
import dev.tanaw.stream.log.Retention;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// All that this hub follows, and what it tells about the lines to them.
public final class Followers implements Follower.Lines, AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Relay relay;
    private final Consumer<Draft> tell;
    private final List<Follower> all = new CopyOnWriteArrayList<>();

    /// @param tell publishes an event of this hub itself
    public Followers(Hub hub, Consumer<Draft> tell) {
        this.relay = new Relay(hub);
        this.tell = tell;
        hub.eachTick(() -> all.forEach(Follower::tick));
    }

    public void start(Following following, Hub hub, InstantSource clock) {
        following
                .sources()
                .forEach(source ->
                        all.add(
                                new Follower(
                                        source, hub, relay, following.patience(), clock, this)));
    }

    public List<Followed> lines() {
        return all.stream().map(Follower::line).toList();
    }

    public long count(Followed.State state) {
        return lines().stream().filter(line -> line.state() == state).count();
    }

    /// Events that were published here.
    public long passed() {
        return relay.passed();
    }

    /// Events that were known already.
    public long known() {
        return relay.known();
    }

    @Override
    public void stale(Followed line) {
        ObjectNode data = data(line, line.since());
        data.put("why", line.why());
        tell.accept(draft("station_stale", line, data));
    }

    @Override
    public void back(Followed line, Instant since) {
        tell.accept(draft("station_back", line, data(line, since.toString())));
    }

    private static ObjectNode data(Followed line, String since) {
        ObjectNode data = JSON.createObjectNode();
        data.put("source", line.source()).put("since", since);
        line.stations().forEach(data.putArray("stations")::add);
        return data;
    }

    /// Who is back replaces who was stale.
    private static Draft draft(String type, Followed line, ObjectNode data) {
        try {
            return new Draft(
                    type,
                    Retention.LASTING,
                    "line:" + line.source(),
                    JSON.writeValueAsString(data).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values cannot be written", e);
        }
    }

    @Override
    public void close() {
        all.forEach(Follower::close);
    }
}
