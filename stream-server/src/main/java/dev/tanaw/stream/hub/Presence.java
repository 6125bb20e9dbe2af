package dev.tanaw.stream.hub;

import dev.tanaw.stream.log.Filter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who watches what. Nothing is kept for it: the open streams themselves are asked, once per tick
/// and only where somebody wants to know. It is no event: it has no position and is not logged, so
/// it cannot disturb the numbers that a session's station gives.
public final class Presence {
    /// Names in one frame; whoever needs them all asks for them.
    private static final int NAMED = 100;

    private final Topic all;
    private volatile Optional<Consumer<List<Viewer>>> listener = Optional.empty();
    private List<Viewer> told = List.of();

    Presence(Topic all) {
        this.all = all;
    }

    /// Hears who watches anything here whenever that changes, on the ticker's thread.
    public void onChange(Consumer<List<Viewer>> hearing) {
        listener = Optional.of(hearing);
    }

    /// Who follows everything.
    public Collection<Watch> ofAll() {
        return gather(all.readers().stream().map(Reader::cursor), Watch.Of.ALL);
    }

    /// Who can see what happens in a session.
    Collection<Watch> of(String session, Optional<Topic> topic) {
        Stream<Cursor> own =
                topic.stream().flatMap(each -> each.readers().stream()).map(Reader::cursor);
        Stream<Cursor> named = followers().filter(cursor -> names(cursor, session));
        Collection<Watch> both = gather(Stream.concat(own, named), Watch.Of.SESSION);
        Collection<Watch> general =
                gather(
                        followers().filter(cursor -> !names(cursor, session) && sees(cursor)),
                        Watch.Of.ALL);
        return Stream.concat(both.stream(), general.stream()).toList();
    }

    private Stream<Cursor> followers() {
        return all.readers().stream().map(Reader::cursor);
    }

    private static boolean names(Cursor cursor, String session) {
        return cursor.filter().filter(each -> each.sessions().contains(session)).isPresent();
    }

    private static boolean sees(Cursor cursor) {
        return cursor.filter().map(Filter::sessions).filter(Collection::isEmpty).isPresent();
    }

    private static Collection<Watch> gather(Stream<Cursor> cursors, Watch.Of of) {
        Map<Viewer, Watch> watches = new TreeMap<>();
        cursors.forEach(cursor ->
                watches.merge(
                        cursor.viewer(),
                        new Watch(cursor.viewer(), of, cursor.since(), 1),
                        (known, more) -> known.and(more.since())));
        return List.copyOf(watches.values());
    }

    /// Tells those on a topic who asked for it, and whoever listens, what has changed.
    void tick(Stream<Topic> topics) {
        List<Topic> now = topics.toList();
        now.forEach(Presence::tell);
        listener.ifPresent(each -> {
            List<Viewer> watching = List.copyOf(viewers(now.stream()));
            if (!watching.equals(told)) {
                told = watching;
                each.accept(watching);
            }
        });
    }

    private static SortedSet<Viewer> viewers(Stream<Topic> topics) {
        return topics.flatMap(topic -> topic.readers().stream())
                .map(reader -> reader.cursor().viewer())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void tell(Topic topic) {
        List<Reader> curious =
                topic.readers().stream().filter(reader -> reader.cursor().wantsViewers()).toList();
        if (curious.isEmpty()) {
            return;
        }
        SortedSet<Viewer> viewers = viewers(Stream.of(topic));
        String json = json(topic.session(), viewers);
        for (Reader reader : curious) {
            if (reader.cursor().tellViewers(json)) {
                reader.wake();
            }
        }
    }

    /// Names of tokens and roles are ids and need no escaping.
    private static String json(Optional<String> session, SortedSet<Viewer> viewers) {
        return "{%s\"count\":%d,\"viewers\":[%s]}"
                .formatted(
                        session.map(id -> "\"session\":\"" + id + "\",").orElse(""),
                        viewers.size(),
                        viewers.stream()
                                .limit(NAMED)
                                .map(each ->
                                        "{\"name\":\"%s\",\"role\":\"%s\"}"
                                                .formatted(each.name(), each.role()))
                                .collect(Collectors.joining(",")));
    }
}
