package dev.tanaw.stream.follow;

import dev.tanaw.stream.client.Archive;
import dev.tanaw.stream.client.Heard;
import dev.tanaw.stream.client.Listener;
import dev.tanaw.stream.client.Source;
import dev.tanaw.stream.client.StreamClient;
import dev.tanaw.stream.hub.Hub;
import dev.tanaw.stream.log.Kind;
import dev.tanaw.stream.log.SessionSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows one station or hub. Hears on its client's thread; what others ask of it is guarded.
final class Follower implements Listener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    /// Stations that are named as heard through one source.
    private static final int MAX_STATIONS = 4096;

    private final Source source;
    private final Hub hub;
    private final Relay relay;
    private final Duration patience;
    private final InstantSource clock;
    private final Lines lines;
    private final Archive archive;
    private final StreamClient client;

    /// Sessions that go on and were heard here first.
    private final Set<String> live = new HashSet<>();

    private final Set<String> stations = new TreeSet<>();
    private Followed.State state = Followed.State.STALE;
    private Optional<Heard.Why> why = Optional.empty();
    private Instant since;
    private boolean announced;
    private long events;

    /// Hears what is worth an event about a line.
    interface Lines {
        void stale(Followed line);

        void back(Followed line, Instant since);
    }

    Follower(
            Source source,
            Hub hub,
            Relay relay,
            Duration patience,
            InstantSource clock,
            Lines lines) {
        this.source = source;
        this.hub = hub;
        this.relay = relay;
        this.patience = patience;
        this.clock = clock;
        this.lines = lines;
        this.since = clock.instant();
        this.archive = new Archive(source);
        this.client = StreamClient.follow(source, this);
    }

    @Override
    public void hear(Heard heard) {
        if (isItself()) {
            return; // all of it is known, and was never anywhere else
        }
        switch (heard) {
            case Heard.Opened opened -> opened(opened.epoch());
            case Heard.Event event -> pass(event.json());
            case Heard.Snapshot snapshot -> pass(snapshot.envelopes());
            case Heard.Lost lost -> lost(lost.why());
            case Heard.Gap _, Heard.Reset _, Heard.Back _ -> {} // what follows them is enough
        }
    }

    private void opened(String epoch) {
        boolean itself = epoch.equals(hub.log().epoch());
        Optional<Instant> stale;
        synchronized (this) {
            stale = announced ? Optional.of(since) : Optional.empty();
            announced = false;
            state = itself ? Followed.State.ITSELF : Followed.State.LIVE;
            why = Optional.empty();
            since = clock.instant();
        }
        if (itself) {
            LOG.warn("{} is this hub itself and is not followed", source.host());
        }
        stale.ifPresent(from -> lines.back(line(), from));
    }

    private synchronized void lost(Heard.Why reason) {
        if (state == Followed.State.LIVE) {
            since = clock.instant();
        }
        state = Followed.State.STALE;
        why = Optional.of(reason);
    }

    private void pass(byte[] json) {
        Optional<Envelope> envelope = Envelope.read(json);
        if (envelope.isEmpty()) {
            LOG.warn("{} told something that is no event", source.host());
            return;
        }
        pass(envelope.get());
    }

    private void pass(Envelope envelope) {
        remember(envelope);
        relay.pass(envelope);
    }

    private synchronized void remember(Envelope envelope) {
        events++;
        if (stations.size() < MAX_STATIONS) {
            stations.add(envelope.message().station());
        }
        envelope.message().session().ifPresent(session -> follow(session, envelope));
    }

    private void follow(String session, Envelope envelope) {
        if (Kind.ends(envelope.message().type())) {
            live.remove(session);
        } else if (relay.numbered(session) == 0) {
            live.add(session);
        }
    }

    /// A snapshot names the newest of each kind only. What lies between that and what is known here
    /// is fetched; where it is no longer held, the snapshot itself is the best there is.
    private void pass(List<byte[]> snapshot) {
        Map<String, List<Envelope>> sessions = new TreeMap<>();
        Set<String> told = new HashSet<>();
        for (byte[] json : snapshot) {
            Envelope.read(json)
                    .ifPresent(envelope -> {
                        told.add(envelope.message().station());
                        envelope.message()
                                .session()
                                .ifPresentOrElse(
                                        id ->
                                                sessions.computeIfAbsent(id, _ -> new ArrayList<>())
                                                        .add(envelope),
                                        () -> pass(envelope));
                    });
        }
        sessions.forEach(this::catchUp);
        concludeLost(sessions.keySet(), told);
    }

    private void catchUp(String session, Collection<Envelope> newest) {
        long known = relay.numbered(session);
        TreeMap<Long, Envelope> missed = new TreeMap<>();
        newest.forEach(each -> missed.put(each.number().seq(), each));
        if (missed.lastKey() <= known) {
            return;
        }
        for (byte[] json : fetch(session, missed.lastKey())) {
            Envelope.read(json).ifPresent(each -> missed.put(each.number().seq(), each));
        }
        missed.tailMap(known, false).values().forEach(this::pass);
    }

    private List<byte[]> fetch(String session, long last) {
        try {
            return archive.events(
                    session,
                    json -> Envelope.read(json).filter(e -> e.number().seq() >= last).isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the snapshot comes again with the next connection
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("closing"); // rather nothing than a hole
        }
    }

    /// A station that was killed has forgotten its session: it tells of itself again, and no longer
    /// of that. Only its first teller may say so, because another hub may not know it yet.
    private void concludeLost(Set<String> held, Set<String> told) {
        for (SessionSummary session : hub.log().sessions()) {
            boolean lost =
                    session.ended().isEmpty()
                            && told.contains(session.station())
                            && !held.contains(session.session());
            if (lost && forget(session.session())) {
                hub.conclude(session);
            }
        }
    }

    private synchronized boolean forget(String session) {
        return live.remove(session);
    }

    /// Called now and then.
    void tick() {
        if (isItself()) {
            client.close();
        } else if (isStaleForLong()) {
            Followed line = line();
            LOG.warn("{} is not heard since {}: {}", line.source(), line.since(), line.why());
            lines.stale(line);
        }
    }

    private synchronized boolean isStaleForLong() {
        boolean due =
                state == Followed.State.STALE
                        && !announced
                        && why.isPresent()
                        && !clock.instant().isBefore(since.plus(patience));
        announced |= due;
        return due;
    }

    private synchronized boolean isItself() {
        return state == Followed.State.ITSELF;
    }

    synchronized Followed line() {
        return new Followed(
                source.host(),
                state,
                since.toString(),
                why.map(Follower::word).orElse(""),
                events,
                List.copyOf(stations));
    }

    private static String word(Heard.Why why) {
        return why.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        client.close();
        archive.close();
    }
}
