package dev.tanaw.stream.log;

import java.util.Set;

/// What a reader wants to see; an empty set asks for everything of its kind.
public record Filter(Set<String> stations, Set<String> sessions, Set<String> types) {
    public static final Filter ALL = new Filter(Set.of(), Set.of(), Set.of());

    public Filter {
        stations = Set.copyOf(stations);
        sessions = Set.copyOf(sessions);
        types = Set.copyOf(types);
        if (!stations.stream().allMatch(Message::isId)) {
            throw new IllegalArgumentException("station filter is not an id");
        }
        if (!sessions.stream().allMatch(Message::isId)) {
            throw new IllegalArgumentException("session filter is not an id");
        }
        if (!types.stream().allMatch(Message::isType)) {
            throw new IllegalArgumentException("type filter is not an event type");
        }
    }

    public boolean isAll() {
        return stations.isEmpty() && sessions.isEmpty() && types.isEmpty();
    }

    boolean wants(Frame frame) {
        return (stations.isEmpty() || stations.contains(frame.station()))
                && (types.isEmpty() || types.contains(frame.type()))
                && (sessions.isEmpty() || frame.session().filter(sessions::contains).isPresent());
    }
}
